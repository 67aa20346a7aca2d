"""What was done last at the cockpit is taken back by one tap, step by step."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from openspace.actions import events, groups, history, outcomes, places, steps, topics
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, LogEntry
from openspace.models.history import UNDOABLE, last_done
from openspace.vocabulary import Phase, TopicStatus
from tests.conftest import FAYS_HAND, Person, go
from tests.groups import placed
from tests.web.at_the_cockpit import card, last, press, press_plainly, require_shut, shown


def undo(fay: Person, event: Event) -> int:
    return press(fay, event, "undo", entry=last(event).id).status_code


def spot(group: BreakoutGroup) -> tuple[int, int]:
    """Round and space of a group, counted from 1."""
    return group.round.number, group.space.position + 1


def only_group(event: Event) -> BreakoutGroup | None:
    return db.session.scalar(select(BreakoutGroup).filter_by(event_id=event.id))


def test_every_verb_that_can_be_taken_back_has_its_inverse() -> None:
    assert set(UNDOABLE) == set(history.INVERSES)


def test_a_moved_group_goes_back_and_was_never_placed(fay: Person, amina: Person, event: Event) -> None:
    group = placed(event, amina.participant)
    number = group.topics[0].number
    press(fay, event, "place", hand=f"group-{group.id}", cell=f"{event.rounds[1].id}-{event.spaces[2].id}")
    assert f"no. {number} moved" in shown(fay, event, "last")
    assert undo(fay, event) == 200
    assert spot(group) == (1, 1)
    assert f"no. {number} put on the plan" in shown(fay, event, "last")
    assert undo(fay, event) == 200
    assert only_group(event) is None


def test_a_group_that_was_taken_back_stands_where_it_stood(fay: Person, amina: Person, event: Event) -> None:
    group = placed(event, amina.participant, space=2)
    press(fay, event, "take-back", hand=f"group-{group.id}")
    assert undo(fay, event) == 200
    again = only_group(event)
    assert again is not None
    assert spot(again) == (1, 3)
    assert undo(fay, event) == 200  # the placing, although that group is another row now
    assert only_group(event) is None


def test_words_of_a_group_survive_taking_back_and_undo(fay: Person, amina: Person, event: Event) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    groups.join_group(event, amina.by, group, amina.participant)
    outcome = outcomes.write_outcome(event, amina.by, group, amina.participant, "Ein Satz")
    press(fay, event, "take-back", hand=f"group-{group.id}")
    assert undo(fay, event) == 200
    assert group.is_live
    assert outcome.group is group


def test_parking_hiding_and_writing(fay: Person, amina: Person, event: Event) -> None:
    topic = card(amina)
    press(fay, event, "rest", hand=f"topic-{topic.id}")
    assert undo(fay, event) == 200
    assert topic.status is TopicStatus.POSTED
    press(fay, event, f"topics/{topic.id}/hide")
    assert f"no. {topic.number} hidden" in shown(fay, event, "last")
    assert undo(fay, event) == 200
    assert topic.hidden_at is None
    topics.hide_topic(event, FAYS_HAND, topic)
    press(fay, event, f"topics/{topic.id}/show")
    assert undo(fay, event) == 200
    assert topic.hidden_at is not None
    press(fay, event, "topics", title="Für jemanden", language="de")
    assert undo(fay, event) == 200
    assert "Für jemanden" not in fay.get(f"/c/{event.public_id}").text
    places.rest_topic(event, FAYS_HAND, topics.show_topic(event, FAYS_HAND, topic))
    press(fay, event, f"topics/{topic.id}/wake")
    assert undo(fay, event) == 200
    assert topic.status is TopicStatus.RESTING


def test_an_outcome(fay: Person, amina: Person, event: Event) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    outcome = outcomes.write_outcome(event, amina.by, group, amina.participant, "Ein Satz")
    press(fay, event, f"outcomes/{outcome.id}/hide")
    assert "outcome hidden" in shown(fay, event, "last")
    assert undo(fay, event) == 200
    assert outcome.is_shown
    outcomes.hide_outcome(event, FAYS_HAND, outcome)
    press(fay, event, f"outcomes/{outcome.id}/show")
    assert undo(fay, event) == 200
    assert not outcome.is_shown


def test_a_step_too_far_gives_the_clock_back_as_it_was(fay: Person, event: Event) -> None:
    go(event, Phase.ROUNDS)
    steps.extend(event, FAYS_HAND, -12)
    step, clock = event.step, event.clock_ends_at
    after = event.steps[step.position + 1]  # type: ignore[union-attr]
    press(fay, event, f"steps/{after.id}?seen={step.position}")  # type: ignore[union-attr]
    assert event.rounds[0].is_over
    assert "to “Break”" in shown(fay, event, "last")
    assert undo(fay, event) == 200
    assert event.step is step
    assert event.clock_ends_at == clock
    assert event.rounds[0].is_running


def test_ending_the_event(fay: Person, event: Event) -> None:
    go(event, Phase.CLOSING)
    press(fay, event, "close")
    assert undo(fay, event) == 200
    assert event.is_open


@pytest.mark.parametrize(
    "do",
    [
        lambda amina, topic: topics.withdraw_topic(amina.at, amina.by, topic),
        lambda amina, topic: topics.let_go_topic(amina.at, amina.by, topic),
    ],
)
def test_what_residents_do_is_theirs(amina: Person, event: Event, do: Callable[..., object]) -> None:
    topic = card(amina)
    before = last_done(event)
    do(amina, topic)
    assert last_done(event) is before


def test_the_same_undo_twice_takes_back_one_thing(fay: Person, hana: Person, amina: Person, event: Event) -> None:
    topic, other = card(amina), card(amina, "Zweites")
    topics.hide_topic(event, FAYS_HAND, topic)
    topics.hide_topic(event, FAYS_HAND, other)
    entry = last(event).id
    assert press(fay, event, "undo", entry=entry).status_code == 200
    late = press(hana, event, "undo", entry=entry)
    assert (late.status_code, late.json["code"]) == (409, "undone")  # type: ignore[index]
    assert (topic.is_shown, other.is_shown) == (False, True)
    assert press_plainly(hana, event, "undo", entry=entry).status_code == 409


def test_the_log_itself_refuses_a_second_undo(fay: Person, amina: Person, event: Event) -> None:
    topics.hide_topic(event, FAYS_HAND, card(amina))
    entry = last(event)
    assert undo(fay, event) == 200
    taken_back = db.session.scalars(select(LogEntry.undoes).where(LogEntry.undoes.is_not(None))).all()
    assert taken_back == [entry.id]


def test_what_cannot_be_taken_back_any_more_says_so(fay: Person, amina: Person, event: Event) -> None:
    group = placed(event, amina.participant)
    entry = last(event).id
    places.take_back(event, amina.by, group)
    answer = press(fay, event, "undo", entry=entry)
    assert answer.status_code == 404
    assert answer.json["message"]  # type: ignore[index]


def test_nothing_to_take_back(fay: Person, event: Event) -> None:
    db.session.query(LogEntry).delete()
    db.session.commit()
    assert "<button" not in shown(fay, event, "last")
    assert press(fay, event, "undo", entry=1).status_code == 409
    assert press(fay, event, "undo", entry="x").status_code == 409


def test_undo_is_fays(amina: Person, cleo: Person, sam: Person, gil: Person, nobody: FlaskClient, event: Event) -> None:
    topics.hide_topic(event, FAYS_HAND, card(amina))
    events.add_space(event, FAYS_HAND)
    require_shut(event, "undo", [amina, cleo, sam, gil], nobody, entry=last(event).id)

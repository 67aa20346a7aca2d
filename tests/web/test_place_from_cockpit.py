"""Tap a card, tap a cell: the facilitator places, moves, takes back and parks, and is asked about clashes."""

import re

from flask.testing import FlaskClient
from sqlalchemy import select

from openspace.actions import events, places, spaces, topics
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event
from openspace.vocabulary import GroupStatus, Phase, TopicStatus
from tests.conftest import FAYS_HAND, Person, go
from tests.groups import placed
from tests.web.at_the_cockpit import at, card, press, press_plainly, require_shut, shown


def cell(event: Event, held: int, space: int) -> str:
    """The name of a cell, counted from 0."""
    return f"{event.rounds[held].id}-{event.spaces[space].id}"


def groups(event: Event) -> list[BreakoutGroup]:
    return list(db.session.scalars(select(BreakoutGroup).filter_by(event_id=event.id).order_by(BreakoutGroup.id)))


def in_tray(html: str) -> list[str]:
    return re.findall(r'id="pick-(topic-\d+)"', html)


def test_a_card_goes_from_the_tray_into_a_cell(fay: Person, amina: Person, event: Event) -> None:
    topic = card(amina)
    assert in_tray(shown(fay, event, "tray")) == [f"topic-{topic.id}"]
    answer = press(fay, event, "place", hand=f"topic-{topic.id}", cell=cell(event, 1, 2))
    assert answer.status_code == 200
    [group] = groups(event)
    assert (group.round, group.space, group.topics) == (event.rounds[1], event.spaces[2], [topic])
    assert in_tray(shown(fay, event, "tray")) == []
    assert f'id="pick-group-{group.id}"' in shown(fay, event, "matrix")


def test_without_a_script_the_hand_stands_in_the_address(fay: Person, amina: Person, event: Event) -> None:
    topic = card(amina)
    page = fay.get(at(event), query_string={"hand": f"topic-{topic.id}"}).text
    assert 'class="is-placing"' in page
    assert f'name="hand" value="topic-{topic.id}"></form>' in page
    where = re.search(r'class="free" form="act" formaction="([^"]+)" name="cell" value="([^"]+)"', page)
    assert where is not None
    answer = fay.post(where[1], hand=f"topic-{topic.id}", cell=where[2])
    assert (answer.status_code, answer.location) == (303, at(event))
    assert len(groups(event)) == 1
    assert 'class="is-placing"' not in fay.get(at(event)).text


def test_a_hand_that_holds_nothing_real_is_empty(fay: Person, event: Event) -> None:
    for hand in ("topic-99999", "topic-99999999999999999999999", "group-1", "event-1", "topic-x", "-", "topic-"):
        answer = fay.get(at(event), query_string={"hand": hand})
        assert answer.status_code == 200
        assert 'class="is-placing"' not in answer.text


def test_a_group_is_moved_also_beside_another(fay: Person, amina: Person, ben: Person, event: Event) -> None:
    garden, cooking = placed(event, amina.participant), placed(event, ben.participant, "Kochen", space=1)
    assert press(fay, event, "place", hand=f"group-{garden.id}", cell=cell(event, 0, 1)).status_code == 200
    assert garden.space is cooking.space
    assert shown(fay, event, "matrix").count("Two topics in one place") == 2


def test_onto_its_own_cell_nothing_happens(fay: Person, amina: Person, event: Event) -> None:
    group, revision = placed(event, amina.participant), event.revision
    assert press(fay, event, "place", hand=f"group-{group.id}", cell=cell(event, 0, 0)).status_code == 200
    assert event.revision == revision


def test_a_group_is_taken_back_into_the_tray(fay: Person, amina: Person, event: Event) -> None:
    group = placed(event, amina.participant)
    [topic] = group.topics
    assert press(fay, event, "take-back", hand=f"group-{group.id}").status_code == 200
    assert groups(event) == []
    assert in_tray(shown(fay, event, "tray")) == [f"topic-{topic.id}"]


def test_a_card_is_parked_and_fetched_back(fay: Person, amina: Person, event: Event) -> None:
    topic = card(amina)
    press(fay, event, "rest", hand=f"topic-{topic.id}")
    assert topic.status is TopicStatus.RESTING
    html = shown(fay, event, "tray")
    assert in_tray(html) == []
    assert at(event, f"topics/{topic.id}/wake") in html
    press(fay, event, f"topics/{topic.id}/wake")
    assert topic.status is TopicStatus.POSTED


def test_cards_that_go_together_are_one_card(fay: Person, amina: Person, ben: Person, event: Event) -> None:
    one, other = card(amina, "Kochen"), card(ben, "Feste")
    one.merged_into = other
    db.session.commit()
    html = shown(fay, event, "tray")
    assert in_tray(html) == [f"topic-{one.id}"]
    assert f'data-numbers="{one.number} + {other.number}"' in html


def test_the_facilitator_is_asked_about_clashes(fay: Person, amina: Person, event: Event) -> None:
    upstairs = spaces.add_space(event, FAYS_HAND, "Oben", step_free=False)
    one, other = card(amina, "Kochen", wishes=["step_free"]), card(amina, "Feste")
    places.place_topic(event, FAYS_HAND, one, event.rounds[0], upstairs, anywhere=True)
    places.place_topic(event, FAYS_HAND, other, event.rounds[0], event.spaces[0], anywhere=True)
    html = shown(fay, event, "matrix")
    assert "Not step-free" in html
    assert f"Invites at the same time to no. {other.number}" in html
    assert f"Invites at the same time to no. {one.number}" in html


def test_a_round_that_is_over_keeps_its_cards(fay: Person, amina: Person, event: Event) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    go(event, Phase.NEWS)
    html = shown(fay, event, "matrix")
    assert group.status is GroupStatus.ENDED
    assert f"pick-group-{group.id}" not in html
    assert f'value="{cell(event, 0, 1)}"' not in html
    later = press(fay, event, "place", hand=f"topic-{group.topics[0].id}", cell=cell(event, 0, 1))
    assert (later.status_code, later.json["code"]) == (409, "round_over")  # type: ignore[index]


def test_what_was_said_may_go_on_in_a_later_round(fay: Person, amina: Person, event: Event) -> None:
    group = placed(event, amina.participant)
    [topic] = group.topics
    assert f'value="topic-{topic.id}"' not in shown(fay, event, "words")
    go(event, Phase.ROUNDS)
    go(event, Phase.NEWS)
    event.rounds[1].ended_at = None
    db.session.commit()
    assert f'value="topic-{topic.id}"' in shown(fay, event, "words")
    assert press(fay, event, "place", hand=f"topic-{topic.id}", cell=cell(event, 1, 0)).status_code == 200
    assert len(groups(event)) == 2


def test_twice_in_one_round_is_refused(fay: Person, amina: Person, event: Event) -> None:
    group = placed(event, amina.participant)
    answer = press(fay, event, "place", hand=f"topic-{group.topics[0].id}", cell=cell(event, 0, 1))
    assert (answer.status_code, answer.json["code"]) == (409, "placed_in_round")  # type: ignore[index]
    assert len(groups(event)) == 1


def test_bad_input_says_what_is_there_now(
    fay: Person, amina: Person, gil: Person, cleo: Person, event: Event, other_event: Event
) -> None:
    topic, strange = card(amina), card(cleo, "Fremd")
    good = {"hand": f"topic-{topic.id}", "cell": cell(event, 0, 0)}
    gone = topics.withdraw_topic(event, amina.by, card(amina, "Weg"))
    for wrong in (
        {"cell": cell(other_event, 0, 0)},
        {"cell": f"{event.rounds[0].id}-{other_event.spaces[0].id}"},
        {"cell": "1-"},
        {"cell": "x-y"},
        {"cell": ""},
        {"hand": f"topic-{strange.id}"},
        {"hand": "group-1"},
        {"hand": f"topic-{gone.id}"},
    ):
        assert press(fay, event, "place", **(good | wrong)).status_code == 404, wrong
        assert press_plainly(fay, event, "place", **(good | wrong)).status_code == 404, wrong
    empty = press(fay, event, "place", cell=good["cell"])
    assert (empty.status_code, empty.json["code"]) == (409, "empty_hand")  # type: ignore[index]
    assert press(fay, event, "rest", hand="group-1").status_code == 404
    assert press(fay, event, "take-back", hand=good["hand"]).status_code == 404
    assert groups(event) == []


def test_the_same_tap_sent_twice_is_one_group(fay: Person, amina: Person, event: Event) -> None:
    form = {"hand": f"topic-{card(amina).id}", "cell": cell(event, 0, 0), "key": "k1"}
    assert press(fay, event, "place", **form).status_code == 200
    assert press(fay, event, "place", **form).status_code == 200
    again = press_plainly(fay, event, "place", **form)
    assert (again.status_code, again.location) == (303, at(event))
    assert len(groups(event)) == 1


def test_placing_at_the_cockpit_is_fays(
    amina: Person, cleo: Person, sam: Person, gil: Person, nobody: FlaskClient, event: Event
) -> None:
    form = {"hand": f"topic-{card(amina).id}", "cell": cell(event, 0, 0)}
    for path in ("place", "take-back", "rest"):
        require_shut(event, path, [amina, cleo, sam, gil], nobody, **form)
    assert groups(event) == []


def test_once_the_event_is_closed_cards_lie_still(fay: Person, amina: Person, event: Event) -> None:
    placed(event, amina.participant)
    topic = card(amina)
    events.close_event(event, FAYS_HAND)
    for view in ("tray", "matrix", "words"):
        assert 'form="pick"' not in shown(fay, event, view)
    answer = press(fay, event, "place", hand=f"topic-{topic.id}", cell=cell(event, 0, 1))
    assert (answer.status_code, answer.json["code"]) == (409, "closed")  # type: ignore[index]

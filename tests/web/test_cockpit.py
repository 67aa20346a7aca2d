"""The facilitator's cockpit."""

from flask.testing import FlaskClient
from sqlalchemy import event as listening
from sqlalchemy import select

from openspace.actions import events, groups, places, steps
from openspace.extensions import db
from openspace.models import Event, Participant, Topic
from openspace.vocabulary import Phase, Way
from tests.conftest import FAYS_HAND, Person, go
from tests.web.at_the_cockpit import at, card, press, press_plainly, require_shut, shown


def page(fay: Person, event: Event) -> str:
    answer = fay.get(at(event))
    assert answer.status_code == 200
    return answer.text


def test_fay_sees_when_where_and_who(fay: Person, amina: Person, event: Event) -> None:
    card(amina, "مكان هادئ للدراسة")
    text = page(fay, event)
    for view in ("heading", "here", "clock", "steps", "tray", "matrix", "people", "links", "words", "ending", "last"):
        assert f'data-view="{view}"' in text
    assert 'lang="ar" dir="rtl"' in text
    assert ">Collecting topics</h1>" in shown(fay, event, "heading")
    assert "1 is here" in shown(fay, event, "here")
    assert "Next: Marketplace (" in shown(fay, event, "steps")


def test_in_group_work_the_heading_counts_the_rounds(fay: Person, event: Event) -> None:
    go(event, Phase.ROUNDS)
    assert "Group work, round 1 of 2" in shown(fay, event, "heading")
    steps.go_to(event, FAYS_HAND, event.steps[event.step.position + 1])  # type: ignore[union-attr]
    assert ">Break</h1>" in shown(fay, event, "heading")


def test_nobody_else_comes_in(
    amina: Person, cleo: Person, sam: Person, gil: Person, nobody: FlaskClient, event: Event
) -> None:
    assert sam.get(at(event)).status_code == 404
    assert gil.get(at(event)).status_code == 404
    for outsider in (amina.browser, cleo.browser, nobody):
        answer = outsider.get(at(event))
        assert answer.status_code == 303
        assert answer.location.startswith("/signin")


def test_head_counts_stand_in_the_cockpit_only(fay: Person, amina: Person, ben: Person, event: Event) -> None:
    topic = card(amina)
    group = places.place_topic(event, FAYS_HAND, topic, event.rounds[0], event.spaces[0], anywhere=True)
    go(event, Phase.ROUNDS)
    groups.join_group(event, amina.by, group, amina.participant)
    groups.join_group(event, ben.by, group, ben.participant)
    assert ">2 people<" in shown(fay, event, "groups")
    groups.move_on(event, ben.by, ben.participant)
    assert ">1 person<" in shown(fay, event, "groups")
    assert f'data-view="group-{group.id}"' not in page(fay, event)


def test_the_result_is_linked_once_the_event_is_closing(fay: Person, event: Event) -> None:
    assert event.result_token not in page(fay, event)
    go(event, Phase.CLOSING)
    assert event.result_token in page(fay, event)


def test_fay_writes_a_card_for_somebody(fay: Person, event: Event) -> None:
    answer = press(fay, event, "topics", title="Шаховий клуб", language="uk", step_free="y", key="k1")
    assert answer.status_code == 200
    topic = db.session.scalars(select(Topic)).one()
    assert (topic.title, topic.language, topic.wishes) == ("Шаховий клуб", "uk", ["step_free"])
    convener = db.session.get(Participant, topic.convener_id)
    assert convener is not None and convener.way is Way.HELPER


def test_a_card_without_words_comes_back(fay: Person, event: Event) -> None:
    answer = press_plainly(fay, event, "topics", title="  ", language="tr")
    assert answer.status_code == 422
    assert '<option selected value="tr">' in answer.text
    assert press(fay, event, "topics", title="Gut", language="xx").status_code == 422
    assert db.session.scalar(select(Topic.id)) is None


def test_writing_for_somebody_is_fays(
    amina: Person, sam: Person, gil: Person, nobody: FlaskClient, event: Event
) -> None:
    require_shut(event, "topics", [amina, sam, gil], nobody, title="Fremd", language="de")


def test_fay_opens_ends_and_opens_again(fay: Person, event: Event) -> None:
    event.opened_at = None
    db.session.commit()
    assert at(event, "open") in shown(fay, event, "steps")
    assert at(event, "steps") not in shown(fay, event, "steps")
    assert press(fay, event, "open").status_code == 200
    assert event.is_open
    go(event, Phase.CLOSING)
    assert press(fay, event, "close").status_code == 200
    assert event.phase is Phase.CLOSED
    assert at(event, "reopen") in shown(fay, event, "ending")
    assert press(fay, event, "reopen").status_code == 200
    assert event.is_open and event.phase is Phase.CLOSING


def test_an_event_that_was_ended_too_early_goes_on_where_it_was(fay: Person, event: Event) -> None:
    go(event, Phase.ROUNDS)
    events.close_event(event, FAYS_HAND)
    press(fay, event, "reopen")
    assert event.phase is Phase.ROUNDS


def test_the_buttons_are_fays(
    amina: Person, cleo: Person, sam: Person, gil: Person, nobody: FlaskClient, event: Event
) -> None:
    for path in ("open", "close", "reopen", "clock/more", "rounds", "spaces", "undo"):
        require_shut(event, path, [amina, cleo, sam, gil], nobody)


def test_the_clock_is_given_more_and_less(fay: Person, event: Event) -> None:
    before = event.clock_ends_at
    assert before is not None
    press(fay, event, "clock/more")
    assert (event.clock_ends_at - before).total_seconds() == 300
    press(fay, event, "clock/less")
    assert event.clock_ends_at == before
    press(fay, event, "clock/up")
    assert event.clock_ends_at < before
    events.close_event(event, FAYS_HAND)
    answer = press(fay, event, "clock/more")
    assert (answer.status_code, answer.json["code"]) == (409, "no_clock")  # type: ignore[index]


def test_a_space_and_a_round_on_the_spot(fay: Person, event: Event) -> None:
    press(fay, event, "spaces", name="Flur", step_free="")
    press(fay, event, "rounds")
    assert (event.spaces[-1].name, event.spaces[-1].step_free) == ("Flur", False)
    assert len(event.rounds) == 3
    text = page(fay, event)
    assert "Flur" in text
    assert "3×45" in shown(fay, event, "steps")


def test_as_many_statements_for_many_rows_as_for_few(fay: Person, amina: Person, event: Event) -> None:
    go(event, Phase.MARKETPLACE)
    few = _statements(fay, event, _fill(event, amina, 2))
    many = _statements(fay, event, _fill(event, amina, 8))
    assert many == few


def _fill(event: Event, amina: Person, count: int) -> None:
    for number in range(count):
        topic = card(amina, f"Thema {number}", wishes=["step_free"])
        held, space = event.rounds[number % 2], event.spaces[number % 4]
        places.place_topic(event, FAYS_HAND, topic, held, space, anywhere=True)


def _statements(fay: Person, event: Event, _filled: None) -> int:
    seen: list[str] = []
    listening.listen(db.engine, "before_cursor_execute", lambda *call: seen.append(call[2]))
    before = len(seen)
    page(fay, event)
    return len(seen) - before

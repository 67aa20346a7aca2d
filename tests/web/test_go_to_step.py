"""Walking through the plan from the cockpit; of two facilitators one wins."""

import threading
from concurrent.futures import ThreadPoolExecutor

from flask.testing import FlaskClient

from openspace.extensions import db
from openspace.models import Event, Step
from openspace.vocabulary import GroupStatus, Phase
from tests.conftest import Person, go
from tests.groups import placed
from tests.web.at_the_cockpit import at, press, press_plainly, require_shut, shown


def first(event: Event, phase: Phase) -> Step:
    return next(step for step in event.steps if step.phase is phase)


def button(event: Event, step: Step, seen: int | None = None) -> str:
    """The address behind a step, as the page shows it."""
    at_now = event.step.position if event.step else -1
    return f"steps/{step.id}?seen={at_now if seen is None else seen}"


def test_every_other_step_is_one_tap_away(fay: Person, event: Event) -> None:
    html = shown(fay, event, "steps")
    news, arrival = first(event, Phase.NEWS), first(event, Phase.ARRIVAL)
    for step in (news, arrival):
        assert f'formaction="{at(event, button(event, step))}"' in html
    assert press(fay, event, button(event, news)).status_code == 200
    assert event.phase is Phase.NEWS
    assert press(fay, event, button(event, arrival)).status_code == 200
    assert event.phase is Phase.ARRIVAL


def test_rounds_stand_on_one_line_and_each_is_a_button(fay: Person, event: Event) -> None:
    html = shown(fay, event, "steps")
    assert "2×45" in html
    for step in event.steps:
        assert (f"/steps/{step.id}?" in html) is (step is not event.step)


def test_the_green_button_goes_round_by_round(fay: Person, amina: Person, event: Event) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.MARKETPLACE)
    labels = []
    for _ in range(4):
        html = shown(fay, event, "steps")
        labels.append(html.split("Next: ")[1].split(" (")[0])
        after = event.steps[event.step.position + 1]  # type: ignore[union-attr]
        press(fay, event, button(event, after))
    assert labels == ["Round 1", "Break", "Round 2", "News"]
    assert group.status is GroupStatus.ENDED


def test_at_the_last_step_green_ends_the_event(fay: Person, event: Event) -> None:
    go(event, Phase.CLOSING)
    html = shown(fay, event, "steps")
    assert "Next:" not in html
    assert f'class="btn btn-go" form="act" formaction="{at(event, "close")}"' in html


def test_going_back_from_the_news_leads_to_the_last_round(fay: Person, event: Event) -> None:
    go(event, Phase.NEWS)
    last_round = [step for step in event.steps if step.round_id][-1]
    html = shown(fay, event, "steps")
    assert f'class="to" form="act" formaction="{at(event, button(event, last_round))}"' in html


def test_without_a_script_the_page_comes_back(fay: Person, event: Event) -> None:
    answer = press_plainly(fay, event, button(event, first(event, Phase.OPENING)))
    assert (answer.status_code, answer.location) == (303, at(event))
    assert event.phase is Phase.OPENING


def test_hana_was_faster(fay: Person, hana: Person, event: Event) -> None:
    market, opening = first(event, Phase.MARKETPLACE), first(event, Phase.OPENING)
    seen, since = event.step.position, event.revision  # type: ignore[union-attr]
    assert press(hana, event, button(event, market, seen)).status_code == 200
    answer = press(fay, event, button(event, opening, seen), since=since)
    assert answer.status_code == 409
    assert event.phase is Phase.MARKETPLACE
    said = answer.json
    assert said is not None
    assert said["code"] == "moved_on"
    assert said["message"]
    now = {fragment["view"]: fragment["html"] for fragment in said["fragments"]}
    assert f"?seen={market.position}" in now["steps"]


def test_hana_was_faster_without_a_script(fay: Person, hana: Person, event: Event) -> None:
    seen = event.step.position  # type: ignore[union-attr]
    press_plainly(hana, event, button(event, first(event, Phase.MARKETPLACE), seen))
    answer = press_plainly(fay, event, button(event, first(event, Phase.OPENING), seen))
    assert answer.status_code == 409
    assert 'role="alert"' in answer.text
    assert f"?seen={first(event, Phase.MARKETPLACE).position}" in answer.text


def test_both_at_the_same_moment(fay: Person, hana: Person, event: Event) -> None:
    for phases in ((Phase.MARKETPLACE, Phase.OPENING), (Phase.NEWS, Phase.ARRIVAL), (Phase.CLOSING, Phase.COLLECTING)):
        addresses = [at(event, button(event, first(event, phase))) for phase in phases]
        answers = _together([fay, hana], addresses)
        db.session.rollback()  # end our own view of the database
        assert sorted(answers) == [200, 409]
        assert event.phase is phases[answers.index(200)]


def _together(people: list[Person], addresses: list[str]) -> list[int]:
    """Everybody presses at once, each in a thread of their own."""
    start = threading.Barrier(len(people))

    def act(person: Person, address: str) -> int:
        start.wait()
        return person.browser.post(address, headers={"Accept": "application/json"}).status_code

    with ThreadPoolExecutor(len(people)) as crowd:
        return list(crowd.map(act, people, addresses))


def test_before_it_is_opened_nothing_moves(fay: Person, event: Event) -> None:
    event.opened_at = None
    db.session.commit()
    answer = press(fay, event, button(event, first(event, Phase.NEWS)))
    assert (answer.status_code, answer.json["code"]) == (409, "not_opened")  # type: ignore[index]


def test_a_step_of_another_event_is_not_there(fay: Person, event: Event, other_event: Event) -> None:
    answer = press(fay, event, f"steps/{other_event.steps[0].id}?seen={event.step.position}")  # type: ignore[union-attr]
    assert answer.status_code == 404
    assert press(fay, event, "steps/99999").status_code == 404


def test_the_plan_is_fays(
    amina: Person, cleo: Person, sam: Person, gil: Person, nobody: FlaskClient, event: Event
) -> None:
    require_shut(event, button(event, first(event, Phase.NEWS)), [amina, cleo, sam, gil], nobody)

"""Everything about an event is prepared on one page, until it is closed."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from openspace.actions import events
from openspace.extensions import db
from openspace.models import Event, Site, Space, Step
from openspace.vocabulary import Phase, Role
from tests.conftest import EVENING, FAYS_HAND, Person, work

TEXTS: dict[str, Any] = {
    "title": "Abend",
    "theme": "Was fehlt?",
    "starts_at": "2026-06-12T17:00",
    "place": "Schule",
    "languages": ["de", "tr"],
    "givens": "",
    "contact": "Fay",
    "childcare": "",
    "dots_each": "5",
    "dots_on": "topics",
}


@pytest.fixture
def early(site: Site, fay: Person) -> Event:
    """An event of Fay's site that nobody has opened yet."""
    return events.create_event(site, title="Abend", theme="Was fehlt?", starts_at=EVENING, contact="Fay")


def at(event: Event, path: str = "") -> str:
    return f"/c/{event.public_id}/prepare{path}"


def rows(event: Event, **minutes: str) -> dict[str, str]:
    """The plan's form as the browser sends it; ``collecting="25"`` types another figure."""
    sent = {}
    for n, step in enumerate(event.steps):
        sent[f"steps-{n}-step"] = str(step.id)
        sent[f"steps-{n}-minutes"] = minutes.get(step.phase or "break", str(step.minutes))
        sent[f"steps-{n}-word"] = step.word
    return sent


def step_of(event: Event, phase: Phase | None) -> Step:
    return next(step for step in event.steps if step.phase is phase)


def test_new_texts_are_kept_and_the_plan_moves_along(fay: Person, early: Event) -> None:
    answer = fay.post(at(early, "/texts"), **TEXTS)
    assert answer.location == at(early) + "#texts"
    assert (early.place, early.languages) == ("Schule", ["de", "tr"])
    assert early.steps[1].starts_at.astimezone(early.zone).strftime("%H:%M") == "17:15"


def test_ben_reads_the_new_theme_of_an_open_event(fay: Person, ben: Person, event: Event) -> None:
    fay.post(at(event, "/texts"), **TEXTS | {"theme": "Wer hilft wem?"})
    assert event.theme == "Wer hilft wem?"
    assert event.steps[2].starts_at == step_of(event, Phase.COLLECTING).starts_at


def test_wrong_texts_come_back_as_typed(fay: Person, early: Event) -> None:
    answer = fay.post(at(early, "/texts"), **TEXTS | {"theme": " ", "place": "Turnhalle"})
    assert answer.status_code == 422
    assert 'id="theme-error"' in answer.text and "Turnhalle" in answer.text
    assert early.place == ""


def test_an_open_event_keeps_a_contact_person(fay: Person, event: Event) -> None:
    answer = fay.post(at(event, "/texts"), **TEXTS | {"contact": ""})
    assert answer.status_code == 409
    assert event.contact == "Fay, Info-Tisch"


def test_every_step_that_has_not_begun_can_be_changed(fay: Person, early: Event, event: Event) -> None:
    assert fay.get(at(early)).text.count('type="number" value="') > len(early.steps)
    page = fay.get(at(event)).text
    assert [n for n in range(12) if f'name="steps-{n}-minutes"' in page] == list(range(len(event.steps) - 2))


def test_minutes_words_and_times(fay: Person, early: Event) -> None:
    pause = step_of(early, None)
    typed = rows(early, collecting="25") | {f"steps-{pause.position}-word": "Tee und Gebet"}
    assert fay.post(at(early, "/plan"), **typed).location == at(early) + "#plan"
    assert pause.word == "Tee und Gebet"
    page = fay.get(at(early)).text
    assert "17:30" in page and "Tee und Gebet" in page


def test_minutes_that_are_none_come_back(fay: Person, early: Event) -> None:
    for minutes in ("", "lang", "0", "100000", "1.5"):
        answer = fay.post(at(early, "/plan"), **rows(early, collecting=minutes))
        assert answer.status_code == 422, minutes
        assert 'id="steps-2-minutes-error"' in answer.text
    assert step_of(early, Phase.COLLECTING).minutes == 15


def test_a_button_keeps_what_was_typed_beside_it(fay: Person, early: Event) -> None:
    arrival = early.steps[0]
    fay.post(at(early, f"/plan/break/{arrival.id}"), **rows(early, collecting="25"))
    assert early.steps[1].is_break
    assert step_of(early, Phase.COLLECTING).minutes == 25
    fay.post(at(early, f"/plan/remove/{early.steps[1].id}"), **rows(early))
    assert not early.steps[1].is_break


def test_a_round_more_and_weighting(fay: Person, early: Event) -> None:
    fay.post(at(early, "/plan/round"), **rows(early))
    fay.post(at(early, "/plan/weighting/on"), **rows(early))
    assert len(early.rounds) == 3
    assert step_of(early, Phase.WEIGHTING).minutes == 15
    fay.post(at(early, "/plan/weighting/off"), **rows(early))
    assert Phase.WEIGHTING not in [step.phase for step in early.steps]


def test_what_the_plan_needs_stays_and_the_reason_is_said(fay: Person, early: Event) -> None:
    news = step_of(early, Phase.NEWS)
    answer = fay.post(at(early, f"/plan/remove/{news.id}"), **rows(early))
    assert answer.status_code == 409
    assert 'role="alert"' in answer.text
    assert news in early.steps


def test_spaces_come_change_and_go(fay: Person, early: Event) -> None:
    fay.post(at(early, "/spaces"), name="Café", step_free="y")
    fay.post(at(early, "/spaces"), name="")
    cafe, second = early.spaces
    assert (cafe.name, cafe.symbol, cafe.step_free, cafe.quiet) == ("Café", "tree", True, False)
    assert second.name and not second.step_free
    changed = {f"space-{second.id}-name": "Keller", f"space-{second.id}-quiet": "y"}
    fay.post(at(early, f"/spaces/{second.id}"), **changed)
    assert (second.name, second.quiet, second.symbol) == ("Keller", True, "sun")
    assert "Keller" in fay.get(at(early)).text
    fay.post(at(early, f"/spaces/{cafe.id}/remove"))
    assert [space.name for space in early.spaces] == ["Keller"]


def test_a_name_that_is_too_long_opens_its_space_again(fay: Person, early: Event) -> None:
    space = events.add_space(early, FAYS_HAND)
    answer = fay.post(at(early, f"/spaces/{space.id}"), **{f"space-{space.id}-name": "a" * 41})
    assert answer.status_code == 422
    assert "a" * 41 in answer.text and f'id="space-{space.id}-name-error"' in answer.text


def test_opening_lets_ben_in(fay: Person, early: Event, nobody: FlaskClient) -> None:
    assert nobody.post("/join", data={"code": early.join_code}).status_code == 409
    assert at(early, "/open") in fay.get(at(early)).text
    assert fay.post(at(early, "/open")).status_code == 303
    assert nobody.post("/join", data={"code": early.join_code}).status_code == 303
    assert early.join_token in fay.get(at(early)).text


INCOMPLETE = [
    ("", "Wenig", "Fay"),
    ("Wir", " ", "Fay"),
    ("Wir", "Wenig", " "),
    ("[Bitte ergänzen: Name]", "Wenig", "Fay"),
]


def test_what_is_missing_is_said_instead_of_the_button(fay: Person, early: Event) -> None:
    for imprint, privacy, contact in INCOMPLETE:
        early.site.imprint, early.site.privacy, early.contact = imprint, privacy, contact
        db.session.commit()
        assert at(early, "/open") not in fay.get(at(early)).text
        assert fay.post(at(early, "/open")).status_code == 409
        assert early.opened_at is None


def test_after_the_event_nothing_changes(fay: Person, event: Event) -> None:
    events.close_event(event, FAYS_HAND)
    space = event.spaces[0]
    for path, form in [
        ("/texts", TEXTS),
        ("/plan", rows(event, collecting="25")),
        ("/plan/round", rows(event)),
        ("/spaces", {"name": "Café"}),
        ("/spaces/advised", {"count": "9"}),
        (f"/spaces/{space.id}", {f"space-{space.id}-name": "Keller"}),
        (f"/spaces/{space.id}/remove", {}),
    ]:
        assert fay.post(at(event, path), **form).status_code == 409, path
    assert fay.get(at(event)).status_code == 200
    assert (event.title, len(event.spaces)) == ("Abend im Viertel", 4)


def test_the_same_form_twice_is_one_space(fay: Person, early: Event) -> None:
    for _ in range(2):
        answer = fay.post(at(early, "/spaces"), name="Café", key="k1")
        assert answer.location.startswith(at(early))
    assert len(early.spaces) == 1


def test_rows_of_another_event_are_not_there(fay: Person, early: Event, other_event: Event) -> None:
    step, space = other_event.steps[0], other_event.spaces[0]
    for path in (
        f"/plan/break/{step.id}",
        f"/plan/remove/{step.id}",
        f"/spaces/{space.id}",
        f"/spaces/{space.id}/remove",
    ):
        assert fay.post(at(early, path), **rows(early)).status_code == 404, path
    fay.post(at(early, "/plan"), **{"steps-0-step": str(step.id), "steps-0-minutes": "99"})
    assert step.minutes == 15
    assert db.session.get(Space, space.id) is not None


PATHS = ("", "/texts", "/plan", "/plan/round", "/plan/weighting/on", "/spaces", "/spaces/advised", "/open")


def test_outsiders_find_nothing(app: Flask, early: Event, other_event: Event, sam: Person, cleo: Person) -> None:
    hana = work(app, other_event, "hana@example.org", Role.FACILITATOR)
    for path in PATHS:
        for person in (hana, sam):
            call = person.get if path == "" else person.post
            assert call(at(early, path)).status_code == 404, path
        if path:
            assert cleo.post(at(early, path)).status_code == 403
    assert cleo.get(at(early)).location.startswith("/signin")
    assert early.opened_at is None and early.spaces == []

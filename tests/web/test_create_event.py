"""A facilitator creates an event from a template."""

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from openspace.extensions import db
from openspace.models import Event
from openspace.vocabulary import Phase, Role
from tests.conftest import Person, work

NEW: dict[str, Any] = {
    "template": "one_day",
    "title": "Herbsttag",
    "theme": "Was fehlt uns im Winter?",
    "starts_at": "2026-11-07T09:30",
    "place": "Bürgerhaus",
    "languages": ["de", "uk", "ku"],
    "givens": "Geld: 2.000 Euro",
    "contact": "Fay, Info-Tisch",
    "childcare": "Raum 3, bis 18 Uhr",
    "dots_each": "4",
    "dots_on": "ideas",
    "people": "60",
}


def made() -> Event | None:
    return db.session.scalar(select(Event).filter_by(title=NEW["title"]))


def test_fay_creates_a_day_in_the_time_of_her_clock(fay: Person) -> None:
    assert 'value="half_day"' in fay.get("/staff/new").text
    answer = fay.post("/staff/new", **NEW)
    event = made()
    assert event is not None
    assert answer.location == f"/c/{event.public_id}/prepare?people=60"
    assert event.starts_at.isoformat() == "2026-11-07T08:30:00+00:00"
    assert event.code == "LIND-2026-11"
    assert (event.languages, event.dots_each, event.dots_on) == (["de", "uk", "ku"], 4, "ideas")
    assert [event.theme, event.place, event.contact, event.childcare, event.givens] == [
        NEW[name] for name in ("theme", "place", "contact", "childcare", "givens")
    ]
    assert len(event.rounds) == 3
    assert event.opened_at is None
    assert "Herbsttag" in fay.get("/staff").text


def test_the_page_gives_advice_and_prepares_the_spaces_by_one_tap(fay: Person) -> None:
    page = fay.get(fay.post("/staff/new", **NEW).location)
    event = made()
    assert event is not None
    assert "60 " in page.text and "15 " in page.text
    for _ in range(2):
        fay.post(f"/c/{event.public_id}/prepare/spaces/advised", count="5")
        assert [space.symbol for space in event.spaces] == ["tree", "sun", "wave", "cup", "flower"]
    fay.post(f"/c/{event.public_id}/prepare/spaces/advised", count="9999")
    assert len(event.spaces) == len({space.symbol for space in event.spaces}) == 32


def test_every_template_makes_a_plan(fay: Person) -> None:
    for template in ("micro", "half_day", "one_day", "two_and_a_half_days"):
        fay.post("/staff/new", **NEW | {"template": template, "title": template})
        event = db.session.scalars(select(Event).filter_by(title=template)).one()
        assert event.steps[0].phase is Phase.ARRIVAL
        assert fay.get(f"/c/{event.public_id}/prepare").status_code == 200


WRONG: list[dict[str, Any]] = [
    {"title": "  "},
    {"theme": ""},
    {"theme": "a" * 161},
    {"starts_at": "morgen"},
    {"starts_at": ""},
    {"languages": []},
    {"languages": ["klingon"]},
    {"dots_each": "viele"},
    {"dots_each": "0"},
    {"dots_each": ""},
    {"people": "-3"},
    {"template": "a_week"},
    {"contact": "a" * 201},
]


def test_what_is_wrong_is_said_and_everything_typed_is_kept(fay: Person) -> None:
    for wrong in WRONG:
        answer = fay.post("/staff/new", **NEW | wrong)
        assert answer.status_code == 422, wrong
        assert 'class="error"' in answer.text, wrong
        assert "Raum 3, bis 18 Uhr" in answer.text
    assert made() is None


def test_missing_fields_are_no_crash(fay: Person) -> None:
    assert fay.post("/staff/new").status_code == 422


def test_sam_who_writes_drafts_creates_no_events(sam: Person) -> None:
    assert sam.get("/staff").status_code == 200
    assert sam.get("/staff/new").status_code == 404
    assert sam.post("/staff/new", **NEW).status_code == 404
    assert made() is None


def test_residents_and_strangers_are_asked_to_sign_in(ben: Person, nobody: FlaskClient) -> None:
    for browser in (ben.browser, nobody):
        assert browser.get("/staff/new").location == "/signin?then=/staff/new"
        assert browser.get("/staff").location == "/signin?then=/staff"
        assert browser.post("/staff/new", data=NEW).status_code == 403
    assert made() is None


def test_a_facilitator_elsewhere_sees_only_her_own_events(app: Flask, fay: Person, other_event: Event) -> None:
    fay.post("/staff/new", **NEW)
    hana = work(app, other_event, "hana@example.org", Role.FACILITATOR)
    home = hana.get("/staff").text
    assert "Herbsttag" not in home
    assert other_event.public_id in home

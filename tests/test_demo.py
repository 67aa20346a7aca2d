"""The demo: same seed, same event; it goes away without a trace; and it plays by itself against a real server."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import stamp
from sqlalchemy import func, select

from openspace.actions import accounts, participants
from openspace.app import create_app
from openspace.database import now
from openspace.demo.build import build
from openspace.demo.content import content
from openspace.demo.plan import open_event
from openspace.demo.site import FACILITATOR, STAFF, one_password, remove_site
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import Attendance, BreakoutGroup, Draft, Event, Outcome, Participant, Site, Topic
from openspace.vocabulary import DraftStatus, Phase, TopicStatus
from tests.conftest import EVENING, Person, arrive
from tests.serving import Server, serving

PATIENCE = 180


def rows() -> dict[str, int]:
    """How many rows every table has."""
    tables = db.metadata.sorted_tables
    return {table.name: db.session.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}


def story(event: Event) -> dict[str, Any]:
    """What somebody could tell about an event: everything but ids, links and codes."""
    people = list(db.session.scalars(select(Participant).filter_by(event_id=event.id).order_by(Participant.joined_at)))
    groups = select(BreakoutGroup).filter_by(event_id=event.id).order_by(BreakoutGroup.placed_at)
    sat = select(Attendance).join(BreakoutGroup).filter_by(event_id=event.id)
    drafts = db.session.scalars(select(Draft).filter_by(event_id=event.id).order_by(Draft.number))
    written = db.session.scalars(select(Outcome).filter_by(event_id=event.id).order_by(Outcome.id))
    cards = db.session.scalars(select(Topic).filter_by(event_id=event.id).order_by(Topic.number))
    return {
        "people": [(p.nickname, p.language, p.way, p.joined_at - event.starts_at) for p in people],
        "topics": [(t.number, t.title, people.index(t.convener), t.status) for t in cards if t.convener],
        "groups": [(g.round.number, g.space.symbol, g.numbers, g.summary) for g in db.session.scalars(groups)],
        "sat": sorted((a.group.numbers, people.index(a.participant), a.joined_at - event.starts_at)
                      for a in db.session.scalars(sat)),
        "outcomes": [(o.group.numbers, o.kind, o.text, o.written_at - event.starts_at) for o in written],
        "drafts": [
            (d.status, {f.name: f.text for f in d.fields}, [(s.field, s.words, s.how) for s in d.sources],
             [(people.index(c.participant), c.words) for c in d.commitments], [line.cents for line in d.budget])
            for d in drafts
        ],
    }  # fmt: skip


def test_the_same_seed_makes_the_same_event(app: Flask) -> None:
    first = story(build(seed=1))
    remove_site()
    again = story(build(seed=1))
    remove_site()
    assert again == first
    assert [name for name, *_ in story(build(seed=2))["people"]] != [name for name, *_ in first["people"]]


def test_it_is_as_large_as_promised(app: Flask) -> None:
    told, event = story(build()), db.session.scalars(select(Event)).one()
    assert [len(told[what]) for what in ("people", "topics", "outcomes", "drafts")] == [38, 21, 80, 7]
    assert (len(event.rounds), len(event.spaces)) == (3, 5)
    assert len({language for _, language, *_ in told["people"]}) == 7
    assert len({nickname for nickname, *_ in told["people"]}) == 38
    assert {status for status, *_ in told["drafts"]} >= {DraftStatus.SEED, DraftStatus.SUBMITTED, DraftStatus.SHELVED}
    assert event.site.is_demo


def test_it_stands_in_the_action_planning_of_today(app: Flask) -> None:
    event = build()
    assert (event.phase, event.is_open, event.takes_projects) == (Phase.ACTION_PLANNING, True, True)
    assert event.step is not None and event.clock_ends_at is not None
    assert event.step.starts_at < now() < event.clock_ends_at
    assert all(held.is_over for held in event.rounds)


def test_words_behind_a_field_are_as_faithful_as_the_content_says(app: Flask) -> None:
    build()
    for words, draft in zip(content()["drafts"], db.session.scalars(select(Draft).order_by(Draft.number)), strict=True):
        outcomes = [source for source in draft.sources if source.outcome is not None]
        assert [source.how for source in outcomes] == [source["how"] for source in words["sources"]]
        assert [topic.number for topic in draft.topics] == words["topics"]


def test_whoever_writes_or_invites_sat_in_the_group_and_who_left_sat_nowhere(app: Flask) -> None:
    build()
    sat = {(a.group_id, a.participant_id) for a in db.session.scalars(select(Attendance))}
    assert all((o.group_id, o.author_id) in sat for o in db.session.scalars(select(Outcome)))
    for group in db.session.scalars(select(BreakoutGroup)):
        assert all((group.id, topic.convener_id) in sat for topic in group.topics)
    gone = db.session.scalars(select(Participant).where(Participant.left_at.is_not(None))).one()
    orphan = db.session.scalars(select(Topic).filter_by(number=8)).one()
    assert orphan.convener is gone and orphan.is_orphaned
    assert gone.id not in {person for _, person in sat}


def test_two_topics_rest_and_two_share_one_group(app: Flask) -> None:
    build()
    resting = db.session.scalars(select(Topic.number).filter_by(status=TopicStatus.RESTING).order_by(Topic.number))
    assert list(resting) == [19, 21]
    twelve = db.session.scalars(select(Topic).filter_by(number=12)).one()
    assert twelve.merged_into is not None and twelve.merged_into.number == 7
    assert [7, 12] in [group.numbers for group in db.session.scalars(select(BreakoutGroup))]


def test_removing_it_leaves_nothing_and_touches_nothing_else(
    app: Flask, event: Event, ben: Person, cleo: Person, fay: Person
) -> None:
    _, cookie = participants.join(event, None, "de")
    before = rows()
    made = build()
    arrive(app, made)
    participants.join(made, cookie, "tr")
    open_event(made.site, EVENING, weighting=True)
    accounts.sign_in(FACILITATOR, one_password(made.site), "de")
    assert remove_site()
    assert rows() == before
    assert [person.get("/staff" if person is fay else "now").status_code for person in (ben, cleo, fay)] == [200] * 3
    assert not remove_site()
    assert rows() == before


def test_what_fails_half_way_leaves_nothing(app: Flask, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows()
    monkeypatch.setitem(content(), "drafts", [{"status": "no such status"}])
    with pytest.raises(ValueError, match="no such status"):
        build()
    assert rows() == before


def test_a_real_site_of_the_same_code_stays_what_it_is(app: Flask, site: Site) -> None:
    made = build()
    assert (site.code, site.is_demo) == ("LIND", False)
    assert made.site.code != "LIND" and made.site.is_demo


def test_one_password_opens_both_accounts_until_the_next_one_is_made(app: Flask) -> None:
    site = build().site
    old, new = one_password(site), one_password(site)
    for email in (FACILITATOR, STAFF):
        assert accounts.sign_in(email, new, "de")
        with pytest.raises(RuleBroken):
            accounts.sign_in(email, old, "de")


def signed_in(app: Flask, email: str, password: str) -> FlaskClient:
    """The browser of somebody with an account of the demo."""
    browser = app.test_client()
    with browser.session_transaction() as cookie:
        cookie["device"] = accounts.sign_in(email, password, "de")
    return browser


def test_its_accounts_open_no_other_site(app: Flask, event: Event) -> None:
    made = build()
    fay = signed_in(app, FACILITATOR, one_password(made.site))
    assert fay.get(f"/c/{made.public_id}").status_code == 200
    assert fay.get(f"/c/{event.public_id}").status_code == 404


def test_every_page_of_it_opens(app: Flask) -> None:
    made = build()
    resident = arrive(app, made)
    pages = ["now", "wall", "plan", "me", "topics/new", "projects", "projects/new"]
    for model, path in ((Topic, "topics"), (BreakoutGroup, "groups"), (Outcome, "outcomes"), (Draft, "projects")):
        pages += [f"{path}/{key}" for key in db.session.scalars(select(model.id).filter_by(event_id=made.id))]
    assert {path: status for path in pages if (status := resident.get(path).status_code) != 200} == {}
    password = one_password(made.site)
    fay, sam = signed_in(app, FACILITATOR, password), signed_in(app, STAFF, password)
    for browser, path in ((fay, f"/c/{made.public_id}"), (sam, "/staff"), (sam, f"/s/{made.screen_token}")):
        assert browser.get(path).status_code == 200


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A running server whose database says that it is up to date."""
    with serving(tmp_path) as running:
        with create_app(running.settings).app_context():
            stamp()
            db.engine.dispose()
        yield running


def openspace(server: Server, *asked: str) -> "subprocess.CompletedProcess[str]":
    """Run the command line beside a server."""
    settings = server.settings
    env = {
        **os.environ,
        "HOST": settings.host,
        "PORT": str(settings.port),
        "OPENSPACE_DATA": str(settings.data),
        "OPENSPACE_SECRET": settings.secret,
        "OPENSPACE_BASE_URL": settings.base_url,
    }
    command = [sys.executable, "-m", "openspace", "demo", *asked]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False)


def test_the_command_loads_it_once_tells_its_links_and_removes_it(server: Server) -> None:
    first, second = openspace(server), openspace(server)
    assert f"Phone    {server.url}/j/" in first.stdout and "there already" not in first.stdout
    assert "there already" in second.stdout and f"Phone    {server.url}/j/" in second.stdout
    links = json.loads(openspace(server, "--json").stdout)
    assert {"join", "return_code", "screen", "cockpit", "staff", "password"} <= links.keys()
    for name in ("join", "screen", "staff"):
        assert urlopen(links[name]).status == 200
    assert "removed" in openspace(server, "--remove").stdout
    assert openspace(server, "--remove").returncode == 0
    with pytest.raises(HTTPError, match="404"):
        urlopen(links["join"])


def test_it_plays_by_itself(server: Server) -> None:
    played = openspace(server, "--live", "--phones", "6", "--minutes", "0.2")
    assert played.returncode == 0, played.stdout + played.stderr
    assert " 0 failed" in played.stdout and " 0 missed" in played.stdout
    assert "6 of 6 phones at revision" in played.stdout


def test_without_a_server_it_says_so(server: Server) -> None:
    nowhere = openspace(server, "--live", "--url", "http://127.0.0.1:1")
    assert nowhere.returncode == 2
    assert "No server is ready at http://127.0.0.1:1" in nowhere.stderr

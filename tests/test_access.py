"""The access table: every route × every kind of person. A route behind no known door fails the suite."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import BuildError, Rule

from openspace.actions import drafts, groups, merges, outcomes, places, topics
from openspace.extensions import db
from openspace.models import Event
from openspace.vocabulary import Phase, Role
from tests.conftest import FAYS_HAND, Person, arrive, go, make_event, make_site, work

CANARY = "Kanarienvogel"

# Doors by the beginning of their addresses; the longest fitting one counts.
DOORS = {
    "/e/<event>": "participant",
    "/c/<event>": "facilitator",
    "/staff/<event>": "staff",
    "/staff": "account",
    "/s/<token>": "screen",
    "/j/<token>": "join",
    "/r/<token>": "result",
    "/p/<token>": "project",
    "/setup/<token>": "setup",
    "/about/<code>": "open",
    "/static/<build>": "open",
    "/livez": "open",
    "/readyz": "open",
    "/join": "open",
    "/language": "open",
    "/signin": "open",
    "/signout": "open",
    "/sw.js": "open",
    "/": "open",
}

SIGN_IN = {"GET": 303, "POST": 403}
NOT_THERE = {"GET": 404, "POST": 404}
# What somebody meets at a door that is not theirs.
EXPECTED = {
    "nobody": {"participant": NOT_THERE, "facilitator": SIGN_IN, "staff": SIGN_IN, "account": SIGN_IN},
    "ben": {"facilitator": SIGN_IN, "staff": SIGN_IN, "account": SIGN_IN},
    "cleo": {"participant": NOT_THERE, "facilitator": SIGN_IN, "staff": SIGN_IN, "account": SIGN_IN},
    "fay": {"participant": NOT_THERE},
    "admin": {"participant": NOT_THERE},
    "sam": {"participant": NOT_THERE, "facilitator": NOT_THERE},
    "coordinator": {"participant": NOT_THERE, "facilitator": NOT_THERE},
    "programme": {"participant": NOT_THERE, "facilitator": NOT_THERE, "staff": NOT_THERE},
    "another_sites_facilitator": {"participant": NOT_THERE, "facilitator": NOT_THERE, "staff": NOT_THERE},
}


def door(rule: Rule) -> str:
    fitting = [prefix for prefix in DOORS if rule.rule == prefix or rule.rule.startswith(prefix.rstrip("/") + "/")]
    fitting = [prefix for prefix in fitting if prefix != "/" or rule.rule == "/"]
    assert fitting, f"{rule.rule} stands behind no door of the table"
    return DOORS[max(fitting, key=len)]


@dataclass
class World:
    """An evening with one of everything, all Ben's, and a canary in every text."""

    event: Event
    values: dict[str, object]
    people: dict[str, FlaskClient]


@pytest.fixture
def world(app: Flask, event: Event, ben: Person, cleo: Person, nobody: FlaskClient) -> World:
    topic = topics.post_topic(event, ben.by, ben.participant, title=f"{CANARY} eins")
    other = topics.post_topic(event, ben.by, ben.participant, title=f"{CANARY} zwei")
    held, space = event.rounds[0], event.spaces[0]
    group = places.place_topic(event, FAYS_HAND, topic, held, space, anywhere=True)
    go(event, Phase.ROUNDS)
    groups.join_group(event, ben.by, group, ben.participant)
    outcome = outcomes.write_outcome(event, ben.by, group, ben.participant, f"{CANARY} sagt etwas")
    draft = drafts.convert(event, ben.by, ben.participant, [outcome], topics=[topic])
    request = merges.ask_to_merge(event, ben.by, other, topic)
    values = {
        "event": event.public_id, "topic": topic.id, "other": other.id, "group": group.id, "outcome": outcome.id,
        "draft": draft.id, "held": event.rounds[1].id, "round": held.id, "space": space.id, "step": event.steps[5].id,
        "item": topic.id, "request": request.id, "field": "need", "way": "more", "state": "on", "ending": "json",
        "key": 999, "code": event.site.code, "build": "x", "name": "css/base.css",
    }  # fmt: skip
    tokens = {"screen": event.screen_token, "join": event.join_token, "result": event.result_token}
    values["tokens"] = {**tokens, "project": draft.token, "setup": "no"}
    elsewhere = make_event(make_site("BERG", "Bergviertel"))
    people = {
        "nobody": nobody,
        "ben": ben.browser,
        "cleo": cleo.browser,
        "fay": work(app, event, "fay@example.org", Role.FACILITATOR).browser,
        "sam": work(app, event, "sam@example.org", Role.STAFF).browser,
        "admin": work(app, event, "admin@example.org", Role.ADMIN).browser,
        "coordinator": work(app, event, "coordinator@example.org", Role.COORDINATOR).browser,
        "programme": work(app, event, "programme@example.org", Role.PROGRAMME).browser,
        "another_sites_facilitator": work(app, elsewhere, "frida@example.org", Role.FACILITATOR).browser,
    }
    return World(event, values, people)


def routes(app: Flask, world: World) -> Iterator[tuple[str, str, str]]:
    """Method, address and door of every route, with the world's own ids in it."""
    for rule in app.url_map.iter_rules():
        behind = door(rule)
        values = {name: world.values.get(name) for name in rule.arguments}
        if "token" in values:
            values["token"] = world.values["tokens"][behind]  # type: ignore[index]
        with app.test_request_context():
            try:
                built = app.url_map.bind("").build(rule.endpoint, values)
            except BuildError as missing:
                raise AssertionError(f"the table has no value for {rule.rule}") from missing
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            yield method, built, behind


@pytest.mark.parametrize("who", sorted(EXPECTED))
def test_strangers_are_kept_out_and_change_nothing(app: Flask, world: World, who: str) -> None:
    before = world.event.revision
    wrong = []
    for method, address, behind in routes(app, world):
        expected = EXPECTED[who].get(behind)
        if expected is None:
            continue
        answer = world.people[who].open(address, method=method)
        if answer.status_code != expected[method] or CANARY in answer.text:
            wrong.append((method, address, answer.status_code))
    assert wrong == []
    db.session.expire_all()
    assert world.event.revision == before


@pytest.mark.parametrize(
    ("who", "behind"),
    [
        ("ben", "participant"),
        ("fay", "facilitator"),
        ("admin", "facilitator"),
        ("sam", "staff"),
        ("fay", "staff"),
        ("coordinator", "staff"),
        ("admin", "account"),
        ("nobody", "screen"),
        ("nobody", "join"),
        ("nobody", "result"),
        ("nobody", "project"),
    ],
)
def test_who_may_gets_in(app: Flask, world: World, who: str, behind: str) -> None:
    wrong = []
    for method, address, stands in routes(app, world):
        if stands == behind and method == "GET":
            answer = world.people[who].get(address)
            if answer.status_code not in {200, 302, 303}:
                wrong.append((address, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("who", ["nobody", "cleo", "programme", "another_sites_facilitator"])
def test_a_wrong_link_opens_nothing(app: Flask, world: World, who: str) -> None:
    world.values["tokens"] = dict.fromkeys(("screen", "join", "result", "project", "setup"), "x" * 22)
    for method, address, behind in routes(app, world):
        if behind in {"screen", "join", "result", "project", "setup"}:
            assert world.people[who].open(address, method=method).status_code == 404, address


def test_another_events_rows_are_not_there(app: Flask, world: World, ben: Person) -> None:
    """Ben is at both events; ids of one answer 404 in the other."""
    elsewhere = make_event(make_site("TAL", "Talviertel"), Phase.ROUNDS)
    there = arrive(app, elsewhere)
    world.values["event"] = elsewhere.public_id
    ids = ("/topics/", "/groups/", "/outcomes/", "/projects/", "/spaces/", "/merges/", "/dots/", "/plan/")
    for method, address, behind in routes(app, world):
        if behind == "participant" and any(f"{part}{n}" in address for part in ids for n in range(1, 10)):
            answer = there.browser.open(address, method=method)
            assert answer.status_code == 404, (method, address, answer.status_code)
            assert CANARY not in answer.text


def test_an_id_too_large_for_a_database_is_not_there(event: Event, ben: Person) -> None:
    assert ben.get(f"topics/{10**30}").status_code == 404

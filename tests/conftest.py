"""The cast. Amina convenes, Ben joins, Cleo is at another event, Fay facilitates, Sam is staff."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from openspace.actions import events, participants, steps
from openspace.actions.change import By
from openspace.app import create_app
from openspace.config import Settings
from openspace.extensions import db
from openspace.models import Account, Device, Event, Participant, Site
from openspace.tokens import digest
from openspace.vocabulary import Phase, Role

FAYS_HAND = By("account-1")
EVENING = datetime(2026, 6, 12, 14, 30, tzinfo=UTC)
PASSWORD = "correct horse battery"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """The program with an empty database of its own."""
    settings = Settings(
        host="127.0.0.1",
        port=8000,
        base_url="http://127.0.0.1:8000",
        database_url=f"sqlite:///{tmp_path / 'test.sqlite3'}",
        secret="a secret for tests",
        data=tmp_path,
    )
    app = create_app(settings, testing=True)
    app.config["WTF_CSRF_ENABLED"] = False
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


@dataclass
class Person:
    """Somebody with a browser. ``at`` is the event they are at."""

    browser: FlaskClient
    at: Event
    row: Participant | Account

    @property
    def by(self) -> By:
        """How the log names them."""
        word = "participant" if isinstance(self.row, Participant) else "account"
        return By(f"{word}-{self.row.id}")

    @property
    def participant(self) -> Participant:
        """The row of a resident."""
        assert isinstance(self.row, Participant)
        return self.row

    def path(self, path: str) -> str:
        """``wall`` → the address at their event; a path that begins with / stays."""
        return path if path.startswith("/") else f"/e/{self.at.public_id}/{path}"

    def get(self, path: str, **more: Any) -> TestResponse:
        """Look at a page."""
        return self.browser.get(self.path(path), **more)

    def post(self, path: str, **form: Any) -> TestResponse:
        """Send a plain form, as without JavaScript."""
        return self.browser.post(self.path(path), data=form)

    def send(self, path: str, **form: Any) -> TestResponse:
        """Send a form as the script does."""
        return self.browser.post(self.path(path), data=form, headers={"Accept": "application/json"})


def make_site(code: str = "LIND", name: str = "Lindenviertel") -> Site:
    """A site whose pages are written."""
    site = Site(code=code, name=name, carrier="Verein", imprint="Wir", privacy="Wenig", languages=["de"])
    db.session.add(site)
    db.session.commit()
    return site


def make_event(site: Site, phase: Phase = Phase.COLLECTING, **more: Any) -> Event:
    """An open event in a phase, with four spaces."""
    event = events.create_event(
        site,
        title="Abend im Viertel",
        theme="Was macht unser Viertel zum Zuhause?",
        starts_at=EVENING,
        languages=["de", "tr", "ar", "en"],
        contact="Fay, Info-Tisch",
        place="Bürgerhaus",
        **more,
    )
    for _ in range(4):
        events.add_space(event, FAYS_HAND)
    events.open_event(event, FAYS_HAND)
    go(event, phase)
    return event


def go(event: Event, phase: Phase) -> None:
    """Fay moves the event on to the first step of a phase."""
    step = next(step for step in event.steps if step.phase is phase)
    steps.go_to(event, FAYS_HAND, step)


def arrive(app: Flask, event: Event, language: str = "de") -> Person:
    """Somebody scans the code and taps on a language."""
    row, token = participants.join(event, None, language)
    return Person(_browser(app, token), event, row)


def work(app: Flask, event: Event, email: str, role: Role) -> Person:
    """Somebody who works for the event's site and is signed in. (Signing in itself: tests/web/test_sign_in.py.)"""
    token = f"device of {email}"
    account = Account(site=event.site, email=email, password_hash=_hash(), role=role, created_at=EVENING)
    db.session.add(account)
    db.session.add(Device(token_hash=digest(token), account=account, language="de", created_at=EVENING))
    db.session.commit()
    return Person(_browser(app, token), event, account)


@cache
def _hash() -> str:
    """The hash of everybody's password; argon2 is slow on purpose, so once."""
    return PasswordHasher().hash(PASSWORD)


def _browser(app: Flask, token: str) -> FlaskClient:
    browser = app.test_client()
    with browser.session_transaction() as cookie:
        cookie["device"] = token
    return browser


@pytest.fixture
def site(app: Flask) -> Site:
    return make_site()


@pytest.fixture
def event(site: Site) -> Event:
    """An evening that is collecting topics."""
    return make_event(site)


@pytest.fixture
def other_event(app: Flask) -> Event:
    """Another evening, at another site."""
    return make_event(make_site("HAFEN", "Hafenviertel"))


@pytest.fixture
def amina(app: Flask, event: Event) -> Person:
    return arrive(app, event, "ar")


@pytest.fixture
def ben(app: Flask, event: Event) -> Person:
    return arrive(app, event, "de")


@pytest.fixture
def cleo(app: Flask, other_event: Event) -> Person:
    return arrive(app, other_event, "de")


@pytest.fixture
def fay(app: Flask, event: Event) -> Person:
    return work(app, event, "fay@example.org", Role.FACILITATOR)


@pytest.fixture
def sam(app: Flask, event: Event) -> Person:
    return work(app, event, "sam@example.org", Role.STAFF)


@pytest.fixture
def nobody(app: Flask) -> FlaskClient:
    """A browser that was never here."""
    return app.test_client()

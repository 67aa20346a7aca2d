"""What tests of the cockpit share: its addresses, and doors that stay shut."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from openspace import access
from openspace.actions.topics import post_topic
from openspace.extensions import db
from openspace.i18n import LANGUAGES
from openspace.models import Event, LogEntry, Topic
from openspace.models.history import last_done
from openspace.views.render import render
from tests.conftest import Person


def at(event: Event, path: str = "") -> str:
    """An address of the event's cockpit."""
    return f"/c/{event.public_id}/{path}".rstrip("/")


def press(person: Person, event: Event, path: str, **form: Any) -> TestResponse:
    """Press a button, as the script does."""
    answer = person.send(at(event, path), **form)
    db.session.expire_all()
    return answer


def press_plainly(person: Person, event: Event, path: str, **form: Any) -> TestResponse:
    """Press a button without JavaScript."""
    answer = person.post(at(event, path), **form)
    db.session.expire_all()
    return answer


def shown(fay: Person, event: Event, view: str) -> str:
    """What a part of the cockpit shows, as a page would show it now."""
    here = access.facilitator(event.public_id, _token(fay))
    [fragment] = render(here.event, [view], here.audience, LANGUAGES["en"])
    return fragment.html


def _token(person: Person) -> str:
    with person.browser.session_transaction() as cookie:
        return str(cookie["device"])


def last(event: Event) -> LogEntry:
    """What the undo button would take back."""
    entry = last_done(event)
    assert entry is not None
    return entry


def card(convener: Person, title: str = "Ein Garten", **more: Any) -> Topic:
    """A card on the wall."""
    return post_topic(convener.at, convener.by, convener.participant, title=title, **more)


def require_shut(event: Event, path: str, outsiders: list[Person], nobody: FlaskClient, **form: Any) -> None:
    """For others the button is not there; who is not signed in is asked to."""
    revision = event.revision
    for outsider in outsiders:
        resident = hasattr(outsider.row, "nickname")
        assert press(outsider, event, path, **form).status_code == (403 if resident else 404)
    assert nobody.post(at(event, path), data=form).status_code == 403
    db.session.expire_all()
    assert event.revision == revision

"""The beat and the catch-up: views touched since a revision, as they are now.

Both are the same function, so a client that was away and caught up shows what a fresh page shows.
"""

import logging
import threading
import time
from typing import Any

from flask import Flask, current_app
from sqlalchemy import select

from openspace.extensions import db, socketio
from openspace.i18n import LANGUAGES, Language
from openspace.live import fanout, rooms
from openspace.models import Event, LogEntry, Participant
from openspace.views import registry
from openspace.views.render import render
from openspace.vocabulary import Audience

BEAT = 0.3  # seconds between two messages of one event
HEAD = 5.0  # seconds between two head beacons
PAGE = 20  # milliseconds to make a page: phones whose page is to be made anew take turns over that long
FAR_BEHIND = 500  # changes after which a fresh page is cheaper

log = logging.getLogger(__name__)

_news = threading.Event()
_waiting: set[int] = set()


def tell(event_id: int) -> None:
    """An event has changed; its clients hear of it on the next beat."""
    _waiting.add(event_id)
    _news.set()


def changes(
    event: Event, since: int, audience: Audience, language: Language, person: Participant | None = None
) -> dict[str, Any]:
    """What a client at revision ``since`` must change to be current: ``{revision, now, me, fragments | reload}``.

    ``now`` is the server's clock in milliseconds since 1970, for countdowns on phones whose clock is wrong;
    ``me`` says whether something changed that only this ``person`` sees.
    """
    head: dict[str, Any] = {"revision": event.revision, "now": int(time.time() * 1000)}
    if since > event.revision or event.revision - since > FAR_BEHIND:
        return {**head, "reload": True, "fragments": []}
    names = _names_since(event, since)
    fragments = render(event, registry.touched(audience, names), audience, language)
    head["me"] = person is not None and f"me-{person.id}" in names
    return {**head, "fragments": [{"view": f.view, "list": f.list, "html": f.html} for f in fragments]}


def _names_since(event: Event, since: int) -> set[str]:
    later = select(LogEntry.views).where(LogEntry.event_id == event.id, LogEntry.revision > since)
    return {name for views in db.session.scalars(later) for name in views}


class Beat:
    """Sends each event's news as one message a room: at once when quiet, every 300 ms at most."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.sent: dict[int, int] = {}

    def run(self) -> None:
        """Never returns; one trouble is logged and the beat goes on."""
        while True:
            _news.wait()
            _news.clear()
            self.once()
            time.sleep(BEAT)  # gevent's, where the process is patched

    def once(self) -> None:
        """Send all waiting news now."""
        while _waiting:
            event_id = _waiting.pop()
            try:
                with self.app.app_context():
                    self._tell(event_id)
            except Exception:
                log.exception("news of one event could not be sent; its clients catch up by the head beacon")

    def _tell(self, event_id: int) -> None:
        event = db.session.get(Event, event_id)
        if event is None:
            return
        since = self.sent.get(event_id, event.revision - 1)
        frame = {"since": since, "spread": PAGE * rooms.phones(event_id)}
        for _, audience, tag in rooms.present(event_id):
            message = changes(event, since, audience, LANGUAGES[tag])
            fanout.send(rooms.shared(event_id, audience, tag), "changes", {**frame, **message})
        for name in _names_since(event, since):
            if name.startswith("me-"):
                fanout.send(rooms.person(int(name.removeprefix("me-"))), "me", {"revision": event.revision})
        self.sent[event_id] = event.revision


def beacon(app: Flask) -> None:
    """Never returns: tells every few seconds how far each event is, so that a lost last message is noticed."""
    while True:
        time.sleep(HEAD)
        with app.app_context():
            _heads()


def _heads() -> None:
    # Where news wait for the beat nobody has lost any: a head would only send every phone to catch up at once.
    events = {event_id for event_id, _, _ in rooms.present()} - _waiting
    rows = db.session.execute(select(Event.id, Event.revision).where(Event.id.in_(events)))
    heads = dict(rows.all())
    for event_id, audience, tag in rooms.present():
        if event_id in heads:
            message = {"revision": heads[event_id], "now": int(time.time() * 1000)}
            fanout.send(rooms.shared(event_id, audience, tag), "head", message)


def start() -> None:
    """Start beat and beacon of the current app, once a process."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    socketio.start_background_task(Beat(app).run)
    socketio.start_background_task(beacon, app)

"""The only place that commits. Every write goes through here, one after another.

A change raises its event's revision, writes its rows and one log entry with the views it touched,
commits, and only then tells ``live``. Between begin and commit nothing may yield: no network,
no thread pool, no emit.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from openspace.database import WRITING, busy_or_full, now
from openspace.errors import NotSavedYet, Repeated, RuleBroken
from openspace.extensions import db
from openspace.live import publish
from openspace.models import Event, LogEntry, Participant

PATIENCE = 5.0  # seconds to wait for a locked database
PAUSE = 0.05

_one_at_a_time = threading.RLock()


@dataclass(frozen=True)
class By:
    """Who acts: ``participant-5``, ``account-1``, ``project-3`` or ``system``.

    ``key`` is the client key of the form, ``body`` a hash of what it said, ``undoes`` the log entry it takes back.
    """

    actor: str
    key: str | None = None
    body: str | None = None
    undoes: int | None = None


@dataclass
class Change:
    """A change under way. Say what it is about and which views it touches."""

    event: Event
    by: By
    verb: str
    subject: str = ""
    views: set[str] = field(default_factory=set)
    way_back: dict[str, int] = field(default_factory=dict)  # the ids that an undo needs

    def about(self, subject: str) -> None:
        """Name the subject (``topic-14``); its view is touched as well."""
        self.subject = subject
        self.views.add(subject)

    def touch(self, *names: str) -> None:
        """These views look different now."""
        self.views.update(names)

    def touch_person(self, participant: Participant | int | None) -> None:
        """What only this person may see looks different now."""
        if participant is not None:
            key = participant if isinstance(participant, int) else participant.id
            self.views.add(f"me-{key}")


@contextmanager
def write() -> Iterator[None]:
    """A write outside any event (accounts, sites, devices). Raises ``NotSavedYet`` when the disk is busy or full."""
    with _one_at_a_time:
        _begin()
        try:
            yield
            db.session.commit()
        except OperationalError as trouble:
            db.session.rollback()
            if not busy_or_full(trouble):
                raise
            raise NotSavedYet from trouble
        except BaseException:
            db.session.rollback()
            raise


@contextmanager
def change(event: Event, by: By, verb: str) -> Iterator[Change]:
    """Change something of an event.

    Rows are loaded anew inside. Raises ``Repeated`` when this form was answered before,
    ``RuleBroken``: ``sent_before`` when its key came with other words, ``undone`` when it is taken back already;
    ``NotSavedYet``.
    """
    event_id = event.id
    with write():
        _refuse_repeats(event_id, by)
        _refuse_undone(by)
        revision = _raise_revision(event_id)
        under_way = Change(event, by, verb)
        yield under_way
        db.session.add(_entry(under_way, event_id, revision))
    publish.tell(event_id)


def _begin() -> None:
    """End the read transaction that ``access`` began and take the write lock."""
    db.session.rollback()
    patience = time.monotonic() + PATIENCE
    while True:
        try:
            db.session.connection(execution_options={WRITING: True})
            return
        except OperationalError as locked:
            db.session.rollback()
            if not busy_or_full(locked):
                raise
            if time.monotonic() > patience:
                raise NotSavedYet from locked
            time.sleep(PAUSE)


def _raise_revision(event_id: int) -> int:
    raised = update(Event).where(Event.id == event_id).values(revision=Event.revision + 1).returning(Event.revision)
    return db.session.execute(raised, execution_options={"synchronize_session": False}).scalar_one()


def _refuse_repeats(event_id: int, by: By) -> None:
    if by.key is None:
        return
    before = db.session.scalar(select(LogEntry).filter_by(event_id=event_id, actor=by.actor, key=by.key))
    if before is None:
        return
    if before.body == by.body:
        raise Repeated(before.subject, before.revision)
    raise RuleBroken("sent_before")


def _refuse_undone(by: By) -> None:
    if by.undoes is not None and db.session.scalar(select(LogEntry.id).filter_by(undoes=by.undoes)) is not None:
        raise RuleBroken("undone")


def _entry(done: Change, event_id: int, revision: int) -> LogEntry:
    return LogEntry(
        event_id=event_id,
        revision=revision,
        at=now(),
        actor=done.by.actor,
        verb=done.verb,
        subject=done.subject,
        key=done.by.key,
        body=done.by.body,
        views=sorted(done.views),
        way_back=done.way_back,
        undoes=done.by.undoes,
    )

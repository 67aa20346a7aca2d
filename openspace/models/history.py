"""What those who steer did last and can take back."""

from sqlalchemy import select

from openspace.extensions import db
from openspace.models.event import Event
from openspace.models.log import LogEntry

# Verbs that have an inverse; ``actions/history.py`` knows which.
UNDOABLE = (
    "close",
    "go_to",
    "hide",
    "move",
    "place",
    "post_for_somebody",
    "rest",
    "show",
    "take_back",
    "wake",
)


def last_done(event: Event) -> LogEntry | None:
    """The latest entry of somebody with an account that can be taken back, was not yet, and takes nothing back."""
    undone = select(LogEntry.undoes).where(LogEntry.event_id == event.id, LogEntry.undoes.is_not(None))
    done = select(LogEntry).where(
        LogEntry.event_id == event.id,
        LogEntry.actor.startswith("account-"),
        LogEntry.verb.in_(UNDOABLE),
        LogEntry.undoes.is_(None),
        LogEntry.id.not_in(undone),
    )
    return db.session.scalar(done.order_by(LogEntry.revision.desc()).limit(1))

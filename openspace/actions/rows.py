"""Rows as they are now, inside a change: what was on somebody's page may be gone meanwhile."""

from typing import TypeVar

from sqlalchemy import inspect

from openspace.errors import NotFound
from openspace.extensions import Base, db
from openspace.models import Event

M = TypeVar("M", bound=Base)


def present(event: Event, row: M) -> M:
    """The row as it is now. Raises ``NotFound`` when it was removed or belongs to another event."""
    found = db.session.get(type(row), inspect(row).identity)
    if found is None or getattr(found, "event_id", None) != event.id:
        raise NotFound
    return found

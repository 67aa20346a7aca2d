"""Spaces while an event is prepared or runs. ``add_space`` stands with the event's other beginnings."""

from sqlalchemy import select

from openspace.actions.change import By, change
from openspace.actions.events import add_space
from openspace.actions.rows import present
from openspace.actions.touching import touch_space
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Space


def edit_space(event: Event, by: By, space: Space, *, name: str, step_free: bool, quiet: bool) -> Space:
    """What a space is called and how it is. Its symbol stays: people go by it.

    Raises ``NotFound``; ``RuleBroken("closed")``.
    """
    with change(event, by, "edit_space") as under_way:
        _require_open(event)
        space = present(event, space)
        space.name, space.step_free, space.quiet = name or space.name, step_free, quiet
        touch_space(under_way, space)
    return space


def remove_space(event: Event, by: By, space: Space) -> None:
    """Take away a space in which no group ever stood; its symbol is free again.

    Raises ``NotFound``; ``RuleBroken``: ``closed``, ``space_used``.
    """
    with change(event, by, "remove_space") as under_way:
        _require_open(event)
        space = present(event, space)
        if db.session.scalar(select(BreakoutGroup.id).filter_by(space_id=space.id).limit(1)) is not None:
            raise RuleBroken("space_used")
        touch_space(under_way, space)
        event.spaces.remove(space)
        for position, other in enumerate(event.spaces):
            other.position = position


def _require_open(event: Event) -> None:
    if event.closed_at is not None:
        raise RuleBroken("closed")


__all__ = ["add_space", "edit_space", "remove_space"]

"""What the groups wrote, and what got dots once the weighting is closed."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Outcome
from openspace.models.weighting import result
from openspace.views.outcomes import readable
from openspace.views.topics import up


def news(event: Event) -> Mapping[str, Any]:
    """All outcomes, newest first, of groups that still have a card on the wall."""
    wanted = (
        select(Outcome)
        .join(Outcome.group)
        .where(Outcome.event_id == event.id, readable(), BreakoutGroup.topics.any(up()))
        .order_by(Outcome.id.desc())
        .options(joinedload(Outcome.group).selectinload(BreakoutGroup.topics))
    )
    return {"scene": "news", "outcomes": list(db.session.scalars(wanted))}


def weighting(event: Event) -> Mapping[str, Any]:
    """Only that it runs and how to take part; what came out once it is closed."""
    if event.dots_closed_at is None:
        return {"scene": "voting"}
    return {"scene": "dots", "weights": result(event)}

"""What we go on with, and what is left behind for everybody to read."""

from collections.abc import Mapping
from typing import Any

from flask import url_for
from sqlalchemy import select

from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, GroupTopic, Outcome, Topic
from openspace.views.drafts import going_on
from openspace.views.outcomes import readable
from openspace.views.topics import up


def projects(event: Event) -> Mapping[str, Any]:
    """The projects with their plates and next meetings."""
    return {"scene": "projects", "projects": going_on(event)}


def closing(event: Event) -> Mapping[str, Any]:
    """How many of the topics are written down, honestly; the next dates; the way to the result."""
    topics = set(db.session.scalars(select(Topic.id).where(Topic.event_id == event.id, up())))
    return {
        "scene": "closing",
        "all": len(topics),
        "written": len(topics & _written(event)),
        "dates": [draft for draft in going_on(event) if draft.field("next_meeting").text.strip()],
        "result_url": url_for("result.page", token=event.result_token, _external=True),
    }


def _written(event: Event) -> set[int]:
    """The topics whose groups left a summary or at least one outcome that everybody may read."""
    said = select(Outcome.group_id).where(Outcome.event_id == event.id, readable())
    groups = select(BreakoutGroup.id).where(
        BreakoutGroup.event_id == event.id, (BreakoutGroup.summary != "") | BreakoutGroup.id.in_(said)
    )
    return set(db.session.scalars(select(GroupTopic.topic_id).where(GroupTopic.group_id.in_(groups))))

"""The right side of the cockpit: groups with head counts, everything that was written, what is hidden."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload

from openspace.extensions import db
from openspace.models import Attendance, BreakoutGroup, Event, Outcome, Participant, Topic
from openspace.models.matrix import standing
from openspace.views.draft_form import KIND_SAY
from openspace.views.outcomes import readable
from openspace.views.registry import alone, view
from openspace.vocabulary import Audience


@view(
    "groups",
    "live/cockpit/groups.html",
    Audience.COCKPIT,
    gathers=["group", "cell", "round", "phase", "topic", "count"],
)
@alone
def groups(event: Event) -> Mapping[str, Any]:
    """The groups that meet now, or next, with how many are in them: for chairs, and shown nowhere else."""
    held = event.meeting_round
    present = standing(event, [held.id]) if held else []
    places = {space.id: space.position for space in event.spaces}
    present.sort(key=lambda group: (places[group.space_id], group.id))
    return {"held": held, "groups": present, "heads": _heads(present)}


def _heads(groups: Sequence[BreakoutGroup]) -> Mapping[int, int]:
    inside = (
        select(Attendance.group_id, func.count())
        .join(Participant)
        .where(
            Attendance.group_id.in_([group.id for group in groups]),
            Attendance.moved_on_at.is_(None),
            Participant.left_at.is_(None),
        )
        .group_by(Attendance.group_id)
    )
    return dict(db.session.execute(inside).all())


@view("words", "live/cockpit/words.html", Audience.COCKPIT, gathers=["topic", "outcome", "group", "cell", "phase"])
@alone
def words(event: Event) -> Mapping[str, Any]:
    """All cards with what their groups wrote, so that any of it can be hidden."""
    said: dict[int, list[Outcome]] = defaultdict(list)
    for outcome in _outcomes(event, readable()):
        said[outcome.group.topics[0].id].append(outcome)
    cards = select(Topic).filter_by(event_id=event.id).order_by(Topic.number)
    topics = [topic for topic in db.session.scalars(cards) if topic.is_shown or topic.id in said]
    busy = {topic.id for group in standing(event) if group.is_live for topic in group.topics}
    return {"topics": topics, "said": said, "busy": busy, "kinds": KIND_SAY}


@view("hidden", "live/cockpit/hidden.html", Audience.COCKPIT, gathers=["topic", "outcome"])
@alone
def hidden(event: Event) -> Mapping[str, Any]:
    """What only its author still sees."""
    cards = select(Topic).where(Topic.event_id == event.id, Topic.hidden_at.is_not(None), Topic.withdrawn_at.is_(None))
    away = Outcome.hidden_at.is_not(None) & Outcome.withdrawn_at.is_(None)
    return {"topics": list(db.session.scalars(cards.order_by(Topic.number))), "outcomes": _outcomes(event, away)}


def _outcomes(event: Event, which: ColumnElement[bool]) -> Sequence[Outcome]:
    wanted = select(Outcome).where(Outcome.event_id == event.id, which).order_by(Outcome.id)
    loaded = wanted.options(joinedload(Outcome.group).selectinload(BreakoutGroup.topics))
    return db.session.scalars(loaded).all()

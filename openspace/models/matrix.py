"""The matrix: which group meets in which round at which space."""

from collections.abc import Iterable

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from openspace.extensions import db
from openspace.models.event import Event
from openspace.models.group import BreakoutGroup, GroupTopic
from openspace.models.round import Round
from openspace.models.space import Space
from openspace.vocabulary import GroupStatus, Phase

Placed = Select[BreakoutGroup]


def _placed(event_id: int) -> Placed:
    """Groups that were not taken back, with all that a cell shows, in the order of rounds and placing."""
    return (
        select(BreakoutGroup)
        .join(BreakoutGroup.round)
        .where(BreakoutGroup.event_id == event_id, BreakoutGroup.status != GroupStatus.NOT_HELD)
        .options(joinedload(BreakoutGroup.round), joinedload(BreakoutGroup.space), selectinload(BreakoutGroup.topics))
        .order_by(Round.number, BreakoutGroup.placed_at, BreakoutGroup.id)
    )


def _standing(wanted: Placed) -> list[BreakoutGroup]:
    return [group for group in db.session.scalars(wanted) if group.stands]


def takes_places(event: Event) -> bool:
    """Whether conveners may choose their places: from the marketplace until the event is closed."""
    return event.is_open and event.phase.between(Phase.MARKETPLACE, Phase.CLOSING)


def standing(event: Event, rounds: Iterable[int] | None = None) -> list[BreakoutGroup]:
    """The groups in the cells of an event, or of those rounds only."""
    wanted = _placed(event.id)
    return _standing(wanted if rounds is None else wanted.where(BreakoutGroup.round_id.in_(list(rounds))))


def standing_with(event: Event, topics: Iterable[int]) -> list[BreakoutGroup]:
    """The groups in the cells in which one of these topics is talked about."""
    beside = select(GroupTopic.group_id).where(GroupTopic.topic_id.in_(list(topics)))
    return _standing(_placed(event.id).where(BreakoutGroup.id.in_(beside)))


def free_cells(event: Event) -> list[tuple[Round, list[Space]]]:
    """The rounds that are not over, each with its spaces in which nobody meets, in the order of the plan."""
    taken = {(group.round_id, group.space_id) for group in standing(event)}
    return [
        (held, [space for space in event.spaces if (held.id, space.id) not in taken])
        for held in event.rounds
        if not held.is_over
    ]

"""What somebody may go on with: groups that met and topics without one, their own first; and the words."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from openspace.errors import NotFound
from openspace.extensions import db
from openspace.models import (
    Attendance,
    BreakoutGroup,
    Draft,
    DraftSource,
    Event,
    GroupTopic,
    Outcome,
    Participant,
    Round,
    Topic,
)
from openspace.views.topics import up
from openspace.vocabulary import GroupStatus, OutcomeKind

MET = (GroupStatus.RUNNING, GroupStatus.ENDED, GroupStatus.DOCUMENTED)


def groups(event: Event) -> Sequence[BreakoutGroup]:
    """Groups that met or wrote something and whose card still hangs, by round and space."""
    wrote = select(Outcome.group_id).filter_by(event_id=event.id, hidden_at=None, withdrawn_at=None)
    wanted = (
        select(BreakoutGroup)
        .join(BreakoutGroup.round)
        .where(
            BreakoutGroup.event_id == event.id,
            BreakoutGroup.topics.any(up()),
            BreakoutGroup.status.in_(MET) | BreakoutGroup.id.in_(wrote),
        )
        .order_by(Round.number, BreakoutGroup.space_id, BreakoutGroup.id)
        .options(joinedload(BreakoutGroup.round), joinedload(BreakoutGroup.space), selectinload(BreakoutGroup.topics))
    )
    return db.session.scalars(wanted).all()


def chosen(event: Event, ids: Sequence[int]) -> list[BreakoutGroup]:
    """The groups of these ids, in this order. Raises ``NotFound`` where one is not of this event."""
    wanted = select(BreakoutGroup).where(BreakoutGroup.event_id == event.id, BreakoutGroup.id.in_(ids))
    found = {group.id: group for group in db.session.scalars(wanted.options(selectinload(BreakoutGroup.topics)))}
    if not found.keys() >= set(ids):
        raise NotFound
    return [found[key] for key in dict.fromkeys(ids)]


def mine(event: Event, person: Participant) -> set[int]:
    """The ids of the groups somebody was in, wrote in or invited to."""
    was_in = select(Attendance.group_id).filter_by(participant_id=person.id)
    wrote = select(Outcome.group_id).filter_by(event_id=event.id, author_id=person.id)
    invited = (
        select(GroupTopic.group_id)
        .join(Topic, Topic.id == GroupTopic.topic_id)
        .filter_by(event_id=event.id, convener_id=person.id)
    )
    return set(db.session.scalars(was_in.union(wrote, invited)))


def topics_without_group(event: Event, shown: Sequence[BreakoutGroup]) -> Sequence[Topic]:
    """Topics on the wall that none of these groups talked about."""
    talked = {topic.id for group in shown for topic in group.topics}
    wanted = select(Topic).where(Topic.event_id == event.id, up()).order_by(Topic.number)
    return [topic for topic in db.session.scalars(wanted) if topic.id not in talked]


def words(group_ids: Sequence[int]) -> list[Outcome]:
    """What these groups wrote, agreements first, else as it was written."""
    wanted = (
        select(Outcome)
        .where(Outcome.group_id.in_(group_ids), Outcome.hidden_at.is_(None), Outcome.withdrawn_at.is_(None))
        .order_by(Outcome.id)
    )
    return sorted(db.session.scalars(wanted), key=lambda outcome: outcome.kind is not OutcomeKind.AGREEMENT)


def used(outcomes: Sequence[Outcome]) -> dict[int, Draft]:
    """The project in which each of these outcomes stands already, by the outcome's id."""
    wanted = (
        select(DraftSource)
        .where(DraftSource.outcome_id.in_([outcome.id for outcome in outcomes]))
        .options(joinedload(DraftSource.draft).selectinload(Draft.fields))
    )
    return {source.outcome_id: source.draft for source in db.session.scalars(wanted) if source.outcome_id}

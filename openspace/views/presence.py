"""Who is in which group. Asked for the person themself; shown to nobody else, and who left to nobody at all."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from openspace.extensions import db
from openspace.models import Attendance, BreakoutGroup, GroupTopic, Participant, Round, Space, Topic


def group_of(person: Participant) -> BreakoutGroup | None:
    """The group in which this person is now."""
    wanted = select(BreakoutGroup).join(Attendance).filter_by(participant_id=person.id, moved_on_at=None)
    loaded = wanted.options(joinedload(BreakoutGroup.space), selectinload(BreakoutGroup.topics))
    return db.session.scalars(loaded.order_by(Attendance.id.desc())).first()


def groups_of(person: Participant) -> list[BreakoutGroup]:
    """The groups in which this person is or was, in the order of the plan."""
    been = select(Attendance.group_id).filter_by(participant_id=person.id)
    wanted = select(BreakoutGroup).join(Round).join(Space).where(BreakoutGroup.id.in_(been))
    loaded = wanted.options(
        joinedload(BreakoutGroup.round), joinedload(BreakoutGroup.space), selectinload(BreakoutGroup.topics)
    )
    return list(db.session.scalars(loaded.order_by(Round.number, Space.position, BreakoutGroup.id)))


def is_in(group: BreakoutGroup, person: Participant) -> bool:
    """Whether this person is in the group; once the group is over, whether they were."""
    rows = select(Attendance.id).filter_by(group_id=group.id, participant_id=person.id)
    if group.is_live:
        rows = rows.filter_by(moved_on_at=None)
    return db.session.scalar(rows.limit(1)) is not None


def others_ever(group: BreakoutGroup, person: Participant) -> set[int]:
    """Who else ever joined the group, gone on or not."""
    rows = select(Attendance.participant_id).where(
        Attendance.group_id == group.id, Attendance.participant_id != person.id
    )
    return set(db.session.scalars(rows))


def people_with(topic: Topic) -> list[Participant]:
    """Who is in a group on this topic now, in the order in which they came to the event. For its convener only."""
    groups = select(GroupTopic.group_id).filter_by(topic_id=topic.id)
    here = select(Attendance.participant_id).where(Attendance.group_id.in_(groups), Attendance.moved_on_at.is_(None))
    people = select(Participant).where(Participant.id.in_(here), Participant.left_at.is_(None))
    return list(db.session.scalars(people.order_by(Participant.id)))

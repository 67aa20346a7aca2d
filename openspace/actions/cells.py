"""What happens in the cells of the matrix. Everything here belongs inside a change; the verbs stand in ``places``."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from openspace.actions.change import Change
from openspace.actions.rows import present
from openspace.actions.topics import require_topics
from openspace.actions.touching import touch_group
from openspace.database import now
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import Attendance, BreakoutGroup, Event, GroupTopic, Outcome, Round, Space, Topic
from openspace.models.matrix import standing, takes_places
from openspace.vocabulary import GroupStatus, TopicStatus


def require_cell(event: Event, held: Round, space: Space, *, anywhere: bool) -> tuple[Round, Space]:
    """The cell as it is now. Raises ``NotFound``; ``RuleBroken``: ``not_yet``, ``closed``, ``round_over``."""
    require_topics(event)
    if not (anywhere or takes_places(event)):
        raise RuleBroken("not_yet")
    held, space = present(event, held), present(event, space)
    if held.is_over:
        raise RuleBroken("round_over")
    return held, space


def require_live(group: BreakoutGroup) -> None:
    """Raise ``RuleBroken("group_over")`` for a group that has met or is not held."""
    if not group.is_live or group.round.is_over:
        raise RuleBroken("group_over")


def groups_with(topics: Iterable[Topic]) -> list[BreakoutGroup]:
    """All groups of these topics, also those that were taken back, in the order of placing."""
    found = select(GroupTopic.group_id).where(GroupTopic.topic_id.in_([topic.id for topic in topics]))
    return list(db.session.scalars(select(BreakoutGroup).where(BreakoutGroup.id.in_(found)).order_by(BreakoutGroup.id)))


def live_groups(topics: Iterable[Topic]) -> list[BreakoutGroup]:
    """The groups in which these topics are still going to meet, or meeting."""
    return [group for group in groups_with(topics) if group.is_live]


def placed_in(held: Round, topics: Iterable[Topic]) -> list[BreakoutGroup]:
    """The groups of a round in which one of these topics has its place."""
    groups = groups_with(topics)
    return [group for group in groups if group.round_id == held.id and group.status is not GroupStatus.NOT_HELD]


def group_for(event: Event, topics: Sequence[Topic], held: Round, *, again: bool) -> BreakoutGroup:
    """The group of these topics in a round: the one they have, one that was taken back, or a new one.

    Raises ``RuleBroken("placed_in_round")`` where one of them already meets with others, or at all unless ``again``.
    """
    placed = placed_in(held, topics)
    if any(set(group.topics) != set(topics) or (group.is_live and not again) for group in placed):
        raise RuleBroken("placed_in_round")
    back = [g for g in groups_with(topics) if g.round_id == held.id and set(g.topics) == set(topics)]
    fresh = BreakoutGroup(event_id=event.id, topics=list(topics), placed_at=now())
    return next(iter([*placed, *reversed(back)]), fresh)


def spot(group: BreakoutGroup) -> dict[str, int]:
    """Where a group has its place, for the way back; empty for one that is new or was taken back."""
    if group.id is None or group.status is GroupStatus.NOT_HELD:
        return {}
    return {"round": group.round_id, "space": group.space_id}


def put(under_way: Change, group: BreakoutGroup, held: Round, space: Space, *, anywhere: bool) -> None:
    """Let a group stand in a cell. Raises ``RuleBroken("cell_taken")`` beside another group, unless ``anywhere``."""
    if not anywhere and any(
        other is not group and other.space_id == space.id for other in standing(under_way.event, [held.id])
    ):
        raise RuleBroken("cell_taken")
    if group.id is not None:
        touch_group(under_way, group)
    group.round, group.space = held, space
    group.status = GroupStatus.RUNNING if held.is_running else GroupStatus.PLANNED
    db.session.add(group)
    wake(group.topics)
    touch_group(under_way, group)


def take_out(under_way: Change, group: BreakoutGroup) -> None:
    """Away while nobody joined or wrote, otherwise the group ends, or is not held."""
    topics = list(group.topics)
    touch_group(under_way, group)
    if is_written(group):
        group.status = GroupStatus.DOCUMENTED
    elif is_joined(group):
        group.status = GroupStatus.ENDED if group.status is GroupStatus.RUNNING else GroupStatus.NOT_HELD
    else:
        db.session.delete(group)
    settle(topics)


def is_written(group: BreakoutGroup) -> bool:
    """Whether words stand in the group, be it that somebody withdrew them."""
    written = select(Outcome.id).filter_by(group_id=group.id).limit(1)
    return bool(group.summary) or db.session.scalar(written) is not None


def is_joined(group: BreakoutGroup) -> bool:
    """Whether anybody was ever in the group."""
    return db.session.scalar(select(Attendance.id).filter_by(group_id=group.id).limit(1)) is not None


def wake(topics: Sequence[Topic]) -> None:
    """Out of the car park, if they are there."""
    for topic in topics:
        if topic.status is TopicStatus.RESTING:
            topic.status = TopicStatus.POSTED
    settle(topics)


def settle(topics: Iterable[Topic]) -> None:
    """Let the status of topics follow from their groups."""
    db.session.flush()
    for topic in topics:
        if topic.status not in {TopicStatus.RESTING, TopicStatus.CARRIED_ON}:
            topic.status = _status(topic)


def _status(topic: Topic) -> TopicStatus:
    groups = groups_with([topic])
    if any(group.is_live for group in groups):
        return TopicStatus.SCHEDULED
    return TopicStatus.DISCUSSED if any(group.is_held for group in groups) else TopicStatus.POSTED

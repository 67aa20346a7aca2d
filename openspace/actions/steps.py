"""Walking through the plan: forwards, back, anywhere; and the clock, which only ever counts."""

from datetime import datetime, timedelta

from sqlalchemy import select

from openspace.actions.change import By, Change, change
from openspace.actions.rows import present
from openspace.database import now
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Outcome, Round, Step
from openspace.vocabulary import GroupStatus, Phase, TopicStatus


def go_to(event: Event, by: By, step: Step, *, seen: int | None = None, until: datetime | None = None) -> None:
    """Make a step of the plan the present one: forwards or back, nothing is lost either way.

    ``until`` sets the clock where it was before, for an undo; otherwise it begins anew. ``seen`` is the position
    that the facilitator saw; when somebody else moved on meanwhile, ``RuleBroken("moved_on")`` says so and
    nothing changes. Raises also ``NotFound`` for a step that was taken out; ``RuleBroken``: ``closed``, ``not_opened``.
    """
    with change(event, by, "go_to") as under_way:
        if not event.is_open:
            raise RuleBroken("closed" if event.closed_at else "not_opened")
        if seen is not None and event.step is not None and event.step.position != seen:
            raise RuleBroken("moved_on")
        step = present(event, step)
        _remember(under_way, step)
        _leave(under_way, event.step)
        event.step = step
        event.phase = step.phase or event.phase
        event.clock_ends_at = until or (now() + timedelta(minutes=step.minutes) if step.minutes else None)
        _enter(under_way, step)
        under_way.about("phase")


def _remember(under_way: Change, to: Step) -> None:
    event = under_way.event
    under_way.way_back = {"to": to.id}
    if event.step is not None:
        under_way.way_back["from"] = event.step.id
    if event.clock_ends_at is not None:
        under_way.way_back["clock"] = int(event.clock_ends_at.timestamp() * 1000)


def _leave(under_way: Change, step: Step | None) -> None:
    """What was running ends: a round with its groups, the weighting."""
    event = under_way.event
    if step is None:
        return
    if step.round is not None and step.round.is_running:
        end_round(under_way, step.round)
    if step.phase is Phase.WEIGHTING and event.dots_closed_at is None:
        event.dots_closed_at = now()
        under_way.touch("dots")


def _enter(under_way: Change, step: Step) -> None:
    event = under_way.event
    if step.round is not None:
        _start_round(under_way, step.round)
    if step.phase is Phase.WEIGHTING and event.dots_opened_at is None:
        event.dots_opened_at = event.dots_for_joined_until = now()
        under_way.touch("dots")


def _groups(held: Round) -> list[BreakoutGroup]:
    return list(db.session.scalars(select(BreakoutGroup).filter_by(round_id=held.id)))


def _start_round(under_way: Change, held: Round) -> None:
    held.started_at, held.ended_at = held.started_at or now(), None
    _touch_round(under_way, held)
    for group in _groups(held):
        if group.status is not GroupStatus.NOT_HELD:
            group.status = GroupStatus.RUNNING
            _touch(under_way, group)


def end_round(under_way: Change, held: Round) -> None:
    """End a round: its groups are ended, or documented where something is written. Belongs inside a change."""
    held.ended_at = now()
    _touch_round(under_way, held)
    written = set(
        db.session.scalars(
            select(Outcome.group_id)
            .join(BreakoutGroup)
            .where(BreakoutGroup.round_id == held.id, Outcome.withdrawn_at.is_(None))
        )
    )
    for group in _groups(held):
        if group.status is GroupStatus.RUNNING:
            documented = group.id in written or bool(group.summary)
            group.status = GroupStatus.DOCUMENTED if documented else GroupStatus.ENDED
            for topic in group.topics:
                topic.status = TopicStatus.DISCUSSED
                under_way.touch(f"topic-{topic.id}")
            _touch(under_way, group)


def _touch_round(under_way: Change, held: Round) -> None:
    """All its cells look different: free ones stay free once it is over."""
    under_way.touch(f"round-{held.id}", *(f"cell-{held.id}-{space.id}" for space in under_way.event.spaces))


def _touch(under_way: Change, group: BreakoutGroup) -> None:
    under_way.touch(f"group-{group.id}", f"cell-{group.round_id}-{group.space_id}")


def extend(event: Event, by: By, minutes: int) -> None:
    """Give the present step more or less time; never less than none is left.

    Raises ``RuleBroken("no_clock")`` when no clock is running.
    """
    with change(event, by, "extend") as under_way:
        if event.clock_ends_at is None:
            raise RuleBroken("no_clock")
        event.clock_ends_at = max(now(), max(now(), event.clock_ends_at) + timedelta(minutes=minutes))
        under_way.about("phase")


def next_step(event: Event) -> Step | None:
    """The step after the present one, if the plan has one."""
    position = -1 if event.step is None else event.step.position
    return next((step for step in event.steps if step.position > position), None)


def step_before(event: Event) -> Step | None:
    """The step before the present one, if there is one."""
    position = 0 if event.step is None else event.step.position
    return next((step for step in reversed(event.steps) if step.position < position), None)

"""Changing the plan of an event: lengths, breaks, rounds, weighting. The times follow by themselves.

What has begun keeps its place and its time. Every verb first takes over the ``Typed`` lengths of the form it
stands in, so that no figure gets lost that was typed before a button was pressed.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import select

from openspace.actions.change import By, Change, change
from openspace.actions.rows import present
from openspace.actions.timetable import next_days, retime
from openspace.actions.touching import touch_round
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Round, Step
from openspace.vocabulary import Phase

PAUSE = 10
WEIGHTING = 15
ROUND = 45


@dataclass(frozen=True)
class Length:
    """How long a step is, what a break is for, and whether it begins a new day."""

    minutes: int
    word: str = ""
    next_day: bool = False


Typed = Mapping[int, Length]  # by the id of the step


def edit_plan(event: Event, by: By, typed: Typed) -> None:
    """Change lengths, words of breaks and nights. Raises ``RuleBroken("closed")``."""
    with _planning(event, by, "edit_plan", typed) as under_way:
        under_way.about("phase")


def add_break(event: Event, by: By, after: Step, typed: Typed) -> None:
    """A break after a step. Raises ``RuleBroken``: ``closed``, ``step_begun`` where the plan is past already."""
    with _planning(event, by, "add_break", typed) as under_way:
        _insert(event, present(event, after).position + 1, Step(phase=None, minutes=PAUSE))
        under_way.about("phase")


def add_round(event: Event, by: By, typed: Typed) -> Round:
    """A further round after the last one, as long as that. Raises ``RuleBroken("closed")``."""
    with _planning(event, by, "add_round", typed) as under_way:
        rounds = [step for step in event.steps if step.round is not None]
        last = max([*rounds, *filter(event.has_reached, event.steps)], key=lambda step: step.position)
        minutes = rounds[-1].minutes if rounds else ROUND
        held = Round(number=len(event.rounds) + 1, starts_at=event.starts_at, ends_at=event.starts_at)
        event.rounds.append(held)
        _insert(event, last.position + 1, Step(phase=Phase.ROUNDS, minutes=minutes, round=held))
        db.session.flush()
        under_way.about(f"round-{held.id}")
    return held


def remove_step(event: Event, by: By, step: Step, typed: Typed) -> None:
    """Take a break or a round out of the plan.

    Raises ``NotFound`` when somebody was faster; ``RuleBroken``: ``closed``, ``step_begun``, ``step_needed`` for
    other steps and the only round, ``round_in_use`` while topics stand in it.
    """
    with _planning(event, by, "remove_step", typed) as under_way:
        step = present(event, step)
        if step.round is not None:
            _require_unused(event, step.round)
        elif not step.is_break:
            raise RuleBroken("step_needed")
        _remove(event, step)
        under_way.about("phase")


def set_weighting(event: Event, by: By, *, on: bool, typed: Typed) -> None:
    """Put the weighting before the action planning, or take it out.

    Raises ``RuleBroken``: ``closed``, ``step_begun``.
    """
    with _planning(event, by, "set_weighting", typed) as under_way:
        weightings = [step for step in event.steps if step.phase is Phase.WEIGHTING]
        if on and not weightings:
            planning = next(step for step in event.steps if step.phase is Phase.ACTION_PLANNING)
            _insert(event, planning.position, Step(phase=Phase.WEIGHTING, minutes=WEIGHTING))
        for step in [] if on else weightings:
            _remove(event, step)
        under_way.about("phase")


@contextmanager
def _planning(event: Event, by: By, verb: str, typed: Typed) -> Iterator[Change]:
    """A change of the plan: first what was typed, then what the caller does, then all times anew."""
    with change(event, by, verb) as under_way:
        if event.closed_at:
            raise RuleBroken("closed")
        mornings = _take_over(event, typed)
        yield under_way
        retime(event, mornings)
        under_way.touch("event", "phase")
        for held in event.rounds:
            touch_round(under_way, held)


def _take_over(event: Event, typed: Typed) -> list[Step]:
    """Write the typed lengths to what has not begun. Returns the steps that begin a new day."""
    mornings = next_days(event)
    for step in event.steps:
        length = typed.get(step.id)
        if length is None or (event.has_reached(step) and step is not event.step):
            continue
        step.minutes, step.word = length.minutes, length.word if step.is_break else ""
        if step.position and step is not event.step:
            mornings = [*(m for m in mornings if m is not step), *([step] if length.next_day else [])]
    return mornings


def _insert(event: Event, position: int, step: Step) -> None:
    if event.step is not None and event.has_reached(event.step) and position <= event.step.position:
        raise RuleBroken("step_begun")
    step.position, step.starts_at = position, event.starts_at
    event.steps.insert(position, step)


def _remove(event: Event, step: Step) -> None:
    if step is event.step or event.has_reached(step):
        raise RuleBroken("step_begun")
    event.steps.remove(step)
    if step.round is not None:
        event.rounds.remove(step.round)
        _renumber(event)


def _renumber(event: Event) -> None:
    """One after another, from the front, so that no number is there twice for a moment."""
    db.session.flush()
    for number, held in enumerate(event.rounds, start=1):
        held.number = number
        db.session.flush()


def _require_unused(event: Event, held: Round) -> None:
    if len(event.rounds) == 1:
        raise RuleBroken("step_needed")
    if held.started_at or db.session.scalar(select(BreakoutGroup.id).filter_by(round_id=held.id).limit(1)):
        raise RuleBroken("round_in_use")

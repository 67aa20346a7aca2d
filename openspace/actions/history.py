"""Taking back what was done last at the cockpit. Every inverse is an ordinary action, so it can fail as one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from openspace.actions import cells, events, outcomes, places, steps, topics
from openspace.actions.change import By
from openspace.errors import NotFound, RuleBroken
from openspace.extensions import Base, db
from openspace.models import BreakoutGroup, Event, LogEntry, Outcome, Round, Space, Step, Topic
from openspace.models.history import last_done

M = TypeVar("M", bound=Base)


def undo(event: Event, by: By, entry_id: int) -> None:
    """Take back the entry that the facilitator saw as the last one.

    Raises ``RuleBroken("undone")`` when it is not the last any more, ``NotFound`` when what it was about is gone,
    and whatever the inverse raises.
    """
    entry = last_done(event)
    if entry is None or entry.id != entry_id:
        raise RuleBroken("undone")
    INVERSES[entry.verb](event, replace(by, undoes=entry.id), entry)


def _row(event: Event, model: type[M], key: int | None) -> M:
    row = db.session.get(model, key) if key is not None else None
    if row is None or getattr(row, "event_id", None) != event.id:
        raise NotFound
    return row


def _number(entry: LogEntry) -> int:
    return int(entry.subject.partition("-")[2])


def _group(event: Event, entry: LogEntry) -> BreakoutGroup:
    """The group of the entry's topic in the round into which the entry put it."""
    topic = _row(event, Topic, entry.way_back.get("topic"))
    held = _row(event, Round, entry.way_back.get("now_in"))
    found = [group for group in cells.placed_in(held, [topic]) if group.is_live]
    if not found:
        raise NotFound
    return found[0]


def _from_cell(event: Event, by: By, entry: LogEntry) -> None:
    places.take_back(event, by, _group(event, entry))


def _to_old_cell(event: Event, by: By, entry: LogEntry) -> None:
    group = _group(event, entry)
    held = _row(event, Round, entry.way_back.get("round"))
    places.move_group(event, by, group, held, _row(event, Space, entry.way_back.get("space")), anywhere=True)


def _into_cell(event: Event, by: By, entry: LogEntry) -> None:
    topic = _row(event, Topic, entry.way_back.get("topic"))
    held = _row(event, Round, entry.way_back.get("round"))
    places.place_topic(event, by, topic, held, _row(event, Space, entry.way_back.get("space")), anywhere=True)


def _to_step_before(event: Event, by: By, entry: LogEntry) -> None:
    before = _row(event, Step, entry.way_back.get("from"))
    seen = _row(event, Step, entry.way_back.get("to")).position
    clock = entry.way_back.get("clock")
    until = datetime.fromtimestamp(clock / 1000, UTC) if clock is not None else None
    steps.go_to(event, by, before, seen=seen, until=until)


def _show(event: Event, by: By, entry: LogEntry) -> None:
    if entry.subject.startswith("outcome-"):
        outcomes.show_outcome(event, by, _row(event, Outcome, _number(entry)))
    else:
        topics.show_topic(event, by, _row(event, Topic, _number(entry)))


def _hide(event: Event, by: By, entry: LogEntry) -> None:
    if entry.subject.startswith("outcome-"):
        outcomes.hide_outcome(event, by, _row(event, Outcome, _number(entry)))
    else:
        topics.hide_topic(event, by, _row(event, Topic, _number(entry)))


def _with_topic(do: Callable[[Event, By, Topic], object]) -> Callable[[Event, By, LogEntry], None]:
    def inverse(event: Event, by: By, entry: LogEntry) -> None:
        do(event, by, _row(event, Topic, _number(entry)))

    return inverse


INVERSES: dict[str, Callable[[Event, By, LogEntry], None]] = {
    "close": lambda event, by, _entry: events.reopen_event(event, by),
    "go_to": _to_step_before,
    "hide": _show,
    "move": _to_old_cell,
    "place": _from_cell,
    "post_for_somebody": _with_topic(topics.withdraw_topic),
    "rest": _with_topic(places.wake_topic),
    "show": _hide,
    "take_back": _into_cell,
    "wake": _with_topic(places.rest_topic),
}

"""Deleting on time what points to a person (PRODUCT.md, "Privacy and safety").

24 hours after closing, until when the event may be reopened, single attendances and dots become counts and
the log forgets who joined, moved on and stuck dots. After 30 days nicknames are replaced and phones forgotten.
"""

import random
from datetime import datetime, timedelta

from sqlalchemy import Select, delete, func, select, update

from openspace import nicknames
from openspace.actions.change import write
from openspace.extensions import db
from openspace.models import Attendance, BreakoutGroup, Dot, Event, LogEntry, Participant
from openspace.models.event import REOPENING

PERSONAL = timedelta(days=30)
PERSONAL_VERBS = ("join", "come_back", "leave", "speak", "join_group", "move_on", "stick", "take_off")

_chance = random.SystemRandom()


def forget(moment: datetime) -> int:
    """Forget what is due at ``moment`` (aware). Returns how many events were touched; does nothing twice."""
    with write():
        counted = _closed_before(moment - REOPENING).where(Event.counted_at.is_(None))
        for event in (due := list(db.session.scalars(counted))):
            _count(event, moment)
        replaced = _closed_before(moment - PERSONAL).where(Event.forgotten_at.is_(None))
        for event in (long_due := list(db.session.scalars(replaced))):
            _replace(event, moment)
    return len(due) + len(long_due)


def _closed_before(moment: datetime) -> Select[Event]:
    return select(Event).where(Event.closed_at.is_not(None), Event.closed_at <= moment)


def _count(event: Event, moment: datetime) -> None:
    for group, people in _heads(event):
        group.head_count = max(group.head_count or 0, people)
    groups = select(BreakoutGroup.id).filter_by(event_id=event.id)
    db.session.execute(delete(Attendance).where(Attendance.group_id.in_(groups)))
    db.session.execute(update(Dot).filter_by(event_id=event.id).values(participant_id=None))
    for entry in db.session.scalars(select(LogEntry).filter_by(event_id=event.id)):
        _forget_person(entry)
    event.counted_at = moment


def _heads(event: Event) -> list[tuple[BreakoutGroup, int]]:
    people = func.count(Attendance.participant_id.distinct())
    rows = select(BreakoutGroup, people).join(Attendance).where(BreakoutGroup.event_id == event.id)
    return [(group, heads) for group, heads in db.session.execute(rows.group_by(BreakoutGroup.id))]


def _forget_person(entry: LogEntry) -> None:
    entry.views = [name for name in entry.views if not name.startswith("me-")]
    if entry.verb in PERSONAL_VERBS:
        entry.actor, entry.key, entry.body = "participant", None, None
        entry.subject = "" if entry.subject.startswith("participant-") else entry.subject


def _replace(event: Event, moment: datetime) -> None:
    for person in db.session.scalars(select(Participant).filter_by(event_id=event.id)):
        person.nickname = _chance.randrange(nicknames.COUNT)
        person.device = None
    event.forgotten_at = moment

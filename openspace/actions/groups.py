"""Breakout groups: coming, going on, taking notes."""

from sqlalchemy import select

from openspace.actions.change import By, Change, change
from openspace.database import now
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.i18n import guess
from openspace.models import Attendance, BreakoutGroup, Event, Participant
from openspace.views.presence import is_in, others_ever
from openspace.vocabulary import GroupStatus


def join_group(event: Event, by: By, group: BreakoutGroup, person: Participant) -> BreakoutGroup:
    """Come into a group; whoever was in another one has moved on by that, and nobody is told.

    Raises ``RuleBroken``: ``closed``, ``not_yet`` before the rounds, ``group_over`` when it does not meet now.
    """
    with change(event, by, "join_group") as under_way:
        require_open(event)
        if not group.takes_people(event):
            raise RuleBroken("group_over")
        _move_on(under_way, person, to=group)
        if not is_in(group, person):
            _come(under_way, group, person)
        under_way.about(f"group-{group.id}")
        under_way.touch_person(person)
    return group


def _come(under_way: Change, group: BreakoutGroup, person: Participant) -> None:
    alone = others_ever(group, person)
    if len(alone) == 1:  # they read that they are alone; now they are not
        under_way.touch_person(alone.pop())
    db.session.add(Attendance(group_id=group.id, participant_id=person.id, joined_at=now()))


def move_on(event: Event, by: By, person: Participant) -> None:
    """Go on without joining another group. Who left is shown nowhere."""
    with change(event, by, "move_on") as under_way:
        require_open(event)
        _move_on(under_way, person)
        under_way.touch_person(person)


def _move_on(under_way: Change, person: Participant, to: BreakoutGroup | None = None) -> None:
    rows = select(Attendance).filter_by(participant_id=person.id, moved_on_at=None)
    for row in db.session.scalars(rows):
        if to is None or row.group_id != to.id:
            row.moved_on_at = now()
            under_way.touch(f"group-{row.group_id}")
            _give_back(row.group, person)


def _give_back(group: BreakoutGroup, person: Participant) -> None:
    """While a group meets, its note taker sits in it; afterwards they may write on from anywhere."""
    if group.note_taker_id == person.id and group.is_live:
        group.note_taker = None


def take_notes(event: Event, by: By, group: BreakoutGroup, person: Participant) -> None:
    """Somebody of the group takes the part of writing its notes.

    Raises ``RuleBroken``: ``closed``, ``not_yet``, ``not_in_group``, ``has_note_taker``.
    """
    with change(event, by, "take_notes") as under_way:
        require_open(event)
        if not is_in(group, person):
            raise RuleBroken("not_in_group")
        if group.has_note_taker and group.note_taker_id != person.id:
            raise RuleBroken("has_note_taker")
        group.note_taker = person
        under_way.about(f"group-{group.id}")
        under_way.touch_person(person)


def give_back_notes(event: Event, by: By, group: BreakoutGroup, person: Participant) -> None:
    """The note taker lets go of the part. Raises ``RuleBroken``: ``closed``, ``not_yet``."""
    with change(event, by, "give_back_notes") as under_way:
        require_open(event)
        if group.note_taker_id == person.id:
            group.note_taker = None
        under_way.about(f"group-{group.id}")
        under_way.touch_person(person)


def write_summary(event: Event, by: By, group: BreakoutGroup, writer: Participant, text: str) -> None:
    """The note taker says in short what the group found. Raises ``RuleBroken``: ``not_note_taker``, ``closed``."""
    with change(event, by, "write_summary") as under_way:
        require_open(event)
        if group.note_taker_id != writer.id:
            raise RuleBroken("not_note_taker")
        group.summary, group.summary_language = text, guess(text, writer.language)
        if text:
            document(under_way, group)
        under_way.about(f"group-{group.id}")
        under_way.touch_person(writer)


def document(under_way: Change, group: BreakoutGroup) -> None:
    """Something is written down about a group that has ended. Belongs inside a change."""
    if group.status is GroupStatus.ENDED:
        group.status = GroupStatus.DOCUMENTED
        under_way.touch(f"group-{group.id}", f"cell-{group.round_id}-{group.space_id}")


def count_heads(event: Event, by: By, group: BreakoutGroup, heads: int | None) -> None:
    """The facilitator counted who sits there, for chairs; ``None`` takes the count back."""
    with change(event, by, "count_heads") as under_way:
        group.head_count = heads
        under_way.about(f"group-{group.id}")


def require_open(event: Event) -> None:
    """Raise ``RuleBroken`` unless groups may meet and write."""
    if event.closed_at is not None:
        raise RuleBroken("closed")
    if not event.takes_outcomes:
        raise RuleBroken("not_yet")

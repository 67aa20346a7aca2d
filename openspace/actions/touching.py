"""Which views look different when a topic or a group moves. Every function belongs inside a change."""

from collections.abc import Iterable

from sqlalchemy import select

from openspace.actions.change import Change
from openspace.extensions import db
from openspace.models import Attendance, BreakoutGroup, Round, Space, Topic
from openspace.models.bundle import Bundles


def touch_cards(under_way: Change, topics: Iterable[Topic]) -> None:
    """The cards of these topics and of those that go together with them, and their conveners' pages."""
    together = Bundles(under_way.event.id)
    for topic in topics:
        under_way.touch(*(f"topic-{key}" for key in together.of(topic.id)))
        under_way.touch_person(topic.convener_id)


def touch_group(under_way: Change, group: BreakoutGroup) -> None:
    """The group, its cell, its topics' cards, and the pages of those who are in it."""
    under_way.touch(f"group-{group.id}", f"cell-{group.round_id}-{group.space_id}")
    touch_cards(under_way, group.topics)
    inside = select(Attendance.participant_id).filter_by(group_id=group.id, moved_on_at=None)
    for person in db.session.scalars(inside):
        under_way.touch_person(person)


def touch_cells(under_way: Change, held: Round) -> None:
    """The round and every cell of it."""
    under_way.touch(f"round-{held.id}", *(f"cell-{held.id}-{space.id}" for space in under_way.event.spaces))


def touch_round(under_way: Change, held: Round) -> None:
    """The same, and everything that says when the groups of this round meet."""
    touch_cells(under_way, held)
    for group in db.session.scalars(select(BreakoutGroup).filter_by(round_id=held.id)):
        touch_group(under_way, group)


def touch_space(under_way: Change, space: Space) -> None:
    """The space, every cell of it, and all groups that stand there."""
    under_way.about(f"space-{space.id}")
    under_way.touch(*(f"cell-{held.id}-{space.id}" for held in under_way.event.rounds))
    for group in db.session.scalars(select(BreakoutGroup).filter_by(space_id=space.id)):
        touch_group(under_way, group)

"""Where and when topics meet: placing makes a group, moving changes it, taking back frees its cell."""

from openspace.actions import cells
from openspace.actions.change import By, change
from openspace.actions.rows import present
from openspace.actions.topics import require_topics, require_up
from openspace.actions.touching import touch_cards
from openspace.errors import RuleBroken
from openspace.models import BreakoutGroup, Event, Round, Space, Topic
from openspace.models.bundle import bundle
from openspace.vocabulary import TopicStatus


def place_topic(
    event: Event, by: By, topic: Topic, held: Round, space: Space, *, anywhere: bool = False
) -> BreakoutGroup:
    """Give a topic a cell; the topics that go together with it come along.

    A convener takes a free cell, and placing again in the same round moves their group. ``anywhere`` is for the
    facilitator: from ``collecting`` on, and beside another group as well. A group that was taken back comes back.

    Raises ``NotFound`` for a cell that is gone; ``RuleBroken``: ``not_yet``, ``closed``, ``topic_gone``,
    ``round_over``, ``cell_taken``, ``placed_in_round``.
    """
    with change(event, by, "place") as under_way:
        held, space = cells.require_cell(event, held, space, anywhere=anywhere)
        require_up(topic)
        group = cells.group_for(event, bundle(topic), held, again=not anywhere)
        before = cells.spot(group)
        cells.put(under_way, group, held, space, anywhere=anywhere)
        under_way.about(f"topic-{topic.id}")
        under_way.way_back = {"group": group.id, **before}
        under_way.way_back = {"topic": topic.id, "now_in": held.id}
    return group


def move_group(
    event: Event, by: By, group: BreakoutGroup, held: Round, space: Space, *, anywhere: bool = False
) -> BreakoutGroup:
    """Put a group into another cell. Raises as ``place_topic``, also ``group_over`` for a group that has met."""
    with change(event, by, "move") as under_way:
        held, space = cells.require_cell(event, held, space, anywhere=anywhere)
        group = present(event, group)
        cells.require_live(group)
        if any(other is not group for other in cells.placed_in(held, group.topics)):
            raise RuleBroken("placed_in_round")
        under_way.way_back = {**_cell(group), "now_in": held.id}
        cells.put(under_way, group, held, space, anywhere=anywhere)
        under_way.about(f"group-{group.id}")
    return group


def take_back(event: Event, by: By, group: BreakoutGroup) -> None:
    """Take a group out of its cell: away while nobody joined or wrote, otherwise it ends or is not held.

    Raises ``NotFound``; ``RuleBroken``: ``not_yet``, ``closed``, ``group_over``.
    """
    with change(event, by, "take_back") as under_way:
        require_topics(event)
        group = present(event, group)
        cells.require_live(group)
        under_way.about(f"topic-{group.topics[0].id}")
        under_way.way_back = _cell(group)
        cells.take_out(under_way, group)


def _cell(group: BreakoutGroup) -> dict[str, int]:
    """Where a group stands, for who wants it back there."""
    return {"topic": group.topics[0].id, "round": group.round_id, "space": group.space_id}


def rest_topic(event: Event, by: By, topic: Topic) -> None:
    """Into the car park, out of every cell where it has not met yet. Raises ``RuleBroken`` as ``place_topic``."""
    with change(event, by, "rest") as under_way:
        require_topics(event)
        require_up(topic)
        topics = bundle(topic)
        for group in cells.live_groups(topics):
            cells.take_out(under_way, group)
        for one in topics:
            one.status = TopicStatus.RESTING
        under_way.about(f"topic-{topic.id}")
        touch_cards(under_way, topics)


def wake_topic(event: Event, by: By, topic: Topic) -> None:
    """Undo ``rest_topic``: out of the car park, back to the wall."""
    with change(event, by, "wake") as under_way:
        require_topics(event)
        require_up(topic)
        topics = bundle(topic)
        cells.wake(topics)
        under_way.about(f"topic-{topic.id}")
        touch_cards(under_way, topics)

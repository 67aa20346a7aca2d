"""Clashes are warned of, never resolved by force (PRODUCT.md, promise 7)."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from openspace.models.group import BreakoutGroup
from openspace.models.topic import Topic


@dataclass(frozen=True)
class DoubleBooked:
    """Somebody invites to several groups of one round."""

    groups: tuple[BreakoutGroup, ...]
    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class SameCell:
    """Several groups share a space in one round."""

    groups: tuple[BreakoutGroup, ...]


@dataclass(frozen=True)
class NotStepFree:
    """A topic asks for no steps, and there are steps on the way to its space."""

    groups: tuple[BreakoutGroup, ...]
    topic: Topic


Clash = DoubleBooked | SameCell | NotStepFree


def clashes(groups: Iterable[BreakoutGroup]) -> list[Clash]:
    """What the facilitator may want to ask about, for groups with their topics, rounds and spaces.

    Groups that were taken back and rounds that are over raise no questions any more.
    """
    present = [group for group in groups if group.stands and group.is_live and not group.round.is_over]
    return [*_double_booked(present), *_same_cell(present), *_not_step_free(present)]


def _double_booked(groups: list[BreakoutGroup]) -> list[Clash]:
    invites: dict[Hashable, list[tuple[BreakoutGroup, Topic]]] = defaultdict(list)
    for group in groups:
        for topic in group.shown_topics:
            if topic.convener_id is not None:
                invites[group.round_id, topic.convener_id].append((group, topic))
    found: list[Clash] = []
    for pairs in invites.values():
        several = tuple(dict.fromkeys(group for group, _ in pairs))
        if len(several) > 1:
            found.append(DoubleBooked(several, tuple(topic for _, topic in pairs)))
    return found


def _same_cell(groups: list[BreakoutGroup]) -> list[Clash]:
    cells: dict[Hashable, list[BreakoutGroup]] = defaultdict(list)
    for group in groups:
        cells[group.round_id, group.space_id].append(group)
    return [SameCell(tuple(neighbours)) for neighbours in cells.values() if len(neighbours) > 1]


def _not_step_free(groups: list[BreakoutGroup]) -> list[Clash]:
    return [
        NotStepFree((group,), topic)
        for group in groups
        for topic in group.shown_topics
        if "step_free" in topic.wishes and not group.space.step_free
    ]

"""The middle of the cockpit: cards without a place, and the matrix with its questions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Topic
from openspace.models.bundle import Bundles
from openspace.models.clashes import Clash, clashes
from openspace.models.matrix import standing
from openspace.views.plan import timetable
from openspace.views.registry import alone, view
from openspace.views.topics import up
from openspace.vocabulary import Audience, TopicStatus

FIRST = 8  # cards that lie open in the tray; the others are one tap away

Card = Sequence[Topic]  # a topic, or several that go together


@view("tray", "live/cockpit/tray.html", Audience.COCKPIT, gathers=["topic", "wall", "cell", "group", "phase"])
@alone
def tray(event: Event) -> Mapping[str, Any]:
    """Cards that have no place yet, in the order they came, and those in the car park."""
    placed = {topic.id for group in standing(event) for topic in group.topics}
    cards = [card for card in _cards(event) if not placed & {topic.id for topic in card}]
    resting = [card for card in cards if card[0].status is TopicStatus.RESTING]
    waiting = [card for card in cards if card not in resting]
    return {"waiting": waiting, "first": FIRST, "resting": resting, "placed": bool(placed)}


def _cards(event: Event) -> list[Card]:
    together = Bundles(event.id)
    topics = db.session.scalars(select(Topic).where(Topic.event_id == event.id, up()).order_by(Topic.number))
    cards: dict[frozenset[int], list[Topic]] = defaultdict(list)
    for topic in topics:
        cards[together.of(topic.id)].append(topic)
    return list(cards.values())


@view(
    "matrix",
    "live/cockpit/matrix.html",
    Audience.COCKPIT,
    gathers=["topic", "cell", "group", "space", "round", "event", "phase"],
)
@alone
def matrix(event: Event) -> Mapping[str, Any]:
    """Rounds and spaces; every cell with its groups and what may be asked about them."""
    groups = standing(event)
    cells: dict[tuple[int, int], list[BreakoutGroup]] = defaultdict(list)
    for group in groups:
        cells[group.round_id, group.space_id].append(group)
    return {"rows": timetable(event), "cells": cells, "questions": _questions(groups), "spaces": event.spaces}


def _questions(groups: list[BreakoutGroup]) -> Mapping[int, list[Clash]]:
    found: dict[int, list[Clash]] = defaultdict(list)
    for clash in clashes(groups):
        for group in clash.groups:
            found[group.id].append(clash)
    return found

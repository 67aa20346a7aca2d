"""Questions about a weighting: on what dots stick, and what came out."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from openspace.extensions import db
from openspace.models.dot import Dot
from openspace.models.event import Event
from openspace.models.group import BreakoutGroup
from openspace.models.outcome import Outcome
from openspace.models.participant import Participant
from openspace.models.topic import Topic
from openspace.vocabulary import DotsOn, OutcomeKind

Item = Topic | Outcome


@dataclass(frozen=True)
class Weight:
    """An item with its dots. Equal dots are a tie; there are no ranks."""

    item: Item
    dots: int


def items(event: Event) -> Sequence[Item]:
    """What may get dots, in the order it came: topics, or single ideas."""
    if event.dots_on is DotsOn.TOPICS:
        return topics_up(event)
    ideas = select(Outcome).where(
        Outcome.event_id == event.id,
        Outcome.kind == OutcomeKind.IDEA,
        Outcome.hidden_at.is_(None),
        Outcome.withdrawn_at.is_(None),
    )
    loaded = ideas.options(joinedload(Outcome.group).selectinload(BreakoutGroup.topics))
    return list(db.session.scalars(loaded.order_by(Outcome.id)))


def topics_up(event: Event) -> Sequence[Topic]:
    """The cards that everybody may see, by number."""
    up = select(Topic).where(
        Topic.event_id == event.id,
        Topic.hidden_at.is_(None),
        Topic.withdrawn_at.is_(None),
        Topic.pending.is_(False),
    )
    return list(db.session.scalars(up.order_by(Topic.number)))


def result(event: Event) -> list[Weight]:
    """Items that got dots, most first, ties in the order they came. Only for after closing."""
    on = _on(event)
    rows = select(on, func.sum(Dot.dots)).where(Dot.event_id == event.id, on.is_not(None)).group_by(on)
    sums = {key: int(dots) for key, dots in db.session.execute(rows)}
    weights = [Weight(item, sums.get(item.id, 0)) for item in items(event)]
    return sorted((w for w in weights if w.dots), key=lambda weight: -weight.dots)


def _on(event: Event) -> InstrumentedAttribute[int | None]:
    return Dot.topic_id if event.dots_on is DotsOn.TOPICS else Dot.outcome_id


def mine(event: Event, person: Participant) -> dict[int, int]:
    """A person's own dots: item's id → how many."""
    on = _on(event)
    rows = select(on, Dot.dots).where(Dot.participant_id == person.id, on.is_not(None))
    return {int(key): dots for key, dots in db.session.execute(rows) if key is not None}


def voters(event: Event) -> int:
    """How many people have stuck a dot; stands in the cockpit beside how many are here."""
    rows = select(func.count(Dot.participant_id.distinct())).where(Dot.event_id == event.id)
    return db.session.scalars(rows).one()


def latecomers(event: Event) -> int:
    """How many joined after the weighting had opened and have no dots yet."""
    if event.dots_for_joined_until is None:
        return 0
    later = Participant.joined_at > event.dots_for_joined_until
    rows = select(func.count()).select_from(Participant)
    return db.session.scalars(rows.where(Participant.event_id == event.id, Participant.left_at.is_(None), later)).one()

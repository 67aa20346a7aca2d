"""What an event leaves: every topic with what its groups wrote."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Outcome, Round, Topic


@dataclass
class Chapter:
    """A topic and the groups that wrote under it. A merge's words stand once, under its smallest number;
    ``elsewhere`` is that topic for the others.
    """

    topic: Topic
    groups: list[BreakoutGroup] = field(default_factory=list)
    elsewhere: Topic | None = None
    words: dict[int, list[Outcome]] = field(default_factory=dict)


def written(event: Event) -> list[Chapter]:
    """All topics in order. A card that was taken down stays as a number where its group wrote."""
    words = _words(event)
    chapters = {topic.id: Chapter(topic) for topic in _topics(event)}
    for group in _groups(event):
        if group.topics and (group.id in words or group.summary):
            first, *others = (chapters[topic.id] for topic in group.topics)
            first.groups.append(group)
            first.words[group.id] = words[group.id]
            for other in others:
                other.elsewhere = first.topic
    return [chapter for chapter in chapters.values() if chapter.topic.is_shown or chapter.groups]


def _topics(event: Event) -> Sequence[Topic]:
    return db.session.scalars(select(Topic).filter_by(event_id=event.id).order_by(Topic.number)).all()


def _groups(event: Event) -> Sequence[BreakoutGroup]:
    wanted = (
        select(BreakoutGroup)
        .join(BreakoutGroup.round)
        .where(BreakoutGroup.event_id == event.id)
        .order_by(Round.number, BreakoutGroup.id)
        .options(joinedload(BreakoutGroup.round), joinedload(BreakoutGroup.space), selectinload(BreakoutGroup.topics))
    )
    return db.session.scalars(wanted).all()


def _words(event: Event) -> dict[int, list[Outcome]]:
    shown = select(Outcome).filter_by(event_id=event.id, hidden_at=None, withdrawn_at=None).order_by(Outcome.id)
    by_group: dict[int, list[Outcome]] = defaultdict(list)
    for outcome in db.session.scalars(shown):
        by_group[outcome.group_id].append(outcome)
    return by_group

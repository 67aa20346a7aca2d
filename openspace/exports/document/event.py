"""A whole event: what was talked about, what was written, what goes on. No person is in it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from openspace.exports import shape
from openspace.exports.document.draft import draft_documents
from openspace.exports.document.parts import event_head, local_time, site_head, topic_head
from openspace.extensions import db
from openspace.i18n import Language
from openspace.models import BreakoutGroup, Event, Outcome, Topic


def event_document(event: Event, language: Language, exported_at: datetime) -> shape.Event:
    """The event with its topics, groups and drafts. ``exported_at`` is aware."""
    return {
        "format": "openspace/event",
        "version": 1,
        "site": site_head(event.site),
        "event": {
            **event_head(event),
            "givens": event.givens,
            "languages": event.languages,
            "contact": event.contact,
        },
        "spaces": [
            {"name": space.name, "symbol": space.symbol, "step_free": space.step_free, "quiet": space.quiet}
            for space in event.spaces
        ],
        "rounds": [
            {
                "number": held.number,
                "starts_at": local_time(held.starts_at, event),
                "ends_at": local_time(held.ends_at, event),
            }
            for held in event.rounds
        ],
        "topics": _topics(event),
        "groups": _groups(event),
        "drafts": draft_documents(event, language, exported_at),
    }


def _topics(event: Event) -> list[shape.Topic]:
    rows = db.session.scalars(select(Topic).filter_by(event_id=event.id).order_by(Topic.number)).all()
    numbers = {topic.id: topic.number for topic in rows}
    return [_topic(topic, numbers) for topic in rows]


def _topic(topic: Topic, numbers: dict[int, int]) -> shape.Topic:
    return {
        **topic_head(topic),
        "details": topic.details if topic.is_shown else "",
        "status": topic.status.value,
        "withdrawn": not topic.is_shown,
        "merged_into": numbers.get(topic.merged_into_id) if topic.merged_into_id else None,
    }


def _groups(event: Event) -> list[shape.Group]:
    written = defaultdict(list)
    for outcome in db.session.scalars(select(Outcome).filter_by(event_id=event.id).order_by(Outcome.id)):
        written[outcome.group_id].append(outcome)
    wanted = (
        select(BreakoutGroup)
        .filter_by(event_id=event.id)
        .order_by(BreakoutGroup.round_id, BreakoutGroup.space_id, BreakoutGroup.id)
        .options(joinedload(BreakoutGroup.round), joinedload(BreakoutGroup.space), selectinload(BreakoutGroup.topics))
    )
    return [_group(group, written[group.id]) for group in db.session.scalars(wanted)]


def _group(group: BreakoutGroup, written: Sequence[Outcome]) -> shape.Group:
    return {
        "round": group.round.number,
        "space": group.space.name,
        "topics": group.numbers,
        "status": group.status.value,
        "summary": group.summary,
        "outcomes": [_outcome(outcome) for outcome in written],
    }


def _outcome(outcome: Outcome) -> shape.Outcome:
    shown = outcome.is_shown
    return {
        "id": str(outcome.id),
        "kind": outcome.kind.value,
        "text": outcome.text if shown else "",
        "language": outcome.language,
        "who": outcome.who if shown else "",
        "by_when": outcome.by_when if shown else "",
        "withdrawn": not shown,
    }

"""The wall filling up."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from openspace.extensions import db
from openspace.models import Event, Topic
from openspace.models.bundle import Bundles
from openspace.views.topics import up


def wall(event: Event) -> Mapping[str, Any]:
    """All cards, newest first. Topics that go together hang on one card, where the smallest number would."""
    bundles, cards = Bundles(event.id), dict[frozenset[int], list[Topic]]()
    for topic in db.session.scalars(select(Topic).where(Topic.event_id == event.id, up()).order_by(Topic.number)):
        cards.setdefault(bundles.of(topic.id), []).append(topic)
    return {"scene": "wall", "cards": list(reversed(cards.values())), "count": sum(map(len, cards.values()))}

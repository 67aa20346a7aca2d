"""The cards on the wall. Topics that go together hang on one card, under the smallest number."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload

from openspace.extensions import db
from openspace.models import Event, Participant, Topic
from openspace.models.bundle import Bundles, bundle
from openspace.models.matrix import standing, standing_with
from openspace.views.registry import Key, Shown, alone, view
from openspace.vocabulary import Audience, TopicStatus


def up() -> ColumnElement[bool]:
    """The condition for a card that everybody may see."""
    return Topic.hidden_at.is_(None) & Topic.withdrawn_at.is_(None) & Topic.pending.is_(False)


def wall(event: Event) -> Sequence[str]:
    """The names of the cards on the wall, newest first."""
    return [f"topic-{key}" for key in _cards(event)]


def convened(event: Event, person: Participant) -> Sequence[str]:
    """The cards on which this person invites, newest first."""
    own = set(db.session.scalars(select(Topic.id).filter_by(event_id=event.id, convener_id=person.id)))
    return [f"topic-{key}" for key, together in _cards(event).items() if own & together]


def unplaced(event: Event) -> Sequence[str]:
    """The cards that stand in no cell and are not in the car park, newest first."""
    placed = {topic.id for group in standing(event) for topic in group.topics}
    resting = select(Topic.id).filter_by(event_id=event.id, status=TopicStatus.RESTING)
    settled = placed | set(db.session.scalars(resting))
    return [f"topic-{key}" for key, together in _cards(event).items() if not settled & together]


def head_of(topic: Topic) -> str:
    """The name of the card on which a topic hangs."""
    return next((f"topic-{one.id}" for one in bundle(topic) if one.is_shown), f"topic-{topic.id}")


def _cards(event: Event) -> Mapping[int, frozenset[int]]:
    """By the topic that heads a card: which topics hang on it. Newest first."""
    bundles, heads = Bundles(event.id), dict[frozenset[int], int]()
    for key in db.session.scalars(select(Topic.id).where(Topic.event_id == event.id, up()).order_by(Topic.number)):
        heads.setdefault(bundles.of(key), key)
    return {key: together for together, key in reversed(heads.items())}


@view("topic", "live/topic.html", Audience.PARTICIPANT)
def topic(event: Event, keys: Iterable[Key]) -> Mapping[Key, Shown]:
    """A card: plates, titles and words in their own language, and where they are talked about."""
    bundles = Bundles(event.id)
    together = {key: bundles.of(key) for (key,) in keys}
    wanted = frozenset().union(*together.values())
    loaded = select(Topic).where(Topic.event_id == event.id, Topic.id.in_(wanted), up()).order_by(Topic.number)
    topics = list(db.session.scalars(loaded.options(joinedload(Topic.convener))))
    groups = standing_with(event, wanted)
    cards = {(key,): [t for t in topics if t.id in together[key]] for key in together}
    return {
        key: Shown({"topics": card, "groups": [g for g in groups if set(card) & set(g.topics)]}, list="wall")
        for key, card in cards.items()
        if card and (card[0].id,) == key
    }


@view("wall", "live/wall.html", Audience.PARTICIPANT)
@alone
def head(event: Event) -> Mapping[str, int]:
    """How many cards hang on the wall."""
    count = select(func.count()).select_from(Topic).where(Topic.event_id == event.id, up())
    return {"count": db.session.scalars(count).one()}

"""The cards on the wall."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload

from openspace.extensions import db
from openspace.models import Event, Topic
from openspace.views.registry import Key, Shown, alone, view
from openspace.vocabulary import Audience


def up() -> ColumnElement[bool]:
    """The condition for a card that everybody may see."""
    return Topic.hidden_at.is_(None) & Topic.withdrawn_at.is_(None) & Topic.pending.is_(False)


def wall(event: Event) -> Sequence[str]:
    """The names of the cards on the wall, newest first."""
    ids = select(Topic.id).where(Topic.event_id == event.id, up()).order_by(Topic.number.desc())
    return [f"topic-{key}" for key in db.session.scalars(ids)]


@view("topic", "live/topic.html", Audience.PARTICIPANT)
def topic(event: Event, keys: Iterable[Key]) -> Mapping[Key, Shown]:
    """A card: plate, title and words in their own language."""
    wanted = select(Topic).where(Topic.event_id == event.id, Topic.id.in_([k for (k,) in keys]), up())
    loaded = wanted.options(joinedload(Topic.convener), joinedload(Topic.merged_into))
    return {(t.id,): Shown({"topic": t}, list="wall") for t in db.session.scalars(loaded)}


@view("wall", "live/wall.html", Audience.PARTICIPANT)
@alone
def head(event: Event) -> Mapping[str, int]:
    """How many cards hang on the wall."""
    count = select(func.count()).select_from(Topic).where(Topic.event_id == event.id, up())
    return {"count": db.session.scalars(count).one()}

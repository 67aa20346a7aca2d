"""Sticking dots, one tap a dot."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import weighting
from openspace.actions.change import By
from openspace.errors import NotFound
from openspace.models import Event, Outcome, Participant, Topic
from openspace.models.weighting import items, mine
from openspace.vocabulary import DotsOn
from openspace.web.answers import saved
from openspace.web.door import by, for_participant

bp = Blueprint("weighting", __name__, url_prefix="/e/<event>/dots")

Verb = Callable[[Event, By, Participant, Topic | Outcome], None]


def shown(here: Here) -> Mapping[str, Any]:
    """What the page of the weighting shows somebody: the items and their own dots."""
    own = mine(here.event, here.person)
    return {
        "items": items(here.event),
        "mine": own,
        "left": here.event.dots_each - sum(own.values()),
        "on_topics": here.event.dots_on is DotsOn.TOPICS,
    }


@bp.post("/<int:item>/stick")
@for_participant
def stick(here: Here, item: int) -> ResponseReturnValue:
    """One more dot on it."""
    return _do(weighting.stick, here, item)


@bp.post("/<int:item>/take-off")
@for_participant
def take_off(here: Here, item: int) -> ResponseReturnValue:
    """One dot less."""
    return _do(weighting.take_off, here, item)


def _do(verb: Verb, here: Here, key: int) -> ResponseReturnValue:
    verb(here.event, by(here), here.person, _item(here, key))
    return saved(here, url_for("now.page", event=here.event.public_id))


def _item(here: Here, key: int) -> Topic | Outcome:
    on_topics = here.event.dots_on is DotsOn.TOPICS
    item: Topic | Outcome = here.find(Topic, key) if on_topics else here.find(Outcome, key)
    if not item.is_shown:
        raise NotFound
    return item

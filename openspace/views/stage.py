"""The screen: one stage that follows the phases. No counts per group or language stand on it."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import url_for
from sqlalchemy import select

from openspace.extensions import db
from openspace.models import Event, Topic
from openspace.views.people import here, spoken
from openspace.views.phase import RESIDENTS_READ
from openspace.views.registry import alone, view
from openspace.views.topics import up
from openspace.vocabulary import Audience, Phase

Scene = Callable[[Event], Mapping[str, Any]]

GATHERS = (
    "phase",
    "topic",
    "wall",
    "count",
    "cell",
    "group",
    "space",
    "round",
    "outcome",
    "draft",
    "dots",
    "event",
)


def welcome(event: Event) -> Mapping[str, Any]:
    """QR and code, the theme, how many are here, the languages we speak (without counts)."""
    return {"scene": "welcome", "count": here(event), "languages": [tag for tag, _ in spoken(event)]}


def wall(event: Event) -> Mapping[str, Any]:
    """The wall filling up, newest first."""
    cards = select(Topic).where(Topic.event_id == event.id, up()).order_by(Topic.number.desc())
    return {"scene": "wall", "topics": list(db.session.scalars(cards))}


def principles(event: Event) -> Mapping[str, Any]:
    """Principles, law and givens, large."""
    return {"scene": "opening"}


SCENES: dict[Phase, Scene] = {
    Phase.ARRIVAL: welcome,
    Phase.OPENING: principles,
    Phase.COLLECTING: wall,
}


@view("stage", "live/screen/stage.html", Audience.SCREEN, gathers=GATHERS)
@alone
def stage(event: Event) -> Mapping[str, Any]:
    """What everybody in the hall sees now."""
    scene = SCENES.get(event.phase, wall)
    join = url_for("join.door", token=event.join_token, _external=True)
    return {**scene(event), "heading": RESIDENTS_READ[event.phase], "join_url": join}

"""The screen: one stage that follows the phases. No counts per group or language stand on it."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import url_for

from openspace.models import Event
from openspace.views.phase import RESIDENTS_READ
from openspace.views.registry import alone, view
from openspace.views.scenes import arriving, going_on, plan, wall, words
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
SCENES: dict[Phase, Scene] = {
    Phase.ARRIVAL: arriving.welcome,
    Phase.OPENING: arriving.principles,
    Phase.COLLECTING: wall.wall,
    Phase.MARKETPLACE: plan.marketplace,
    Phase.ROUNDS: plan.group_work,
    Phase.NEWS: words.news,
    Phase.WEIGHTING: words.weighting,
    Phase.ACTION_PLANNING: going_on.projects,
    Phase.CLOSING: going_on.closing,
    Phase.CLOSED: going_on.closing,
}


def scene_of(event: Event) -> Scene:
    """The scene of the present phase; a break has its own."""
    if event.is_open and event.step is not None and event.step.is_break:
        return plan.pause
    return SCENES[event.phase]


@view("stage", "live/screen/stage.html", Audience.SCREEN, gathers=GATHERS)
@alone
def stage(event: Event) -> Mapping[str, Any]:
    """What everybody in the hall sees now. ``key`` changes when the screen begins again at its first page."""
    scene = scene_of(event)(event)
    join = url_for("join.door", token=event.join_token, _external=True)
    return {"key": scene["scene"], "heading": RESIDENTS_READ[event.phase], "join_url": join, **scene}

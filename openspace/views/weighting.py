"""The weighting: that it runs; what came out only once it is closed."""

from collections.abc import Mapping
from typing import Any

from openspace.models import Event
from openspace.models.weighting import latecomers, result, voters
from openspace.views.people import here
from openspace.views.registry import alone, view
from openspace.vocabulary import Audience


@view("dots", "live/dots.html", Audience.PARTICIPANT)
@alone
def dots(event: Event) -> Mapping[str, Any]:
    """Open, or closed with its result."""
    return {"weights": result(event) if event.dots_closed_at else None}


@view("voting", "live/cockpit/voting.html", Audience.COCKPIT, gathers=["dots", "me", "count", "phase"])
@alone
def voting(event: Event) -> Mapping[str, Any]:
    """How many have stuck dots beside how many are here, and who came later."""
    opened = event.dots_opened_at is not None
    return {
        "opened": opened,
        "voters": voters(event) if opened else 0,
        "here": here(event) if opened else 0,
        "later": latecomers(event) if event.takes_dots else 0,
    }

"""The weighting: that it runs; what came out only once it is closed."""

from collections.abc import Mapping
from typing import Any

from openspace.models import Event
from openspace.models.weighting import result
from openspace.views.registry import alone, view
from openspace.vocabulary import Audience


@view("dots", "live/dots.html", Audience.PARTICIPANT)
@alone
def dots(event: Event) -> Mapping[str, Any]:
    """Open, or closed with its result."""
    return {"weights": result(event) if event.dots_closed_at else None}

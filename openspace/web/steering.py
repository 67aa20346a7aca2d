"""When: the steps of the plan, the clock, and the way back from what was done last."""

from flask import Blueprint, request

from openspace.access import Here
from openspace.actions import history, steps
from openspace.models import Step
from openspace.web.cockpit import one_tap
from openspace.web.door import by

bp = Blueprint("steering", __name__, url_prefix="/c/<event>")

A_WHILE = 5  # minutes that one tap gives or takes
FOR_EVER = 60 * 24 * 30


@bp.post("/steps/<int:step>")
@one_tap
def go_to(here: Here, step: int) -> None:
    """Make this step the present one. ``?seen`` is the position at which the facilitator saw the event."""
    steps.go_to(here.event, by(here), here.find(Step, step), seen=request.args.get("seen", type=int))


@bp.post("/clock/<any(more, less, up):way>")
@one_tap
def clock(here: Here, way: str) -> None:
    """Five minutes more or less; ``up`` ends the time that is left."""
    minutes = {"more": A_WHILE, "less": -A_WHILE, "up": -FOR_EVER}[way]
    steps.extend(here.event, by(here), minutes)


@bp.post("/undo")
@one_tap
def undo(here: Here) -> None:
    """Take back what was done last, as the button said."""
    history.undo(here.event, by(here), request.form.get("entry", 0, type=int))

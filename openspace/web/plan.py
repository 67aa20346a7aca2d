"""The plan: which topic is where and when."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.web.door import for_participant

bp = Blueprint("plan", __name__, url_prefix="/e/<event>")


@bp.get("/plan")
@for_participant
def page(here: Here) -> ResponseReturnValue:
    """The matrix, on phones as a list by round."""
    return render_template("pages/plan.html", here=here)

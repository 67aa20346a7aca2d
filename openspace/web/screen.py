"""The projector. No login; the link is the key; it follows the phases by itself."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from openspace import access
from openspace.web.door import enter

bp = Blueprint("screen", __name__)


@bp.get("/s/<token>")
def page(token: str) -> ResponseReturnValue:
    """What everybody in the hall sees."""
    return render_template("pages/screen.html", here=enter(access.screen(token)))

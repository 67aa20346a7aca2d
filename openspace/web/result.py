"""The result link: what everybody wrote and what goes on. No account, nothing to change."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from openspace import access
from openspace.i18n import speak
from openspace.views.drafts import going_on
from openspace.views.result import written
from openspace.web.door import guest_language

bp = Blueprint("result", __name__)


@bp.get("/r/<token>")
def page(token: str) -> ResponseReturnValue:
    """All topics with their words, all projects with their next meeting, and when what is deleted."""
    event = access.result(token)
    speak(guest_language())
    return render_template("pages/result.html", event=event, chapters=written(event), projects=going_on(event))

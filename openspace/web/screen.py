"""The projector. No login; the link is the key; it follows the phases by itself."""

from dataclasses import replace

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from openspace import access
from openspace.i18n import LANGUAGES
from openspace.web.door import enter

bp = Blueprint("screen", __name__)


def at_screen(token: str) -> access.Here:
    """The projector, speaking the event's first language, or the one that ``?lang=`` asks for."""
    here = access.screen(token)
    return enter(replace(here, language=LANGUAGES.get(request.args.get("lang", ""), here.language)))


@bp.get("/s/<token>")
def page(token: str) -> ResponseReturnValue:
    """What everybody in the hall sees."""
    return render_template("pages/screen.html", here=at_screen(token))

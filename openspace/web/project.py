"""The project link: whoever holds it reads and writes the draft, without an account, also after closing."""

from dataclasses import replace

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from openspace import access
from openspace.actions.change import By
from openspace.errors import Repeated
from openspace.views.drafts import whole
from openspace.web import door, sheet
from openspace.web.sheet import QUESTION, Sheet

bp = Blueprint("project", __name__, url_prefix="/p/<token>")


def _hold(token: str) -> Sheet:
    """The sheet in the hand of who came by this link. Raises ``NotFound`` for a revoked one."""
    here = access.project(token, door.device_token())
    if here.participant is None:
        here = replace(here, language=door.guest_language())
    door.enter(here)
    assert here.draft is not None
    return Sheet(here, here.draft, by_link=True)


def _by(at: Sheet) -> By:
    """Who writes by the link is the link, also when their phone was at the event."""
    return replace(door.by(at.here), actor=f"project-{at.draft.id}")


@bp.get("")
def page(token: str) -> ResponseReturnValue:
    """The nine questions."""
    return sheet.show(_hold(token))


@bp.get(f"/{QUESTION}")
def field(token: str, field: str) -> ResponseReturnValue:
    """One question on a page."""
    return sheet.ask(_hold(token), field)


@bp.post(f"/{QUESTION}")
def write(token: str, field: str) -> ResponseReturnValue:
    """Write down one answer."""
    at = _hold(token)
    try:
        return sheet.answer(at, field, _by(at))
    except Repeated:
        return sheet.done(at, "")


@bp.get("/slip")
def slip(token: str) -> ResponseReturnValue:
    """The project on a piece of paper of A6: name, plates, next meeting, the link, whom to ask."""
    at = _hold(token)
    return render_template("print/slip.html", here=at.here, draft=whole(at.draft))

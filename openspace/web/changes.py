"""Catch-up: what a client that was away must change to be current."""

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from openspace import access
from openspace.live.publish import changes
from openspace.web.door import for_facilitator, for_participant
from openspace.web.screen import at_screen

bp = Blueprint("changes", __name__)


def _since() -> int:
    return max(request.args.get("since", 0, type=int), 0)


def _answer(here: access.Here) -> ResponseReturnValue:
    return jsonify(changes(here.event, _since(), here.audience, here.language, here.participant))


@bp.get("/e/<event>/changes")
@for_participant
def participant(here: access.Here) -> ResponseReturnValue:
    """For a phone."""
    return _answer(here)


@bp.get("/c/<event>/changes")
@for_facilitator
def cockpit(here: access.Here) -> ResponseReturnValue:
    """For a cockpit."""
    return _answer(here)


@bp.get("/s/<token>/changes")
def screen(token: str) -> ResponseReturnValue:
    """For a screen."""
    return _answer(at_screen(token))

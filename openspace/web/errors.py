"""What somebody reads when something is not there, not theirs, or not possible now."""

from flask import Blueprint, g, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from openspace.errors import NotAllowed, NotFound, NotSavedYet, Repeated, RuleBroken, Stale
from openspace.i18n import gettext
from openspace.web.answers import refused, wants_json
from openspace.web.places import place_of
from openspace.web.sentences import sentence

bp = Blueprint("errors", __name__)


def say(message: str, status: int, code: str) -> ResponseReturnValue:
    """One sentence as a page or as JSON."""
    if wants_json():
        return jsonify({"code": code, "message": message}), status
    return render_template("pages/trouble.html", message=message, not_found=status == 404), status


@bp.app_errorhandler(NotFound)
@bp.app_errorhandler(404)
def not_found(_error: Exception) -> ResponseReturnValue:
    """Not there, or not for this person: both read the same."""
    return say(gettext("There is nothing here for you. Type the number from the screen."), 404, "not_found")


@bp.app_errorhandler(NotAllowed)
def not_allowed(_error: NotAllowed) -> ResponseReturnValue:
    """It is somebody else's; or somebody must sign in first, and afterwards they come back here."""
    here = g.get("here")
    if here is not None and here.participant is not None:
        return say(sentence(RuleBroken("not_yours")), 403, "not_yours")
    if wants_json() or request.method != "GET":
        return say(gettext("Please sign in first."), 403, "sign_in")
    return redirect(url_for("signin.page", then=request.full_path.rstrip("?")), 303)


@bp.app_errorhandler(RuleBroken)
def rule_broken(error: RuleBroken) -> ResponseReturnValue:
    """A one-tap button met a rule."""
    return refused(error)


@bp.app_errorhandler(Repeated)
def repeated(error: Repeated) -> ResponseReturnValue:
    """The same form again: the same answer again."""
    to = place_of(error.subject)
    if wants_json():
        return jsonify({"revision": error.revision, "url": to, "said": "", "undo": "", "fragments": []})
    return redirect(to, 303)


@bp.app_errorhandler(Stale)
def stale(error: Stale) -> ResponseReturnValue:
    """Somebody changed the same field first: both versions."""
    message = gettext("Somebody else has changed this answer. Here are both texts.")
    if wants_json():
        return jsonify({"code": "stale", "message": message, "current": error.current, "rev": error.rev}), 409
    return render_template("pages/trouble.html", message=message, stale=error), 409


@bp.app_errorhandler(NotSavedYet)
def not_saved_yet(_error: NotSavedYet) -> ResponseReturnValue:
    """Busy or full: nothing changed, the same form may be sent again."""
    return say(gettext("Not saved yet. Please send it again in a moment. Your text is still there."), 503, "later")


@bp.app_errorhandler(CSRFError)
def page_too_old(_error: CSRFError) -> ResponseReturnValue:
    """The page is from before the cookie."""
    return say(gettext("This page was too old. Go back, load it again, and send it once more."), 400, "old_page")


@bp.app_errorhandler(HTTPException)
def other(error: HTTPException) -> ResponseReturnValue:
    """Everything the web can say no to."""
    if error.code == 429:
        return say(gettext("That was a lot at once. Wait a minute and send it again."), 429, "later")
    if error.code is not None and error.code >= 500:
        return say(gettext("Something went wrong here. Please try again."), error.code, "trouble")
    return say(gettext("That is not possible here."), error.code or 400, "bad_request")

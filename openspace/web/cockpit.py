"""The facilitator's cockpit: one page made of live views, and buttons that post."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Blueprint, flash, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import events, topics
from openspace.errors import NotFound, Repeated, RuleBroken
from openspace.forms.cockpit import CardForm
from openspace.forms.spaces import SpaceForm
from openspace.i18n import gettext
from openspace.live.publish import changes
from openspace.models import BreakoutGroup, Topic
from openspace.web.answers import saved, submit, wants_json
from openspace.web.door import by, for_facilitator
from openspace.web.sentences import sentence

bp = Blueprint("cockpit", __name__, url_prefix="/c/<event>")

OneTap = Callable[..., str | None]


@bp.get("")
@for_facilitator
def page(here: Here) -> ResponseReturnValue:
    """When, where, and what everybody sees. ``?hand=topic-14`` takes a card into the hand."""
    return show(here)


def show(here: Here, card: CardForm | None = None, space: SpaceForm | None = None) -> str:
    """The page; ``card`` and ``space`` are forms that came back with what was typed."""
    return render_template(
        "pages/cockpit.html",
        here=here,
        hand=in_hand(here, request.values.get("hand")),
        came_back=card or space,
        card=card or CardForm(formdata=None).speak(here.event.languages),
        new_space=space or SpaceForm(formdata=None, step_free=True),
    )


def in_hand(here: Here, name: str | None) -> Topic | BreakoutGroup | None:
    """The card or the group of that name (``topic-14``, ``group-7``) that can be put somewhere."""
    kind, _, key = (name or "").partition("-")
    if not key.isdecimal():
        return None
    try:
        if kind == "topic":
            topic = here.find(Topic, int(key))
            return topic if topic.is_shown else None
        group = here.find(BreakoutGroup, int(key)) if kind == "group" else None
        return group if group and group.is_live else None
    except NotFound:
        return None


def home(here: Here) -> str:
    """The address of the cockpit."""
    return url_for("cockpit.page", event=here.event.public_id)


def one_tap(view: OneTap) -> Callable[..., ResponseReturnValue]:
    """A button of the cockpit: the view acts and may say a sentence.

    Where a rule says no or a thing is gone, the sentence comes with the present state of everything.
    """

    @for_facilitator
    @wraps(view)
    def inside(here: Here, **key: Any) -> ResponseReturnValue:
        try:
            said = view(here, **key)
        except Repeated:
            said = None  # the first answer holds
        except RuleBroken as broken:
            return outdated(here, sentence(broken), broken.code, 409)
        except NotFound:
            return outdated(here, gettext("That is not there any more. This is how it is now."), "gone", 404)
        return saved(here, home(here), said or "")

    return inside


def outdated(here: Here, message: str, code: str, status: int) -> ResponseReturnValue:
    """The sentence, and what the cockpit shows now."""
    if wants_json():
        since = request.form.get("since", here.event.revision, type=int)
        news = changes(here.event, since, here.audience, here.language)
        return jsonify({**news, "code": code, "message": message}), status
    flash(message, "trouble")
    return show(here), status


@bp.post("/topics")
@for_facilitator
def write_card(here: Here) -> ResponseReturnValue:
    """A card for somebody who does not type."""
    form = CardForm().speak(here.event.languages)
    return submit(form, lambda: _write_card(here, form), lambda f: show(here, f))


def _write_card(here: Here, form: CardForm) -> ResponseReturnValue:
    title, details = form.words()
    topic = topics.post_for_somebody(
        here.event, by(here), title=title, details=details, language=form.language.data, wishes=form.wishes()
    )
    return saved(here, home(here), gettext("No. %(number)s hangs on the wall.", number=topic.number))


@bp.post("/open")
@one_tap
def open_event(here: Here) -> str:
    """Let residents in."""
    events.open_event(here.event, by(here))
    return gettext("The event is open. People can come in now.")


@bp.post("/close")
@one_tap
def close_event(here: Here) -> None:
    """End the event."""
    events.close_event(here.event, by(here))


@bp.post("/reopen")
@one_tap
def reopen_event(here: Here) -> None:
    """Go on after all, within 24 hours."""
    events.reopen_event(here.event, by(here))

"""*Me*: what only this person sees."""

from flask import Blueprint, jsonify, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from openspace.access import Here
from openspace.actions import participants
from openspace.extensions import db
from openspace.forms.join import LanguageForm
from openspace.i18n import LANGUAGES, offered_tags, speak
from openspace.models import Topic
from openspace.views.drafts import of_person
from openspace.views.mine import mine
from openspace.views.presence import group_of, groups_of
from openspace.web.answers import saved
from openspace.web.door import by, for_participant

bp = Blueprint("me", __name__, url_prefix="/e/<event>/me")


def _topics(here: Here) -> list[Topic]:
    mine = select(Topic).filter_by(event_id=here.event.id, convener_id=here.person.id).order_by(Topic.number)
    return list(db.session.scalars(mine))


@bp.get("")
@for_participant
def page(here: Here) -> ResponseReturnValue:
    """My topics, groups, projects, language, return code."""
    return render_template(
        "pages/me.html",
        here=here,
        topics=_topics(here),
        groups=groups_of(here.person),
        now_in=group_of(here.person),
        drafts=of_person(here.event, here.person),
    )


@bp.get("/marks")
@for_participant
def marks(here: Here) -> ResponseReturnValue:
    """Which shared views are mine, for a phone whose page does not fetch itself."""
    return jsonify({"mine": mine(here.event, here.person)})


@bp.get("/language")
@for_participant
def language(here: Here) -> ResponseReturnValue:
    """All languages; one tap."""
    offered = [LANGUAGES[tag] for tag in offered_tags()]
    return render_template("pages/language.html", here=here, offered=offered, form=LanguageForm())


@bp.post("/language")
@for_participant
def speak_language(here: Here) -> ResponseReturnValue:
    """Change my language."""
    form = LanguageForm()
    tag = str(form.language.data)
    if form.validate_on_submit() and tag in offered_tags():
        participants.speak(here.event, by(here), here.person, tag)
        speak(LANGUAGES[tag])
    return saved(here, url_for("now.page", event=here.event.public_id))


@bp.post("/leave")
@for_participant
def leave(here: Here) -> ResponseReturnValue:
    """Delete everything from this phone."""
    participants.leave(here.event, by(here), here.person)
    session.clear()
    return redirect(url_for("join.page"), 303)

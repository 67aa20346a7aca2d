"""Two topics go together, if both conveners like."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from openspace.access import Here
from openspace.actions import merges
from openspace.errors import NotAllowed, NotFound, RuleBroken
from openspace.extensions import db
from openspace.forms.text import TapForm
from openspace.i18n import gettext
from openspace.models import MergeRequest, Topic
from openspace.models.bundle import bundle
from openspace.views.invitations import CROWDED
from openspace.views.topics import up
from openspace.web.answers import refused, saved
from openspace.web.door import by, for_participant

bp = Blueprint("merging", __name__, url_prefix="/e/<event>")


def _mine(here: Here, key: int) -> Topic:
    found = here.find(Topic, key)
    if not found.is_shown:
        raise NotFound
    if not found.is_convened_by(here.person):
        raise NotAllowed
    return found


@bp.get("/topics/<int:topic>/merge")
@for_participant
def choose(here: Here, topic: int) -> ResponseReturnValue:
    """The other topics by number: with which would you like to go together?"""
    return _choose(here, _mine(here, topic))


def _choose(here: Here, topic: Topic) -> ResponseReturnValue:
    together = bundle(topic)
    wanted = select(Topic).where(Topic.event_id == here.event.id, up(), Topic.id.not_in([t.id for t in together]))
    others = db.session.scalars(wanted.options(joinedload(Topic.convener)).order_by(Topic.number))
    invited = [other for other in others if not other.is_orphaned]
    return render_template("pages/merge.html", here=here, topic=topic, together=together, others=invited)


@bp.post("/topics/<int:topic>/merge/<int:other>")
@for_participant
def ask(here: Here, topic: int, other: int) -> ResponseReturnValue:
    """Ask the other convener."""
    asking, asked = _mine(here, topic), here.find(Topic, other)
    try:
        request = merges.ask_to_merge(here.event, by(here), asking, asked)
    except RuleBroken as broken:
        return refused(broken, TapForm(), lambda _form: _choose(here, asking))
    if request.answer:
        return _together(here, asking)
    said = gettext("No. %(number)s is asked. Wait for the answer.", number=asked.number)
    return saved(here, _plan(here), said)


@bp.post("/merges/<int:request>/yes")
@for_participant
def yes(here: Here, request: int) -> ResponseReturnValue:
    """Go together."""
    found = here.find(MergeRequest, request)
    merges.answer_merge(here.event, by(here), found, yes=True)
    return _together(here, found.asking)


def _together(here: Here, asking: Topic) -> ResponseReturnValue:
    numbers = [topic.number for topic in bundle(asking)]
    said = gettext("No. %(numbers)s go together now.", numbers=" + ".join(map(str, numbers)))
    if len(numbers) >= CROWDED:
        said = f"{said} {gettext('Large groups make people silent.')}"
    return saved(here, _plan(here), said, url_for(".split", event=here.event.public_id, topic=asking.id))


@bp.post("/merges/<int:request>/no")
@for_participant
def no(here: Here, request: int) -> ResponseReturnValue:
    """Stay as it is."""
    found = here.find(MergeRequest, request)
    merges.answer_merge(here.event, by(here), found, yes=False)
    return saved(here, _plan(here), gettext("Everything stays as it is."))


@bp.post("/topics/<int:topic>/split")
@for_participant
def split(here: Here, topic: int) -> ResponseReturnValue:
    """Go separate ways again: either of the two conveners may."""
    found = here.find(Topic, topic)
    both = [found, *([found.merged_into] if found.merged_into else [])]
    if not any(one.is_convened_by(here.person) for one in both):
        raise NotAllowed
    merges.split(here.event, by(here), found)
    return saved(here, _plan(here), gettext("No. %(number)s goes its own way again.", number=found.number))


def _plan(here: Here) -> str:
    return url_for("plan.page", event=here.event.public_id)

"""The marketplace: conveners choose where and when their topic meets, by tap."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import places
from openspace.errors import NotFound, RuleBroken
from openspace.forms.text import TapForm
from openspace.i18n import clock, gettext
from openspace.models import BreakoutGroup, Round, Space, Topic
from openspace.models.bundle import bundle
from openspace.models.matrix import free_cells, standing_with, takes_places
from openspace.web.answers import refused, saved
from openspace.web.door import by, for_participant
from openspace.web.own import gone, own_group, own_topic

bp = Blueprint("market", __name__, url_prefix="/e/<event>")
bp.register_error_handler(NotFound, gone)


@bp.get("/topics/<int:topic>/place")
@for_participant
def choose(here: Here, topic: int) -> ResponseReturnValue:
    """The free cells by round, for a topic."""
    return _choose(here, own_topic(here, topic))


def _choose(here: Here, topic: Topic, group: BreakoutGroup | None = None) -> ResponseReturnValue:
    """The free cells in rounds where the topic has no place yet; ``group`` is what would move, if something would."""
    topics = bundle(topic)
    groups = [other for other in standing_with(here.event, [t.id for t in topics]) if other is not group]
    rounds = [(held, free) for held, free in free_cells(here.event) if held.id not in {g.round_id for g in groups}]
    shown = [t for t in topics if t.is_shown]
    values = {"topic": topic, "topics": shown, "group": group, "groups": groups, "rounds": rounds}
    return render_template("pages/place.html", here=here, takes_places=takes_places(here.event), **values)


@bp.post("/topics/<int:topic>/place/<int:held>/<int:space>")
@for_participant
def place(here: Here, topic: int, held: int, space: int) -> ResponseReturnValue:
    """Put one's topic into a free cell; where it has a place in this round, it moves."""
    found, when, where = own_topic(here, topic), here.find(Round, held), here.find(Space, space)
    before = _spot(here, found, when)
    try:
        group = places.place_topic(here.event, by(here), found, when, where)
    except RuleBroken as broken:
        return refused(broken, TapForm(), lambda _form: _choose(here, found))
    return _placed(here, group, _back_to(here, group, *before) if before else _back_to_the_wall(here, group))


def _spot(here: Here, topic: Topic, held: Round) -> tuple[int, int] | None:
    """Where a topic has its place in this round."""
    groups = standing_with(here.event, [topic.id])
    return next(((group.round_id, group.space_id) for group in groups if group.round_id == held.id), None)


def _placed(here: Here, group: BreakoutGroup, undo: str) -> ResponseReturnValue:
    numbers = " + ".join(str(topic.number) for topic in group.shown_topics)
    when = clock(group.round.starts_at, here.event.zone)
    said = gettext("No. %(numbers)s: %(space)s, %(time)s.", numbers=numbers, space=group.space.name, time=when)
    return saved(here, url_for("plan.page", event=here.event.public_id), said, undo)


def _back_to(here: Here, group: BreakoutGroup, held: int, space: int) -> str:
    return url_for(".move", event=here.event.public_id, group=group.id, held=held, space=space)


def _back_to_the_wall(here: Here, group: BreakoutGroup) -> str:
    return url_for(".take_back", event=here.event.public_id, group=group.id)


@bp.get("/groups/<int:group>/place")
@for_participant
def choose_again(here: Here, group: int) -> ResponseReturnValue:
    """The free cells by round, for a group that shall stand elsewhere."""
    return _choose_again(here, own_group(here, group))


def _choose_again(here: Here, found: BreakoutGroup) -> ResponseReturnValue:
    return _choose(here, found.shown_topics[0], found)


@bp.post("/groups/<int:group>/place/<int:held>/<int:space>")
@for_participant
def move(here: Here, group: int, held: int, space: int) -> ResponseReturnValue:
    """Put one's group into another free cell."""
    found, when, where = own_group(here, group), here.find(Round, held), here.find(Space, space)
    before = (found.round_id, found.space_id)
    try:
        places.move_group(here.event, by(here), found, when, where)
    except RuleBroken as broken:
        return refused(broken, TapForm(), lambda _form: _choose_again(here, found))
    return _placed(here, found, _back_to(here, found, *before))


@bp.post("/groups/<int:group>/take-back")
@for_participant
def take_back(here: Here, group: int) -> ResponseReturnValue:
    """Take one's group out of its cell."""
    found = own_group(here, group)
    topic, held, space = found.shown_topics[0], found.round_id, found.space_id
    places.take_back(here.event, by(here), found)
    undo = url_for(".place", event=here.event.public_id, topic=topic.id, held=held, space=space)
    said = gettext("No. %(number)s hangs on the wall.", number=topic.number)
    return saved(here, url_for("plan.page", event=here.event.public_id), said, undo)

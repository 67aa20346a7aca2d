"""Where: cards onto the plan and off it; spaces and rounds on the spot. ``hand`` names what is in the hand."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import places, plan_steps, spaces
from openspace.errors import NotFound, RuleBroken
from openspace.forms.spaces import SpaceForm
from openspace.i18n import gettext
from openspace.models import BreakoutGroup, Round, Space, Topic
from openspace.web.answers import saved, submit
from openspace.web.cockpit import home, in_hand, one_tap, show
from openspace.web.door import by, for_facilitator

bp = Blueprint("cockpit_plan", __name__, url_prefix="/c/<event>")


@bp.post("/place")
@one_tap
def place(here: Here) -> None:
    """What is in the hand goes into a cell, also beside another group."""
    held, space = _cell(here)
    hand = _hand(here)
    if isinstance(hand, Topic):
        places.place_topic(here.event, by(here), hand, held, space, anywhere=True)
    elif (hand.round_id, hand.space_id) != (held.id, space.id):
        places.move_group(here.event, by(here), hand, held, space, anywhere=True)


def _cell(here: Here) -> tuple[Round, Space]:
    """The cell that was tapped: ``2-5`` is round 2, space 5."""
    held, _, space = request.form.get("cell", "").partition("-")
    if not (held.isdecimal() and space.isdecimal()):
        raise NotFound
    return here.find(Round, int(held)), here.find(Space, int(space))


def _hand(here: Here) -> Topic | BreakoutGroup:
    name = request.form.get("hand")
    if not name:
        raise RuleBroken("empty_hand")
    found = in_hand(here, name)
    if found is None:
        raise NotFound
    return found


def _topic(here: Here) -> Topic:
    hand = _hand(here)
    if not isinstance(hand, Topic):
        raise NotFound
    return hand


def _group(here: Here) -> BreakoutGroup:
    hand = _hand(here)
    if not isinstance(hand, BreakoutGroup):
        raise NotFound
    return hand


@bp.post("/take-back")
@one_tap
def take_back(here: Here) -> None:
    """The group in the hand goes off the plan, back to the cards without a place."""
    places.take_back(here.event, by(here), _group(here))


@bp.post("/rest")
@one_tap
def rest(here: Here) -> None:
    """The card in the hand goes into the car park."""
    places.rest_topic(here.event, by(here), _topic(here))


@bp.post("/topics/<int:topic>/wake")
@one_tap
def wake(here: Here, topic: int) -> None:
    """Out of the car park."""
    places.wake_topic(here.event, by(here), here.find(Topic, topic))


@bp.post("/spaces")
@for_facilitator
def add_space(here: Here) -> ResponseReturnValue:
    """One more space, with the next symbol."""
    form = SpaceForm()
    return submit(form, lambda: _add_space(here, form), lambda f: show(here, space=f))


def _add_space(here: Here, form: SpaceForm) -> ResponseReturnValue:
    space = spaces.add_space(here.event, by(here), form.name.data or "", step_free=bool(form.step_free.data))
    return saved(here, home(here), gettext("New space: %(name)s", name=space.name))


@bp.post("/rounds")
@one_tap
def add_round(here: Here) -> str:
    """One more round, as long as the last one."""
    held = plan_steps.add_round(here.event, by(here), {})
    return gettext("Round %(number)s is added.", number=held.number)

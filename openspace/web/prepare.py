"""Preparing an event: texts, plan, spaces, and opening it."""

from datetime import datetime, timedelta
from typing import Any

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from openspace import plans
from openspace.access import Here
from openspace.actions import events
from openspace.actions.timetable import next_days
from openspace.errors import Repeated
from openspace.forms.events import MOST_PEOPLE, EventForm, as_typed
from openspace.forms.plan_steps import PlanForm
from openspace.forms.spaces import SpaceForm
from openspace.forms.text import TapForm
from openspace.i18n import gettext
from openspace.models import Event, Space
from openspace.symbols import SPACE_SYMBOLS
from openspace.web.answers import saved, submit
from openspace.web.door import by, for_facilitator

bp = Blueprint("prepare", __name__, url_prefix="/c/<event>/prepare")


@bp.get("")
@for_facilitator
def page(here: Here) -> ResponseReturnValue:
    """Everything that is prepared, on one page."""
    return show(here)


def show(here: Here, **came_back: Any) -> ResponseReturnValue:
    """The page; ``texts``, ``plan``, ``new_space`` or ``spaces`` are forms that came back with what was typed."""
    event = here.event
    forms = {
        "texts": EventForm(formdata=None, data=as_typed(event)),
        "plan": PlanForm(formdata=None, data={"steps": _rows(event)}),
        "new_space": SpaceForm(formdata=None, step_free=True),
        "spaces": space_forms(event),
    }
    advice, ends_at = _advice(event), _ends_at(event)
    return render_template("pages/desk/prepare.html", here=here, advice=advice, ends_at=ends_at, **(forms | came_back))


def _ends_at(event: Event) -> datetime:
    last = event.steps[-1]
    return last.starts_at + timedelta(minutes=last.minutes)


def _rows(event: Event) -> list[dict[str, Any]]:
    """The steps that may still be changed, as the plan's form shows them."""
    mornings = next_days(event)
    return [
        {"step": step.id, "minutes": step.minutes, "word": step.word, "next_day": step in mornings}
        for step in event.steps
        if step is event.step or not event.has_reached(step)
    ]


def space_forms(event: Event) -> dict[int, SpaceForm]:
    """An untouched form for every space."""
    return {space.id: space_form(space, formdata=None) for space in event.spaces}


def space_form(space: Space, **more: Any) -> SpaceForm:
    """The form of one space among others."""
    return SpaceForm(prefix=f"space-{space.id}", obj=space, **more)


def _advice(event: Event) -> dict[str, int] | None:
    """How many topics to expect and spaces to prepare, once somebody said how many people come."""
    people = request.args.get("people", type=int)
    if people is None or not 0 < people <= MOST_PEOPLE:
        return None
    return {
        "people": people,
        "topics": plans.expected_topics(people),
        "minutes": plans.minutes_to_collect(people),
        "spaces": min(plans.spaces_to_prepare(people, len(event.rounds)), len(SPACE_SYMBOLS)),
    }


def back(here: Here, part: str | None) -> str:
    """The address of a part of the page; the advice stays."""
    people = request.args.get("people", type=int)
    return url_for("prepare.page", event=here.event.public_id, people=people, _anchor=part)


@bp.errorhandler(Repeated)
def sent_again(_error: Repeated) -> ResponseReturnValue:
    """The same form twice: what it wanted is done already and stands on the page."""
    return redirect(back(g.here, None), 303)


@bp.post("/texts")
@for_facilitator
def texts(here: Here) -> ResponseReturnValue:
    """What the event says of itself."""
    form = EventForm()
    return submit(form, lambda: _texts(here, form), lambda f: show(here, texts=f))


def _texts(here: Here, form: EventForm) -> ResponseReturnValue:
    events.edit_event(here.event, by(here), **form.values(here.event.zone))
    return saved(here, back(here, "texts"), gettext("The event is changed."))


@bp.post("/open")
@for_facilitator
def open_event(here: Here) -> ResponseReturnValue:
    """Let residents in."""
    return submit(TapForm(), lambda: _open(here), lambda _form: show(here))


def _open(here: Here) -> ResponseReturnValue:
    events.open_event(here.event, by(here))
    return saved(here, back(here, "open"), gettext("The event is open. People can come in now."))

"""Breakout groups on the phone: come in, go on, write, take notes."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import groups, outcomes
from openspace.forms.groups import OutcomeForm, SummaryForm
from openspace.i18n import gettext
from openspace.models import BreakoutGroup, Space
from openspace.views.groups import meeting
from openspace.web.answers import saved, submit
from openspace.web.door import by, for_participant
from openspace.web.group_page import of_group

bp = Blueprint("groups", __name__, url_prefix="/e/<event>")


@bp.get("/groups/<int:group>")
@for_participant
def group(here: Here, group: int) -> ResponseReturnValue:
    """What it is about, what was written, and the one next step."""
    return _show(here, here.find(BreakoutGroup, group))


def _show(
    here: Here, found: BreakoutGroup, form: OutcomeForm | None = None, summary: SummaryForm | None = None
) -> ResponseReturnValue:
    forms = {
        "form": form or OutcomeForm(formdata=None),
        "summary": summary or SummaryForm(formdata=None, text=found.summary),
    }
    return render_template("pages/group.html", here=here, group=found, **forms, **of_group(here, found))


@bp.get("/spaces/<int:space>")
@for_participant
def at_space(here: Here, space: int) -> ResponseReturnValue:
    """Where a space's QR leads: the group that meets there now, or next. Looking changes nothing."""
    found = here.find(Space, space)
    there = [group for group in meeting(here.event) if group.space_id == found.id]
    if len(there) == 1:
        return redirect(_page(here, there[0]))
    names = [f"group-{group.id}" for group in there]
    return render_template("pages/space.html", here=here, space=found, names=names)


def _page(here: Here, group: BreakoutGroup, anchor: str | None = None) -> str:
    return url_for("groups.group", event=here.event.public_id, group=group.id, _anchor=anchor)


@bp.post("/groups/<int:group>/join")
@for_participant
def join(here: Here, group: int) -> ResponseReturnValue:
    """One tap: in. Whoever was in another group has moved on by that."""
    found = here.find(BreakoutGroup, group)
    groups.join_group(here.event, by(here), found, here.person)
    return saved(here, _page(here, found))


@bp.post("/move-on")
@for_participant
def move_on(here: Here) -> ResponseReturnValue:
    """Go on, silently."""
    groups.move_on(here.event, by(here), here.person)
    return saved(here, url_for("now.page", event=here.event.public_id))


@bp.post("/groups/<int:group>/notes")
@for_participant
def take_notes(here: Here, group: int) -> ResponseReturnValue:
    """Take the part of writing the group's notes."""
    found = here.find(BreakoutGroup, group)
    groups.take_notes(here.event, by(here), found, here.person)
    return saved(here, _page(here, found), gettext("You take notes."))


@bp.post("/groups/<int:group>/notes/back")
@for_participant
def give_back(here: Here, group: int) -> ResponseReturnValue:
    """Let go of the part."""
    found = here.find(BreakoutGroup, group)
    groups.give_back_notes(here.event, by(here), found, here.person)
    return saved(here, _page(here, found))


@bp.post("/groups/<int:group>/summary")
@for_participant
def summary(here: Here, group: int) -> ResponseReturnValue:
    """What the group found, in short; by its note taker."""
    found, form = here.find(BreakoutGroup, group), SummaryForm()
    return submit(form, lambda: _sum_up(here, found, form), lambda f: _show(here, found, summary=f))


def _sum_up(here: Here, found: BreakoutGroup, form: SummaryForm) -> ResponseReturnValue:
    groups.write_summary(here.event, by(here), found, here.person, form.text.data or "")
    return saved(here, _page(here, found), gettext("It is kept."))


@bp.post("/groups/<int:group>/outcomes")
@for_participant
def write(here: Here, group: int) -> ResponseReturnValue:
    """Write down what was said."""
    found, form = here.find(BreakoutGroup, group), OutcomeForm()
    return submit(form, lambda: _write(here, found, form), lambda f: _show(here, found, f))


def _write(here: Here, found: BreakoutGroup, form: OutcomeForm) -> ResponseReturnValue:
    outcome = outcomes.write_outcome(here.event, by(here), found, here.person, form.text.data or "")
    undo = url_for("outcomes.withdraw", event=here.event.public_id, outcome=outcome.id)
    return saved(here, _page(here, found, f"outcome-{outcome.id}"), gettext("It is written down."), undo)

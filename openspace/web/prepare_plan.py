"""The plan on the page where an event is prepared. Every button takes over what was typed beside it."""

from collections.abc import Callable

from flask import Blueprint
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import plan_steps
from openspace.actions.plan_steps import Length, Typed
from openspace.errors import Repeated
from openspace.forms.plan_steps import PlanForm, StepForm
from openspace.i18n import gettext
from openspace.models import Step
from openspace.web.answers import saved, submit
from openspace.web.door import by, for_facilitator
from openspace.web.prepare import back, sent_again, show

bp = Blueprint("prepare_plan", __name__, url_prefix="/c/<event>/prepare/plan")
bp.register_error_handler(Repeated, sent_again)


def _change(here: Here, do: Callable[[Typed], object], said: str) -> ResponseReturnValue:
    form = PlanForm()

    def done() -> ResponseReturnValue:
        do(_typed(form))
        return saved(here, back(here, "plan"), said)

    return submit(form, done, lambda f: show(here, plan=f))


def _typed(form: PlanForm) -> Typed:
    rows = {str(row.form.step.data): row.form for row in form.steps}
    return {int(key): _length(row) for key, row in rows.items() if key.isdecimal()}


def _length(row: StepForm) -> Length:
    return Length(row.minutes.data or 0, row.word.data or "", bool(row.next_day.data))


@bp.post("")
@for_facilitator
def edit(here: Here) -> ResponseReturnValue:
    """Lengths, words of breaks, nights."""
    event, who = here.event, by(here)
    return _change(here, lambda typed: plan_steps.edit_plan(event, who, typed), gettext("The plan is changed."))


@bp.post("/break/<int:step>")
@for_facilitator
def add_break(here: Here, step: int) -> ResponseReturnValue:
    """A break after this step."""
    event, who, after = here.event, by(here), here.find(Step, step)
    said = gettext("A break is added.")
    return _change(here, lambda typed: plan_steps.add_break(event, who, after, typed), said)


@bp.post("/round")
@for_facilitator
def add_round(here: Here) -> ResponseReturnValue:
    """One more round."""
    event, who = here.event, by(here)
    return _change(here, lambda typed: plan_steps.add_round(event, who, typed), gettext("A round is added."))


@bp.post("/remove/<int:step>")
@for_facilitator
def remove(here: Here, step: int) -> ResponseReturnValue:
    """Take a break or a round out."""
    event, who, found = here.event, by(here), here.find(Step, step)
    said = gettext("It is taken out of the plan.")
    return _change(here, lambda typed: plan_steps.remove_step(event, who, found, typed), said)


@bp.post("/weighting/<any(on, off):state>")
@for_facilitator
def weighting(here: Here, state: str) -> ResponseReturnValue:
    """Weighting in, weighting out."""
    event, who, on = here.event, by(here), state == "on"
    said = gettext("The weighting is in the plan.") if on else gettext("The weighting is out of the plan.")
    return _change(here, lambda typed: plan_steps.set_weighting(event, who, on=on, typed=typed), said)

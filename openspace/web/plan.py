"""The plan: which topic is where and when."""

from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from openspace.access import Here
from openspace.models import Round, Space
from openspace.models.matrix import standing, takes_places
from openspace.views import plan
from openspace.views.invitations import invitations, questions
from openspace.views.render import render
from openspace.web.door import for_participant

bp = Blueprint("plan", __name__, url_prefix="/e/<event>")


@bp.get("/plan")
@for_participant
def page(here: Here) -> ResponseReturnValue:
    """The matrix, on phones as a list by round, and above it where one's own topics are."""
    return render_template(
        "pages/plan.html", here=here, rows=plan.timetable(here.event), cells=_cells(here), **standing_of(here)
    )


def standing_of(here: Here) -> dict[str, Any]:
    """Where the topics of this person are, and who would like to go together with them."""
    return {
        "invitations": invitations(here.event, here.person),
        "questions": questions(here.event, here.person),
        "takes_places": takes_places(here.event),
    }


def _cells(here: Here) -> dict[str, Markup]:
    """All cells by their names, as they come on the beat."""
    names = plan.cells(here.event, here.event.rounds)
    made = render(here.event, names, here.audience, here.language)
    return {fragment.view: Markup(fragment.html) for fragment in made}  # noqa: S704 - our own templates


@bp.get("/plan/<int:held>/<int:space>")
@for_participant
def free(here: Here, held: int, space: int) -> ResponseReturnValue:
    """A cell that was tapped because it is free: which of my topics shall stand here?"""
    when, where = here.find(Round, held), here.find(Space, space)
    taken = any(group.space_id == where.id for group in standing(here.event, [when.id]))
    return render_template("pages/free.html", here=here, round=when, space=where, taken=taken, **standing_of(here))

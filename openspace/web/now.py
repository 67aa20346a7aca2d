"""*Now*: whatever the phase puts first."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.forms.topics import TopicForm
from openspace.views import carrying_on, drafts
from openspace.views.invitations import questions
from openspace.views.topics import wall
from openspace.vocabulary import Phase
from openspace.web import weighting
from openspace.web.door import for_participant
from openspace.web.news import news
from openspace.web.plan import standing_of
from openspace.web.rounds import rounds

bp = Blueprint("now", __name__, url_prefix="/e/<event>")

NEWEST = 3


@bp.get("/now")
@for_participant
def page(here: Here) -> ResponseReturnValue:
    """The phase in one sentence and one big action."""
    return show(here, TopicForm())


def show(here: Here, form: TopicForm) -> ResponseReturnValue:
    """The page of the present phase; ``form`` keeps what was typed."""
    phase = here.event.phase if here.event.phase in PAGES else Phase.ARRIVAL
    values = {"questions": questions(here.event, here.person), **PAGES[phase](here)}
    return render_template(f"pages/now/{phase}.html", here=here, form=form, **values)


def _nothing_more(_here: Here) -> Mapping[str, Any]:
    return {}


def _newest(here: Here) -> Mapping[str, Any]:
    return {"newest": wall(here.event)[:NEWEST]}


def _going_on(here: Here) -> Mapping[str, Any]:
    mine = carrying_on.mine(here.event, here.person)
    groups = [group for group in carrying_on.groups(here.event) if group.id in mine]
    return {"projects": drafts.projects(here.event), "groups": groups}


def _next_dates(here: Here) -> Mapping[str, Any]:
    return {"meetings": [draft for draft in drafts.going_on(here.event) if draft.field("next_meeting").text]}


def _my_projects(here: Here) -> Mapping[str, Any]:
    return {"drafts": drafts.of_person(here.event, here.person)}


# What the page of each phase (templates/pages/now/<phase>.html) shows of this person's event.
PAGES: dict[Phase, Callable[[Here], Mapping[str, Any]]] = {
    Phase.ARRIVAL: _nothing_more,
    Phase.OPENING: _nothing_more,
    Phase.COLLECTING: _newest,
    Phase.MARKETPLACE: standing_of,
    Phase.ROUNDS: rounds,
    Phase.NEWS: news,
    Phase.ACTION_PLANNING: _going_on,
    Phase.CLOSING: _next_dates,
    Phase.CLOSED: _my_projects,
    Phase.WEIGHTING: weighting.shown,
}

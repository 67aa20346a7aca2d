"""*Now*: whatever the phase puts first."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.forms.topics import TopicForm
from openspace.views.topics import wall
from openspace.vocabulary import Phase
from openspace.web.door import for_participant

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
    return render_template(f"pages/now/{phase}.html", here=here, form=form, **PAGES[phase](here))


def _nothing_more(_here: Here) -> Mapping[str, Any]:
    return {}


def _newest(here: Here) -> Mapping[str, Any]:
    return {"newest": wall(here.event)[:NEWEST]}


# What the page of each phase (templates/pages/now/<phase>.html) shows of this person's event.
PAGES: dict[Phase, Callable[[Here], Mapping[str, Any]]] = {
    Phase.ARRIVAL: _nothing_more,
    Phase.OPENING: _nothing_more,
    Phase.COLLECTING: _newest,
    Phase.MARKETPLACE: _nothing_more,
}

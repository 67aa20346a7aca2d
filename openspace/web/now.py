"""*Now*: whatever the phase puts first."""

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
    phase = here.event.phase
    template = f"pages/now/{phase}.html" if phase in PAGES else "pages/now/arrival.html"
    return render_template(template, here=here, form=form, newest=wall(here.event)[:NEWEST])


PAGES = {Phase.ARRIVAL, Phase.OPENING, Phase.COLLECTING, Phase.MARKETPLACE}

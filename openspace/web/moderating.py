"""What everybody sees: any card and any outcome can be hidden and shown again."""

from flask import Blueprint

from openspace.access import Here
from openspace.actions import outcomes, topics
from openspace.models import Outcome, Topic
from openspace.web.cockpit import one_tap
from openspace.web.door import by

bp = Blueprint("moderating", __name__, url_prefix="/c/<event>")


@bp.post("/topics/<int:topic>/hide")
@one_tap
def hide_topic(here: Here, topic: int) -> None:
    """Only its author still sees the card."""
    topics.hide_topic(here.event, by(here), here.find(Topic, topic))


@bp.post("/topics/<int:topic>/show")
@one_tap
def show_topic(here: Here, topic: int) -> None:
    """Everybody sees the card again."""
    topics.show_topic(here.event, by(here), here.find(Topic, topic))


@bp.post("/outcomes/<int:outcome>/hide")
@one_tap
def hide_outcome(here: Here, outcome: int) -> None:
    """Only its author still sees the words."""
    outcomes.hide_outcome(here.event, by(here), here.find(Outcome, outcome))


@bp.post("/outcomes/<int:outcome>/show")
@one_tap
def show_outcome(here: Here, outcome: int) -> None:
    """Everybody sees the words again."""
    outcomes.show_outcome(here.event, by(here), here.find(Outcome, outcome))

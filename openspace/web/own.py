"""What somebody may do something with because they invite to it."""

from flask import g
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.errors import NotAllowed, NotFound
from openspace.i18n import gettext
from openspace.models import BreakoutGroup, Topic
from openspace.models.bundle import bundle
from openspace.web.errors import not_found, say


def own_topic(here: Here, key: int) -> Topic:
    """A topic to which this person invites, or to one that goes together with it.

    Raises ``NotFound``; ``NotAllowed`` for somebody else's.
    """
    found = here.find(Topic, key)
    _require_one_of_mine(here, bundle(found))
    return found


def own_group(here: Here, key: int) -> BreakoutGroup:
    """A group to which this person invites. Raises as ``own_topic``."""
    found = here.find(BreakoutGroup, key)
    _require_one_of_mine(here, found.topics)
    return found


def _require_one_of_mine(here: Here, topics: list[Topic]) -> None:
    if not any(topic.is_shown for topic in topics):
        raise NotFound
    if not any(topic.is_convened_by(here.person) for topic in topics):
        raise NotAllowed


def gone(error: NotFound) -> ResponseReturnValue:
    """For who is at the event, on a page that is older than the plan."""
    if g.get("here") is None:
        return not_found(error)
    return say(gettext("This place is not there any more. Look at the plan."), 404, "cell_gone")

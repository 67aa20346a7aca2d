"""Handing a topic on: somebody of its group invites from now on."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from openspace import nicknames
from openspace.access import Here
from openspace.actions import topics
from openspace.errors import NotAllowed, RuleBroken
from openspace.i18n import gettext
from openspace.models import Participant, Topic
from openspace.views.presence import people_with
from openspace.web.answers import saved
from openspace.web.door import by, for_participant

bp = Blueprint("handing_on", __name__, url_prefix="/e/<event>")


def beside(here: Here, topic: Topic) -> list[Participant]:
    """Who could invite instead of this convener: people who are in one of the topic's groups now."""
    if not topic.is_convened_by(here.participant):
        return []
    return [person for person in people_with(topic) if person != here.participant]


@bp.post("/topics/<int:topic>/hand-on")
@for_participant
def hand_on(here: Here, topic: int) -> ResponseReturnValue:
    """The card stays as it is; somebody else invites to it."""
    found = here.find(Topic, topic)
    if not found.is_convened_by(here.participant):
        raise NotAllowed
    to = next((person for person in beside(here, found) if str(person.id) == request.form.get("to")), None)
    if to is None:
        raise RuleBroken("not_there")
    topics.hand_on_topic(here.event, by(here), found, to)
    said = gettext("Now %(name)s invites.", name=nicknames.phrase(to.nickname, here.language.tag))
    return saved(here, url_for("wall.topic", event=here.event.public_id, topic=found.id), said)

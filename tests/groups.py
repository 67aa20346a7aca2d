"""Groups for tests: topics that have a place and meet."""

from openspace.actions.change import By
from openspace.actions.places import place_topic
from openspace.actions.topics import post_topic
from openspace.models import BreakoutGroup, Event, Participant
from tests.conftest import FAYS_HAND

GARDEN = "Ein Garten, in dem alle ernten dürfen"


def placed(event: Event, convener: Participant, title: str = GARDEN, *, held: int = 0, space: int = 0) -> BreakoutGroup:
    """A topic of this convener, placed by Fay: which round and which space, counted from 0."""
    topic = post_topic(event, By(f"participant-{convener.id}"), convener, title=title)
    return place_topic(event, FAYS_HAND, topic, event.rounds[held], event.spaces[space], anywhere=True)

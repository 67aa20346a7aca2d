"""Clashes are asked about, and nothing is forced."""

from openspace.actions import places, spaces, topics
from openspace.models import Event
from openspace.models.clashes import DoubleBooked, NotStepFree, SameCell, clashes
from openspace.models.matrix import standing
from openspace.vocabulary import Phase
from tests.conftest import FAYS_HAND, Person, go


def test_what_the_facilitator_is_asked(event: Event, amina: Person, ben: Person) -> None:
    go(event, Phase.MARKETPLACE)
    held, (tree, sun, *_) = event.rounds[0], event.spaces
    spaces.edit_space(event, FAYS_HAND, sun, name="Sonne", step_free=False, quiet=False)
    garden = topics.post_topic(event, amina.by, amina.participant, title="Ein Garten")
    wheels = topics.post_topic(event, amina.by, amina.participant, title="Rampen", wishes=["step_free"])
    light = topics.post_topic(event, ben.by, ben.participant, title="Licht")
    one = places.place_topic(event, amina.by, garden, held, tree)
    assert clashes(standing(event)) == []
    two = places.place_topic(event, amina.by, wheels, held, sun)
    three = places.place_topic(event, FAYS_HAND, light, held, tree, anywhere=True)
    assert clashes(standing(event)) == [
        DoubleBooked((one, two), (garden, wheels)),
        SameCell((one, three)),
        NotStepFree((two,), wheels),
    ]


def test_a_round_that_is_over_raises_no_questions(event: Event, amina: Person, ben: Person) -> None:
    go(event, Phase.MARKETPLACE)
    for person in (amina, ben):
        topic = topics.post_topic(event, person.by, person.participant, title="Licht")
        places.place_topic(event, FAYS_HAND, topic, event.rounds[0], event.spaces[0], anywhere=True)
    assert len(clashes(standing(event))) == 1
    go(event, Phase.ROUNDS)
    go(event, Phase.NEWS)
    assert clashes(standing(event)) == []

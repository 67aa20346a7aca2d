"""A space gets another name, or goes while it is empty. Cells, groups and cards follow."""

import pytest

from openspace.actions import events, places, spaces, topics
from openspace.errors import NotFound, RuleBroken
from openspace.models import Event
from openspace.vocabulary import Phase
from tests.conftest import FAYS_HAND, Person, go


def test_a_new_name_stands_in_the_plan_and_on_the_card(event: Event, amina: Person, ben: Person) -> None:
    go(event, Phase.MARKETPLACE)
    topic = topics.post_topic(event, amina.by, amina.participant, title="Ein Garten")
    places.place_topic(event, amina.by, topic, event.rounds[0], event.spaces[0])
    left = event.revision
    spaces.edit_space(event, FAYS_HAND, event.spaces[0], name="Kantine", step_free=False, quiet=True)
    said = ben.get(f"changes?since={left}").json
    assert said is not None
    told = {fragment["view"]: fragment["html"] for fragment in said["fragments"]}
    for held in event.rounds:
        assert "Kantine" in told[f"cell-{held.id}-{event.spaces[0].id}"]
    assert "Kantine" in told[f"topic-{topic.id}"]
    assert "plan" in told
    assert "Kantine" in ben.get("plan").text


def test_an_empty_space_goes_and_its_symbol_is_free_again(event: Event, ben: Person) -> None:
    symbol, gone = event.spaces[1].symbol, event.spaces[1].id
    left = event.revision
    spaces.remove_space(event, FAYS_HAND, event.spaces[1])
    assert [space.position for space in event.spaces] == [0, 1, 2]
    said = ben.get(f"changes?since={left}").json
    assert said is not None
    assert {"view": f"cell-{event.rounds[0].id}-{gone}", "list": "", "html": ""} in said["fragments"]
    assert events.add_space(event, FAYS_HAND).symbol == symbol


def test_a_space_in_use_stays(event: Event, amina: Person) -> None:
    go(event, Phase.MARKETPLACE)
    topic = topics.post_topic(event, amina.by, amina.participant, title="Ein Garten")
    places.place_topic(event, amina.by, topic, event.rounds[0], event.spaces[0])
    with pytest.raises(RuleBroken, match="space_used"):
        spaces.remove_space(event, FAYS_HAND, event.spaces[0])
    assert len(event.spaces) == 4


def test_spaces_of_another_event_are_not_there(event: Event, other_event: Event) -> None:
    with pytest.raises(NotFound):
        spaces.remove_space(event, FAYS_HAND, other_event.spaces[0])
    with pytest.raises(NotFound):
        spaces.edit_space(event, FAYS_HAND, other_event.spaces[0], name="Fremd", step_free=True, quiet=False)
    assert len(other_event.spaces) == 4

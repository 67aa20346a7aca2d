"""Taking back, the car park, rounds that run: what happens to a group that somebody was in already."""

import pytest

from openspace.actions import groups, places, steps, topics
from openspace.database import now
from openspace.errors import NotFound, RuleBroken
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Outcome, Topic
from openspace.vocabulary import GroupStatus, OutcomeKind, Phase, TopicStatus
from tests.conftest import FAYS_HAND, Person, go


@pytest.fixture
def topic(event: Event, amina: Person) -> Topic:
    go(event, Phase.MARKETPLACE)
    return topics.post_topic(event, amina.by, amina.participant, title="Ein Garten")


@pytest.fixture
def group(event: Event, amina: Person, topic: Topic) -> BreakoutGroup:
    """Amina's group in the first round."""
    return places.place_topic(event, amina.by, topic, event.rounds[0], event.spaces[0])


def write(event: Event, group: BreakoutGroup, person: Person) -> None:
    """Somebody writes a line in the group."""
    db.session.add(
        Outcome(
            event_id=event.id,
            group_id=group.id,
            author_id=person.participant.id,
            kind=OutcomeKind.POINT,
            text="Erde holen",
            language="de",
            written_at=now(),
        )
    )
    db.session.commit()


def test_an_unused_group_goes_away(event: Event, amina: Person, topic: Topic, group: BreakoutGroup) -> None:
    places.take_back(event, amina.by, group)
    assert db.session.get(BreakoutGroup, group.id) is None
    assert topic.status is TopicStatus.POSTED


def test_a_running_group_that_somebody_joined_ends_and_can_come_back(
    event: Event, amina: Person, ben: Person, topic: Topic, group: BreakoutGroup
) -> None:
    go(event, Phase.ROUNDS)
    groups.join_group(event, ben.by, group, ben.participant)
    places.take_back(event, amina.by, group)
    assert group.status is GroupStatus.ENDED
    assert topic.status is TopicStatus.DISCUSSED
    assert places.place_topic(event, amina.by, topic, event.rounds[0], event.spaces[0]) is group
    assert group.status is GroupStatus.RUNNING


def test_a_planned_group_that_somebody_joined_is_not_held(
    event: Event, amina: Person, ben: Person, topic: Topic
) -> None:
    go(event, Phase.ROUNDS)
    steps.go_to(event, FAYS_HAND, next(step for step in event.steps if step.is_break))
    later = places.place_topic(event, amina.by, topic, event.rounds[1], event.spaces[0])
    groups.join_group(event, ben.by, later, ben.participant)
    places.take_back(event, amina.by, later)
    assert later.status is GroupStatus.NOT_HELD
    assert topic.status is TopicStatus.POSTED
    assert places.place_topic(event, amina.by, topic, event.rounds[1], event.spaces[2]) is later
    assert later.status is GroupStatus.PLANNED


def test_a_group_with_words_is_documented(event: Event, amina: Person, ben: Person, group: BreakoutGroup) -> None:
    go(event, Phase.ROUNDS)
    write(event, group, ben)
    places.take_back(event, amina.by, group)
    assert group.status is GroupStatus.DOCUMENTED


def test_a_latecomer_is_placed_into_the_running_round(event: Event, amina: Person, topic: Topic) -> None:
    go(event, Phase.ROUNDS)
    group = places.place_topic(event, amina.by, topic, event.rounds[0], event.spaces[1])
    assert group.status is GroupStatus.RUNNING


def test_a_group_that_has_met_does_not_move(event: Event, amina: Person, group: BreakoutGroup) -> None:
    go(event, Phase.ROUNDS)
    go(event, Phase.NEWS)
    with pytest.raises(RuleBroken, match="group_over"):
        places.move_group(event, amina.by, group, event.rounds[1], event.spaces[0])
    with pytest.raises(RuleBroken, match="group_over"):
        places.take_back(event, amina.by, group)


def test_the_car_park_and_back(event: Event, topic: Topic, group: BreakoutGroup) -> None:
    places.rest_topic(event, FAYS_HAND, topic)
    assert topic.status is TopicStatus.RESTING
    assert db.session.get(BreakoutGroup, group.id) is None
    places.wake_topic(event, FAYS_HAND, topic)
    assert topic.status is TopicStatus.POSTED


def test_placing_wakes(event: Event, amina: Person, topic: Topic) -> None:
    places.rest_topic(event, FAYS_HAND, topic)
    places.place_topic(event, amina.by, topic, event.rounds[0], event.spaces[0])
    assert topic.status is TopicStatus.SCHEDULED


def test_once_a_round(event: Event, amina: Person, topic: Topic, group: BreakoutGroup) -> None:
    second = places.place_topic(event, amina.by, topic, event.rounds[1], event.spaces[0])
    with pytest.raises(RuleBroken, match="placed_in_round"):
        places.move_group(event, amina.by, second, event.rounds[0], event.spaces[3])
    with pytest.raises(RuleBroken, match="placed_in_round"):
        places.place_topic(event, FAYS_HAND, topic, event.rounds[0], event.spaces[3], anywhere=True)


def test_cells_of_another_event_are_not_there(
    event: Event, other_event: Event, amina: Person, topic: Topic, group: BreakoutGroup
) -> None:
    with pytest.raises(NotFound):
        places.place_topic(event, amina.by, topic, other_event.rounds[1], event.spaces[0])
    with pytest.raises(NotFound):
        places.move_group(event, amina.by, group, event.rounds[1], other_event.spaces[0])
    with pytest.raises(NotFound):
        places.take_back(other_event, amina.by, group)

"""What points to a person goes on time, and nothing else does."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from openspace.actions import events, groups, places, topics, weighting
from openspace.actions.change import write
from openspace.actions.forgetting import forget
from openspace.database import now
from openspace.extensions import db
from openspace.models import Attendance, BreakoutGroup, Event, LogEntry, Participant, Topic
from openspace.models.weighting import result
from openspace.vocabulary import Phase
from tests.conftest import FAYS_HAND, Person, go

HOUR = timedelta(hours=1)


@pytest.fixture
def over(event: Event, amina: Person, ben: Person) -> Event:
    """An evening with a group, two people in it and a dot, closed just now."""
    topic = topics.post_topic(event, amina.by, amina.participant, title="Ein Garten")
    group = places.place_topic(event, FAYS_HAND, topic, event.rounds[0], event.spaces[0], anywhere=True)
    go(event, Phase.ROUNDS)
    for person in (amina, ben):
        groups.join_group(event, person.by, group, person.participant)
    with write():
        event.steps[-2].phase = Phase.WEIGHTING
    go(event, Phase.WEIGHTING)
    weighting.stick(event, ben.by, ben.participant, topic)
    events.close_event(event, FAYS_HAND)
    return event


def attendances() -> int:
    return db.session.scalars(select(func.count()).select_from(Attendance)).one()


def test_within_a_day_nothing_goes(over: Event) -> None:
    assert forget(now() + 23 * HOUR) == 0
    assert attendances() == 2


def test_after_a_day_people_become_counts(over: Event, ben: Person) -> None:
    assert forget(now() + 25 * HOUR) == 1
    assert attendances() == 0
    assert db.session.scalars(select(BreakoutGroup.head_count)).one() == 2
    assert [weight.dots for weight in result(over)] == [1]
    named = select(LogEntry).where(
        LogEntry.verb.in_(["join", "join_group", "stick"]), LogEntry.actor.like("participant-%")
    )
    assert db.session.scalars(named).all() == []
    assert f"me-{ben.participant.id}" not in str(db.session.scalars(select(LogEntry.views)).all())
    assert forget(now() + 26 * HOUR) == 0


def test_words_and_numbers_stay(over: Event) -> None:
    forget(now() + timedelta(days=40))
    assert db.session.scalars(select(Topic.title)).all() == ["Ein Garten"]


def test_after_thirty_days_phones_are_forgotten(over: Event, ben: Person) -> None:
    forget(now() + timedelta(days=31))
    assert db.session.scalars(select(Participant.device_id).where(Participant.device_id.is_not(None))).all() == []
    assert ben.get("me").status_code == 404


def test_another_evening_is_left_alone(over: Event, cleo: Person) -> None:
    forget(now() + timedelta(days=40))
    assert cleo.get("me").status_code == 200

"""Rows that groups leave behind, put in directly: a group of a topic, and its words."""

from openspace.actions.topics import post_topic
from openspace.database import now
from openspace.extensions import db
from openspace.models import BreakoutGroup, Outcome, Topic
from openspace.vocabulary import GroupStatus, OutcomeKind
from tests.conftest import Person


def topic_of(person: Person, title: str = "Ein Garten, in dem alle ernten dürfen") -> Topic:
    """A card that somebody hung up."""
    return post_topic(person.at, person.by, person.participant, title=title)


def group_of(*topics: Topic) -> BreakoutGroup:
    """A group that talked about these topics in the first round, in the first space."""
    event = topics[0].event
    group = BreakoutGroup(
        event_id=event.id,
        round=event.rounds[0],
        space=event.spaces[0],
        status=GroupStatus.ENDED,
        placed_at=now(),
        topics=list(topics),
    )
    db.session.add(group)
    db.session.commit()
    return group


def wrote(group: BreakoutGroup, author: Person, kind: OutcomeKind, text: str, **more: object) -> Outcome:
    """Somebody's words in a group."""
    outcome = Outcome(
        event_id=group.event_id,
        group=group,
        author_id=author.participant.id,
        kind=kind,
        text=text,
        language=author.participant.language,
        written_at=now(),
        **more,
    )
    db.session.add(outcome)
    db.session.commit()
    return outcome

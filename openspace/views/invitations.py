"""What a convener sees of their own topics: where they stand, and who would like to go together with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, MergeRequest, Participant, Topic
from openspace.models.bundle import Bundles
from openspace.models.matrix import standing_with
from openspace.views.topics import up
from openspace.vocabulary import TopicStatus

CROWDED = 3  # topics in one group, from which on the app says that large groups make people silent


@dataclass(frozen=True)
class Invitation:
    """A topic to which somebody invites, with those that go together with it."""

    topic: Topic
    together: list[Topic]
    groups: list[BreakoutGroup]
    asked: list[MergeRequest]

    @cached_property
    def coming(self) -> list[BreakoutGroup]:
        """Its groups that meet now or later."""
        return [group for group in self.groups if group.is_live and not group.round.is_over]

    @property
    def seeks_place(self) -> bool:
        """Whether it has no place yet and is not in the car park."""
        return not self.groups and self.topic.status is not TopicStatus.RESTING

    @property
    def ties(self) -> list[Topic]:
        """Its merges that this convener may undo, each by the topic that would go its own way."""
        return [t for t in self.together if t is self.topic or t.merged_into_id == self.topic.id if t.merged_into_id]

    @property
    def waiting(self) -> list[MergeRequest]:
        """Questions to other conveners that nobody has answered yet."""
        return [request for request in self.asked if request.answer is None]

    @property
    def declined(self) -> MergeRequest | None:
        """The last question, if the answer was no."""
        return next((request for request in self.asked[-1:] if request.answer is False), None)


@dataclass(frozen=True)
class Question:
    """Somebody would like to go together with a topic."""

    request: MergeRequest
    coming: list[Topic]
    staying: list[Topic]

    @property
    def is_crowded(self) -> bool:
        """Whether a yes would bring three topics or more into one group."""
        return len(self.coming) + len(self.staying) >= CROWDED


def invitations(event: Event, person: Participant) -> list[Invitation]:
    """The topics to which this person invites, each bundle once, smallest number first."""
    mine = list(db.session.scalars(_up(event).filter_by(convener_id=person.id)))
    bundles = Bundles(event.id)
    firsts = list({bundles.of(topic.id): topic for topic in reversed(mine)}.values())[::-1]
    together = _topics(event, {key for topic in firsts for key in bundles.of(topic.id)})
    groups = standing_with(event, together)
    asked = _requests(event).where(MergeRequest.asking_id.in_([topic.id for topic in mine]))
    requests = list(db.session.scalars(asked))
    return [_invitation(topic, bundles.of(topic.id), together, groups, requests) for topic in firsts]


def _invitation(
    topic: Topic,
    keys: frozenset[int],
    topics: dict[int, Topic],
    groups: list[BreakoutGroup],
    requests: list[MergeRequest],
) -> Invitation:
    return Invitation(
        topic,
        [other for other in topics.values() if other.id in keys],
        [group for group in groups if any(other.id in keys for other in group.topics)],
        [request for request in requests if request.asking_id in keys],
    )


def questions(event: Event, person: Participant) -> list[Question]:
    """What other conveners asked this person and wait for."""
    asked = _requests(event).join(MergeRequest.asked).where(Topic.convener_id == person.id)
    open_ones = list(db.session.scalars(asked.where(MergeRequest.answer.is_(None))))
    if not open_ones:
        return []
    bundles = Bundles(event.id)
    topics = _topics(event, {key for r in open_ones for one in (r.asking_id, r.asked_id) for key in bundles.of(one)})
    return [
        Question(request, _some(topics, bundles.of(request.asking_id)), _some(topics, bundles.of(request.asked_id)))
        for request in open_ones
        if request.asking_id in topics and request.asked_id in topics
    ]


def _up(event: Event) -> Select[Topic]:
    return select(Topic).where(Topic.event_id == event.id, up()).order_by(Topic.number)


def _requests(event: Event) -> Select[MergeRequest]:
    both = (joinedload(MergeRequest.asking), joinedload(MergeRequest.asked))
    return select(MergeRequest).where(MergeRequest.event_id == event.id).options(*both).order_by(MergeRequest.id)


def _topics(event: Event, keys: Iterable[int]) -> dict[int, Topic]:
    return {topic.id: topic for topic in db.session.scalars(_up(event).where(Topic.id.in_(list(keys))))}


def _some(topics: dict[int, Topic], keys: frozenset[int]) -> list[Topic]:
    return [topic for key, topic in topics.items() if key in keys]

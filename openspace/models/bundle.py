"""Topics that go together. A merge ties one topic to another; ties make bundles, and cutting one undoes it."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import aliased

from openspace.extensions import db
from openspace.models.topic import Topic


class Bundles:
    """All ties of an event, read at once."""

    def __init__(self, event_id: int) -> None:
        into = aliased(Topic)
        ties = select(Topic.id, into.id).join(into, Topic.merged_into).where(Topic.event_id == event_id)
        self._beside: dict[int, set[int]] = defaultdict(set)
        for one, other in db.session.execute(ties):
            self._beside[one].add(other)
            self._beside[other].add(one)

    def of(self, key: int) -> frozenset[int]:
        """The ids of all topics that go together with this one, its own included."""
        found, edge = {key}, [key]
        while edge:
            beside = self._beside.get(edge.pop(), set()) - found
            found |= beside
            edge += beside
        return frozenset(found)


def bundle(topic: Topic) -> list[Topic]:
    """The topics that go together with this one, itself included, smallest number first."""
    ids = Bundles(topic.event_id).of(topic.id)
    return list(db.session.scalars(select(Topic).where(Topic.id.in_(ids)).order_by(Topic.number)))

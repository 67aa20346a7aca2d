"""Which of the shared views are somebody's own, for their phone to mark."""

from collections.abc import Iterable

from sqlalchemy import literal, select, union_all

from openspace.extensions import db
from openspace.models import Attendance, Commitment, Event, Outcome, Participant, Topic
from openspace.models.bundle import Bundles


def mine(event: Event, person: Participant) -> list[str]:
    """The names of the cards on which they invite, of their group, their words and their projects.

    Every page asks for this: all comes in one query, and the ties of topics only for who has a topic.
    """
    own = union_all(
        select(literal("topic"), Topic.id).filter_by(convener_id=person.id),
        select(literal("group"), Attendance.group_id).filter_by(participant_id=person.id, moved_on_at=None),
        select(literal("outcome"), Outcome.id).filter_by(author_id=person.id),
        select(literal("draft"), Commitment.draft_id).filter_by(participant_id=person.id, taken_back_at=None),
    )
    found = [(str(kind), int(key)) for kind, key in db.session.execute(own)]
    topics = _together(event, [key for kind, key in found if kind == "topic"])
    return [f"topic-{key}" for key in topics] + [f"{kind}-{key}" for kind, key in found if kind != "topic"]


def _together(event: Event, topics: list[int]) -> Iterable[int]:
    """These and what hangs on one card with them: the card has the name of only one."""
    bundles = Bundles(event.id) if topics else None
    return sorted({key for topic in topics for key in bundles.of(topic)}) if bundles else []

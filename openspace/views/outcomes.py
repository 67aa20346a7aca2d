"""What the groups wrote."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, select

from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, LogEntry, Outcome, Participant
from openspace.views.registry import Key, Shown, view
from openspace.vocabulary import Audience, OutcomeKind


def readable() -> ColumnElement[bool]:
    """The condition for words that everybody may read."""
    return Outcome.hidden_at.is_(None) & Outcome.withdrawn_at.is_(None)


def written(event: Event, groups: Iterable[BreakoutGroup]) -> Mapping[int, list[str]]:
    """For each group's id the names of its outcomes, oldest first."""
    wanted = select(Outcome.group_id, Outcome.id).where(
        Outcome.event_id == event.id, Outcome.group_id.in_([group.id for group in groups]), readable()
    )
    names: dict[int, list[str]] = defaultdict(list)
    for group, key in db.session.execute(wanted.order_by(Outcome.id)).all():
        names[group].append(f"outcome-{key}")
    return names


def own(group: BreakoutGroup, author: Participant) -> list[Outcome]:
    """What this person wrote in a group, oldest first, whatever became of it."""
    return list(
        db.session.scalars(select(Outcome).filter_by(group_id=group.id, author_id=author.id).order_by(Outcome.id))
    )


def still_asked(outcome: Outcome) -> str:
    """What its author is still asked: ``kind``, then ``who`` for an agreement, or nothing. Skipping is an answer."""
    sorted_ = select(LogEntry.id).filter_by(event_id=outcome.event_id, subject=f"outcome-{outcome.id}", verb="sort")
    answers = len(db.session.scalars(sorted_).all())
    if answers == 0 and outcome.kind is OutcomeKind.POINT:
        return "kind"
    agreed = outcome.kind is OutcomeKind.AGREEMENT and not (outcome.who or outcome.by_when)
    return "who" if answers == 1 and agreed else ""


@view("outcome", "live/outcome.html", Audience.PARTICIPANT)
def outcome(event: Event, keys: Iterable[Key]) -> Mapping[Key, Shown]:
    """A square mark says what kind it is; the words stand as they were written."""
    wanted = select(Outcome).where(Outcome.event_id == event.id, Outcome.id.in_(k for (k,) in keys), readable())
    return {(o.id,): Shown({"outcome": o}, list=f"outcomes-{o.group_id}") for o in db.session.scalars(wanted)}

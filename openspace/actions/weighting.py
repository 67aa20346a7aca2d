"""Sticking dots: changeable until closed, counted under the event's lock."""

from sqlalchemy import func, select

from openspace.actions.change import By, Change, change
from openspace.database import now
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import Dot, Event, Outcome, Participant, Topic

Item = Topic | Outcome


def stick(event: Event, by: By, person: Participant, item: Item) -> None:
    """Stick one dot on a topic or an idea.

    Raises ``RuleBroken``: ``no_weighting`` before and after, ``came_later``, ``no_dots_left``.
    """
    with change(event, by, "stick") as under_way:
        _require_voter(event, person)
        if used(person) >= event.dots_each:
            raise RuleBroken("no_dots_left")
        dot = _dot(person, item)
        if dot is None:
            db.session.add(Dot(event_id=event.id, participant_id=person.id, dots=1, **_on(item)))
        else:
            dot.dots += 1
        _about(under_way, person)


def take_off(event: Event, by: By, person: Participant, item: Item) -> None:
    """Take one dot off again; where none is, nothing changes."""
    with change(event, by, "take_off") as under_way:
        _require_voter(event, person)
        dot = _dot(person, item)
        if dot is not None and dot.dots > 1:
            dot.dots -= 1
        elif dot is not None:
            db.session.delete(dot)
        _about(under_way, person)


def close_weighting(event: Event, by: By) -> None:
    """Close the weighting: from now on everybody sees the result. Raises ``RuleBroken("no_weighting")``."""
    with change(event, by, "close_weighting") as under_way:
        if not event.takes_dots:
            raise RuleBroken("no_weighting")
        event.dots_closed_at = now()
        under_way.about("dots")


def reopen_weighting(event: Event, by: By) -> None:
    """Undo ``close_weighting``; the results are hidden again."""
    with change(event, by, "reopen_weighting") as under_way:
        if event.dots_opened_at is None or not event.is_open:
            raise RuleBroken("no_weighting")
        event.dots_closed_at = None
        under_way.about("dots")


def give_dots_to_latecomers(event: Event, by: By) -> None:
    """Who joined after the weighting had opened may stick dots too."""
    with change(event, by, "give_dots") as under_way:
        event.dots_for_joined_until = now()
        under_way.about("dots")


def used(person: Participant) -> int:
    """How many dots somebody has stuck."""
    return db.session.scalars(select(func.coalesce(func.sum(Dot.dots), 0)).filter_by(participant_id=person.id)).one()


def _require_voter(event: Event, person: Participant) -> None:
    if not event.takes_dots:
        raise RuleBroken("no_weighting")
    if event.dots_for_joined_until is None or person.joined_at > event.dots_for_joined_until:
        raise RuleBroken("came_later")


def _dot(person: Participant, item: Item) -> Dot | None:
    return db.session.scalar(select(Dot).filter_by(participant_id=person.id, **_on(item)))


def _on(item: Item) -> dict[str, int]:
    return {"topic_id" if isinstance(item, Topic) else "outcome_id": item.id}


def _about(under_way: Change, person: Participant) -> None:
    # No subject: who stuck what on what stands in no log.
    under_way.touch_person(person)

"""Who is here: a count, never a list."""

from collections.abc import Mapping

from sqlalchemy import func, select

from openspace.extensions import db
from openspace.models import Event, Participant
from openspace.views.registry import alone, view
from openspace.vocabulary import Audience


def here(event: Event) -> int:
    """How many people joined and did not sign off."""
    rows = select(func.count()).select_from(Participant).filter_by(event_id=event.id, left_at=None)
    return db.session.scalars(rows).one()


def spoken(event: Event) -> list[tuple[str, int]]:
    """Languages of those who are here with their counts, most first. For the cockpit only."""
    rows = (
        select(Participant.language, func.count())
        .filter_by(event_id=event.id, left_at=None)
        .group_by(Participant.language)
        .order_by(func.count().desc(), Participant.language)
    )
    return list(db.session.execute(rows).all())


@view("count", "live/count.html", Audience.PARTICIPANT)
@alone
def count(event: Event) -> Mapping[str, int]:
    """How many are here."""
    return {"count": here(event)}


@view("people", "live/cockpit/people.html", Audience.COCKPIT, gathers=["count"])
@alone
def people(event: Event) -> Mapping[str, object]:
    """How many are here and which languages they speak."""
    return {"count": here(event), "languages": spoken(event)}

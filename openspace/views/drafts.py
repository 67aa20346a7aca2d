"""Projects: their cards, and the nine questions."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import selectinload

from openspace.extensions import db
from openspace.i18n import lazy
from openspace.models import BreakoutGroup, Commitment, Draft, DraftSource, Event, Outcome, Participant
from openspace.views.registry import Key, Shown, view
from openspace.vocabulary import Audience, DraftStatus

# What residents are asked, in order; the keys are models.draft.RESIDENT_FIELDS.
QUESTIONS = {
    "title": lazy("What is your project called?"),
    "need": lazy("What is missing here? For whom?"),
    "idea": lazy("What do you want to do?"),
    "activities": lazy("What happens, step by step?"),
    "target_groups": lazy("Who is it for?"),
    "who_is_in": lazy("Who takes part?"),
    "when_where": lazy("When and where does it happen?"),
    "what_we_need": lazy("What do you need for the project?"),
    "next_meeting": lazy("When do you meet again? Where?"),
}


def projects(event: Event) -> list[str]:
    """The names of an event's project cards, in the order they were made."""
    ids = select(Draft.id).filter_by(event_id=event.id).order_by(Draft.number)
    return [f"draft-{key}" for key in db.session.scalars(ids)]


def cards(*which: ColumnElement[bool]) -> Select[Draft]:
    """Drafts with what a card shows, without a query per draft."""
    return (
        select(Draft)
        .where(*which)
        .order_by(Draft.number)
        .options(
            selectinload(Draft.fields),
            selectinload(Draft.sources).joinedload(DraftSource.topic),
            selectinload(Draft.commitments),
        )
    )


def of_person(event: Event, person: Participant) -> list[Draft]:
    """The projects that somebody made or is in."""
    committed = select(Commitment.draft_id).filter_by(participant_id=person.id, taken_back_at=None)
    mine = (Draft.made_by_id == person.id) | Draft.id.in_(committed)
    return list(db.session.scalars(cards(Draft.event_id == event.id, mine)))


def going_on(event: Event) -> Sequence[Draft]:
    """The event's projects in the order they were made; those that rest stay out."""
    wanted = cards(Draft.event_id == event.id, Draft.status != DraftStatus.SHELVED)
    return db.session.scalars(wanted).all()


def whole(draft: Draft) -> Draft:
    """The draft with everything that its page shows: words, their groups and plates, who is in."""
    outcome = selectinload(Draft.sources).joinedload(DraftSource.outcome)
    wanted = cards(Draft.id == draft.id).options(
        outcome.joinedload(Outcome.group).selectinload(BreakoutGroup.topics),
        selectinload(Draft.commitments).joinedload(Commitment.participant),
    )
    return db.session.scalars(wanted).one()


@view("draft", "live/draft.html", Audience.PARTICIPANT)
def draft(event: Event, keys: Iterable[Key]) -> Mapping[Key, Shown]:
    """A project's card: plates, name, next meeting, how many are in."""
    wanted = cards(Draft.event_id == event.id, Draft.id.in_([key for (key,) in keys]))
    return {(d.id,): Shown({"draft": d}, list="projects") for d in db.session.scalars(wanted)}

"""What a group writes down: written first, sorted after."""

import re

from sqlalchemy import func, select

from openspace.actions.change import By, Change, change
from openspace.actions.groups import document, require_open
from openspace.actions.provenance import words_leave, words_return
from openspace.database import now
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.i18n import guess
from openspace.models import BreakoutGroup, DraftSource, Event, Outcome, Participant
from openspace.vocabulary import OutcomeKind

PER_PERSON = 200  # a whole day of taking notes, but not a flood from one phone


def write_outcome(event: Event, by: By, group: BreakoutGroup, author: Participant, text: str) -> Outcome:
    """Write down what was said in a group; what kind of thing it is may be said afterwards.

    Raises ``RuleBroken``: ``closed``, ``not_yet`` before the rounds, ``group_not_met``, ``too_many``.
    """
    with change(event, by, "write") as under_way:
        require_open(event)
        if not group.takes_words(event):
            raise RuleBroken("group_not_met")
        _refuse_flood(author)
        outcome = _add(group, author, text)
        document(under_way, group)
        _touch(under_way, outcome)
    return outcome


def _refuse_flood(author: Participant) -> None:
    written = select(func.count()).select_from(Outcome).filter_by(author_id=author.id)
    if db.session.scalars(written).one() >= PER_PERSON:
        raise RuleBroken("too_many")


def _add(group: BreakoutGroup, author: Participant, text: str) -> Outcome:
    outcome = Outcome(
        event_id=group.event_id,
        group=group,
        author=author,
        kind=OutcomeKind.POINT,
        text=text,
        language=guess(text, author.language),
        written_at=now(),
    )
    db.session.add(outcome)
    db.session.flush()
    return outcome


def sort_outcome(
    event: Event,
    by: By,
    outcome: Outcome,
    kind: OutcomeKind,
    who: str | None = None,
    by_when: str | None = None,
) -> Outcome:
    """Say what kind of thing it is; for an agreement who (a role) and by when. ``None`` leaves those as they are.

    Raises ``RuleBroken``: ``closed``, ``outcome_gone``.
    """
    with change(event, by, "sort") as under_way:
        require_open(event)
        _require_there(outcome)
        outcome.kind = kind
        outcome.who = outcome.who if who is None else who
        outcome.by_when = outcome.by_when if by_when is None else by_when
        _touch(under_way, outcome)
    return outcome


def edit_outcome(event: Event, by: By, outcome: Outcome, text: str) -> Outcome:
    """The author changes their words; drafts that carry them follow. Raises as ``sort_outcome``."""
    with change(event, by, "edit") as under_way:
        require_open(event)
        _require_there(outcome)
        before, outcome.text = outcome.text, text
        outcome.language = guess(text, outcome.author.language if outcome.author else outcome.language)
        _words_change(under_way, outcome, before)
        _touch(under_way, outcome)
    return outcome


def _words_change(under_way: Change, outcome: Outcome, before: str) -> None:
    """Where a draft has the old words word for word, it has the new ones now."""
    old = re.compile(rf"(?<!\w){re.escape(before)}(?!\w)")
    for source in db.session.scalars(select(DraftSource).filter_by(outcome_id=outcome.id)):
        source.words, source.language = outcome.text, outcome.language
        field = source.draft.field(source.field)
        field.text, replaced = old.subn(lambda _: outcome.text, field.text)
        field.rev += 1 if replaced else 0
        under_way.touch(f"draft-{source.draft_id}")


def withdraw_outcome(event: Event, by: By, outcome: Outcome) -> Outcome:
    """The author takes their words back: out of the group and out of every draft. They can be put back."""
    with change(event, by, "withdraw") as under_way:
        require_open(event)
        _take_away(under_way, outcome)
        outcome.withdrawn_at = outcome.withdrawn_at or now()
    return outcome


def put_back_outcome(event: Event, by: By, outcome: Outcome) -> Outcome:
    """Undo ``withdraw_outcome``."""
    with change(event, by, "put_back") as under_way:
        require_open(event)
        outcome.withdrawn_at = None
        _bring_back(under_way, outcome)
    return outcome


def hide_outcome(event: Event, by: By, outcome: Outcome) -> Outcome:
    """The facilitator hides it from everybody but its author."""
    with change(event, by, "hide") as under_way:
        _take_away(under_way, outcome)
        outcome.hidden_at = outcome.hidden_at or now()
    return outcome


def show_outcome(event: Event, by: By, outcome: Outcome) -> Outcome:
    """Undo ``hide_outcome``."""
    with change(event, by, "show") as under_way:
        outcome.hidden_at = None
        _bring_back(under_way, outcome)
    return outcome


def _take_away(under_way: Change, outcome: Outcome) -> None:
    if outcome.is_shown:
        words_leave(under_way, outcome)
    _touch(under_way, outcome)


def _bring_back(under_way: Change, outcome: Outcome) -> None:
    if outcome.is_shown:
        words_return(under_way, outcome)
    _touch(under_way, outcome)


def _require_there(outcome: Outcome) -> None:
    if not outcome.is_shown:
        raise RuleBroken("outcome_gone")


def _touch(under_way: Change, outcome: Outcome) -> None:
    under_way.about(f"outcome-{outcome.id}")
    under_way.touch_person(outcome.author_id)

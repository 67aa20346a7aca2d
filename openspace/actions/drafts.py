"""Making a project of residents' words, and writing on it together."""

from collections.abc import Sequence

from sqlalchemy import func, select

from openspace.actions import provenance
from openspace.actions.change import By, Change, change
from openspace.database import now
from openspace.errors import RuleBroken, Stale
from openspace.extensions import db
from openspace.models import Commitment, Draft, DraftField, Event, Outcome, Participant, Topic
from openspace.models.draft import FIELDS
from openspace.tokens import link_token
from openspace.vocabulary import DraftStatus, TopicStatus


def convert(
    event: Event, by: By, person: Participant, outcomes: Sequence[Outcome], *, topics: Sequence[Topic]
) -> Draft:
    """A new draft of a group's words. Every field is there from the start, most of them empty.

    It is called as the first topic is. Needs fill the need, ideas the idea, agreements the activities;
    what the group has already fills the own contribution and is read under "what do you need?", a
    barrier fills the barriers and is read under the need; questions and notes fill nothing and are read
    under the idea. Every piece is tied to its source with the words as they were.

    Raises ``RuleBroken``: ``not_yet``, ``closed``, ``no_topic``, ``words_gone``, ``already_used``.
    """
    with change(event, by, "convert") as under_way:
        _require_projects(event, topics)
        for outcome in outcomes:
            provenance.require_free(outcome)
        draft = _seed(event, person)
        provenance.name_after(draft, list(topics))
        for outcome in outcomes:
            provenance.bring(draft, outcome)
        db.session.flush()
        under_way.about(f"draft-{draft.id}")
        under_way.touch_person(person)
        _carry_on(under_way, topics)
    return draft


def _require_projects(event: Event, topics: Sequence[Topic]) -> None:
    if event.closed_at is not None:
        raise RuleBroken("closed")
    if not event.takes_projects:
        raise RuleBroken("not_yet")
    if not topics:
        raise RuleBroken("no_topic")


def _seed(event: Event, person: Participant) -> Draft:
    numbers = select(func.coalesce(func.max(Draft.number), 0)).filter_by(event_id=event.id)
    draft = Draft(
        site_id=event.site_id,
        event=event,
        number=db.session.scalars(numbers).one() + 1,
        token=link_token(),
        status=DraftStatus.SEED,
        made_by_id=person.id,
        made_at=now(),
        fields=[DraftField(name=name, text="", rev=0, language=person.language) for name in FIELDS],
    )
    db.session.add(draft)
    return draft


def _carry_on(under_way: Change, topics: Sequence[Topic]) -> None:
    for topic in topics:
        topic.status = TopicStatus.CARRIED_ON
        under_way.touch(f"topic-{topic.id}")


def write_field(event: Event, by: By, draft: Draft, name: str, text: str, rev: int, *, language: str) -> None:
    """Write one answer, knowing revision ``rev`` of it.

    Raises ``Stale`` when somebody changed it first, ``RuleBroken``: ``closed_but_link``, ``draft_ready``.
    """
    with change(event, by, "write_field") as under_way:
        require_writable(event, by, draft)
        put(under_way, draft, name, text, rev, language=language)


def put(under_way: Change, draft: Draft, name: str, text: str, rev: int, *, language: str) -> None:
    """Write any field of a draft. Raises ``Stale``; belongs inside a change."""
    field = draft.field(name)
    if field.rev != rev and field.text != text:
        raise Stale(name, field.text, field.rev, text)
    if field.text != text:
        field.text, field.language, field.rev = text, language, field.rev + 1
    if draft.status is DraftStatus.SEED:
        draft.status = DraftStatus.IN_WORK
    under_way.about(f"draft-{draft.id}")


def add_words(event: Event, by: By, draft: Draft, name: str, *outcomes: Outcome) -> None:
    """Take words along later, also another group's, into one field.

    Raises as ``write_field``, and ``RuleBroken``: ``words_gone``, ``already_used`` by another project.
    """
    with change(event, by, "add_words") as under_way:
        require_writable(event, by, draft)
        known = {source.outcome_id for source in draft.sources if not source.withdrawn}
        for outcome in outcomes:
            if outcome.id not in known:
                provenance.require_free(outcome)
            provenance.bring_into(draft, name, outcome)
        under_way.about(f"draft-{draft.id}")


def require_writable(event: Event, by: By, draft: Draft) -> None:
    """Raise ``RuleBroken`` unless this resident may write: anyone until closing, then by the project link."""
    if not draft.takes_residents_words:
        raise RuleBroken("draft_ready")
    if event.closed_at is not None and by.actor != f"project-{draft.id}":
        raise RuleBroken("closed_but_link")


def commit(event: Event, by: By, draft: Draft, person: Participant, words: str | None = None) -> None:
    """ "I'm in", with or without saying what one will do. ``None`` leaves what was said before."""
    with change(event, by, "commit") as under_way:
        mine = _commitment(draft, person)
        if mine is None:
            mine = Commitment(participant=person, words="")
            draft.commitments.append(mine)
        mine.taken_back_at = None
        mine.words = mine.words if words is None else words
        under_way.about(f"draft-{draft.id}")
        under_way.touch_person(person)


def take_back_commitment(event: Event, by: By, draft: Draft, person: Participant) -> None:
    """Undo ``commit``, at any time."""
    with change(event, by, "take_back_commitment") as under_way:
        mine = _commitment(draft, person)
        if mine is not None:
            mine.taken_back_at = mine.taken_back_at or now()
        under_way.about(f"draft-{draft.id}")
        under_way.touch_person(person)


def _commitment(draft: Draft, person: Participant) -> Commitment | None:
    return next((row for row in draft.commitments if row.participant_id == person.id), None)


def revoke_link(event: Event, by: By, draft: Draft) -> None:
    """The project link does not open anything any more."""
    with change(event, by, "revoke_link") as under_way:
        draft.token = None
        under_way.about(f"draft-{draft.id}")


def renew_link(event: Event, by: By, draft: Draft) -> None:
    """A new project link; the old one is dead."""
    with change(event, by, "renew_link") as under_way:
        draft.token = link_token()
        under_way.about(f"draft-{draft.id}")

"""How residents' words come into a draft, and how they leave it again.

A draft's text may be changed; the words behind it are kept as they were said, tied by ``DraftSource``.
"""

import re

from sqlalchemy import select

from openspace.actions.change import Change
from openspace.errors import RuleBroken
from openspace.exports.wording import QUOTES
from openspace.extensions import db
from openspace.models import Draft, DraftField, DraftSource, Outcome, Topic
from openspace.models.draft import ANSWER_LENGTH, NAME_LENGTH
from openspace.vocabulary import DraftStatus, OutcomeKind

# Which field the words of a kind fill when a draft is made. What a group has already is its own
# contribution, what bars its way is a barrier: both are fields that staff see.
FILLS = {
    OutcomeKind.NEED: "need",
    OutcomeKind.IDEA: "idea",
    OutcomeKind.AGREEMENT: "activities",
    OutcomeKind.RESOURCE: "own_contribution",
    OutcomeKind.BARRIER: "barriers",
}
# Under which question residents read words that fill none of theirs.
READ_UNDER = {
    OutcomeKind.RESOURCE: "what_we_need",
    OutcomeKind.BARRIER: "need",
    OutcomeKind.QUESTION: "idea",
    OutcomeKind.POINT: "idea",
}


def name_after(draft: Draft, topics: list[Topic]) -> None:
    """Call the draft as its first topic is called, and hang every topic's plate on it.

    A card that is taken down gives its number, not its words.
    """
    for topic in topics:
        source = DraftSource(field="title", topic=topic, words=topic.title, language=topic.language)
        source.withdrawn = not topic.is_shown
        draft.sources.append(source)
    first = next((topic for topic in topics if topic.is_shown), None)
    if first is not None:
        _append(draft.field("title"), first.title, first.language)


def bring(draft: Draft, outcome: Outcome) -> None:
    """Put an outcome where its kind belongs: into a field, under a question, or both."""
    fills, under = FILLS.get(outcome.kind), READ_UNDER.get(outcome.kind)
    if fills is not None:
        bring_into(draft, fills, outcome)
    if under is not None:
        _tie(draft, under, outcome)


def bring_into(draft: Draft, name: str, outcome: Outcome) -> None:
    """Write an outcome into one field, below what stands there, and tie it."""
    _tie(draft, name, outcome)
    field, words = draft.field(name), in_plain_words(outcome)
    if words not in field.text:
        _append(field, words, outcome.language)


def in_plain_words(outcome: Outcome) -> str:
    """The words, and for an agreement in brackets who does it and by when."""
    more = ", ".join(part for part in (outcome.who, outcome.by_when) if part)
    return f"{outcome.text} ({more})" if more else outcome.text


def _tie(draft: Draft, name: str, outcome: Outcome) -> None:
    if any(source.outcome == outcome for source in draft.sources_of(name)):
        return
    topic = next(iter(outcome.group.topics), None)
    draft.sources.append(
        DraftSource(field=name, topic=topic, outcome=outcome, words=outcome.text, language=outcome.language)
    )


def _append(field: DraftField, words: str, language: str) -> None:
    """What does not fit any more stays out whole: it is tied all the same, and nothing is ever cut."""
    text = f"{field.text}\n{words}" if field.text else words
    if len(text) <= (NAME_LENGTH if field.name == "title" else ANSWER_LENGTH):
        field.language = field.language if field.text else language
        field.text, field.rev = text, field.rev + 1


def require_free(outcome: Outcome) -> None:
    """Raise ``RuleBroken``: ``words_gone`` for hidden and withdrawn words, ``already_used`` by another project."""
    if not outcome.is_shown:
        raise RuleBroken("words_gone")
    used = db.session.scalar(select(DraftSource).filter_by(outcome_id=outcome.id).limit(1))
    if used is not None:
        raise RuleBroken("already_used", project=used.draft.title)


def words_leave(under_way: Change, outcome: Outcome) -> None:
    """Words that are withdrawn or hidden leave every draft; their source stays as withdrawn. Inside a change."""
    for source in _sources(outcome):
        source.withdrawn = True
        field = source.draft.field(source.field)
        text = _without(outcome.text, _without(in_plain_words(outcome), field.text))
        if text != field.text:
            field.text, field.rev = text, field.rev + 1
        under_way.touch(f"draft-{source.draft_id}")


def words_return(under_way: Change, outcome: Outcome) -> None:
    """Undo ``words_leave``: the words are read again, and stand again where nobody wrote meanwhile."""
    for source in _sources(outcome):
        source.withdrawn = False
        field = source.draft.field(source.field)
        untouched = source.draft.status is DraftStatus.SEED or not field.text
        if untouched and FILLS.get(outcome.kind) == source.field and outcome.text not in field.text:
            _append(field, in_plain_words(outcome), outcome.language)
        under_way.touch(f"draft-{source.draft_id}")


def _sources(outcome: Outcome) -> list[DraftSource]:
    return list(db.session.scalars(select(DraftSource).filter_by(outcome_id=outcome.id)))


def _without(words: str, text: str) -> str:
    """The text without these words, where they stand as whole words; their quotation marks go with them."""
    quotations = "|".join(re.escape(begin + words + end) for begin, end in QUOTES.values())
    left = re.sub(rf"{quotations}|(?<!\w){re.escape(words)}(?!\w)", "", text)
    return text if left == text else "\n".join(line.strip() for line in left.split("\n") if line.strip())

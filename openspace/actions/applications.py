"""From a draft to an application: what staff do with it. What residents do stands in ``drafts``."""

from collections.abc import Sequence
from dataclasses import dataclass

from openspace.actions import drafts, provenance
from openspace.actions.change import By, change
from openspace.errors import RuleBroken
from openspace.exports.wording import quoted
from openspace.models import BudgetLine, Draft, DraftSource, Event, Outcome
from openspace.tokens import digest
from openspace.vocabulary import DraftStatus, Fidelity

# Where a draft may go from here: onwards first, then the way back. Shelving has a verb of its own;
# that residents have checked a draft is theirs to say.
WAYS = {
    DraftStatus.SEED: (DraftStatus.IN_WORK, DraftStatus.READY),
    DraftStatus.IN_WORK: (DraftStatus.READY,),
    DraftStatus.CHECKED_BY_RESIDENTS: (DraftStatus.READY, DraftStatus.IN_WORK),
    DraftStatus.READY: (DraftStatus.EXPORTED, DraftStatus.IN_WORK),
    DraftStatus.EXPORTED: (DraftStatus.SUBMITTED, DraftStatus.READY),
    DraftStatus.SUBMITTED: (DraftStatus.APPROVED, DraftStatus.REJECTED, DraftStatus.EXPORTED),
    DraftStatus.APPROVED: (DraftStatus.RUNNING, DraftStatus.SUBMITTED),
    DraftStatus.REJECTED: (DraftStatus.IN_WORK, DraftStatus.SUBMITTED),
    DraftStatus.RUNNING: (DraftStatus.COMPLETED, DraftStatus.APPROVED),
    DraftStatus.COMPLETED: (DraftStatus.REPORTED, DraftStatus.RUNNING),
    DraftStatus.REPORTED: (DraftStatus.COMPLETED,),
    DraftStatus.SHELVED: (DraftStatus.IN_WORK,),
}
LASTING = {DraftStatus.COMPLETED, DraftStatus.REPORTED, DraftStatus.SHELVED}


@dataclass(frozen=True)
class Cost:
    """A line of the budget as somebody typed it."""

    label: str
    kind: str
    cents: int


def write_field(
    event: Event,
    by: By,
    draft: Draft,
    name: str,
    text: str,
    rev: int,
    *,
    language: str,
    behind: Sequence[Outcome] = (),
) -> None:
    """Write one field, knowing revision ``rev`` of it, and tie the words that were taken into it.

    Raises ``Stale`` when somebody changed it first, ``RuleBroken``: ``with_the_office``, ``words_not_there``,
    ``already_used`` by another project.
    """
    with change(event, by, "write_field") as under_way:
        _require_writable(draft)
        drafts.put(under_way, draft, name, text, rev, language=language)
        for outcome in behind:
            _tie(draft, name, outcome)


def take_words(event: Event, by: By, draft: Draft, name: str, outcome: Outcome) -> None:
    """Put somebody's words below what stands in a field, between quotation marks, and tie them.

    Raises as ``write_field``, but never ``Stale``: nothing that stands there is changed.
    """
    with change(event, by, "take_words") as under_way:
        _require_writable(draft)
        _tie(draft, name, outcome)
        field = draft.field(name)
        if outcome.text not in field.text:
            words = quoted(outcome.text, outcome.language)
            text = f"{field.text}\n{words}" if field.text else words
            drafts.put(under_way, draft, name, text, field.rev, language=field.language)
        under_way.about(f"draft-{draft.id}")


def _tie(draft: Draft, name: str, outcome: Outcome) -> None:
    if not outcome.is_shown:
        raise RuleBroken("words_not_there")
    if outcome not in [source.outcome for source in draft.sources]:
        provenance.require_free(outcome)
    if outcome in [source.outcome for source in draft.sources_of(name)]:
        return
    topic = next(iter(outcome.group.topics), None)
    tied = DraftSource(field=name, topic=topic, outcome=outcome, words=outcome.text, language=outcome.language)
    draft.sources.append(tied)


def untie_words(event: Event, by: By, draft: Draft, name: str, outcome: Outcome) -> None:
    """These words are not behind this field after all. What stands there word for word keeps its source.

    Raises ``RuleBroken``: ``with_the_office``, ``word_for_word``.
    """
    with change(event, by, "untie_words") as under_way:
        _require_writable(draft)
        for source in draft.sources_of(name):
            if source.outcome == outcome:
                if source.how is Fidelity.VERBATIM:
                    raise RuleBroken("word_for_word")
                draft.sources.remove(source)
        under_way.about(f"draft-{draft.id}")


def set_budget(event: Event, by: By, draft: Draft, costs: Sequence[Cost], seen: str) -> None:
    """Replace the budget by ``costs``, knowing that its ``budget_mark`` was ``seen``.

    Raises ``RuleBroken``: ``with_the_office``, ``budget_changed`` when somebody changed it first.
    """
    with change(event, by, "set_budget") as under_way:
        _require_writable(draft)
        if budget_mark(draft) != seen and costs_of(draft) != list(costs):
            raise RuleBroken("budget_changed")
        draft.budget = [
            BudgetLine(position=place, label=cost.label, kind=cost.kind, cents=cost.cents)
            for place, cost in enumerate(costs)
        ]
        under_way.about(f"draft-{draft.id}")


def costs_of(draft: Draft) -> list[Cost]:
    """The budget as it is."""
    return [Cost(line.label, line.kind, line.cents) for line in draft.budget]


def budget_mark(draft: Draft) -> str:
    """Another one for every other budget; a page says with it which budget it showed."""
    return digest(repr(costs_of(draft)))[:16]


def set_status(event: Event, by: By, draft: Draft, status: DraftStatus) -> None:
    """Say how far a draft is. Raises ``RuleBroken("no_way")`` where ``WAYS`` has none."""
    with change(event, by, "set_status") as under_way:
        if draft.status is not status:
            if status not in WAYS[draft.status]:
                raise RuleBroken("no_way")
            draft.status, draft.shelved_because = status, ""
        under_way.about(f"draft-{draft.id}")


def shelve(event: Event, by: By, draft: Draft, because: str) -> None:
    """Let a draft rest, with a reason that residents can read. ``set_status`` takes it up again.

    Raises ``RuleBroken("no_way")`` for a draft that rests already or was done.
    """
    with change(event, by, "shelve") as under_way:
        if draft.status in LASTING:
            raise RuleBroken("no_way")
        draft.status, draft.shelved_because = DraftStatus.SHELVED, because
        under_way.about(f"draft-{draft.id}")


def _require_writable(draft: Draft) -> None:
    if not draft.takes_staffs_words:
        raise RuleBroken("with_the_office")

"""Residents' words beside a draft's form: those that are behind its fields, then those that its groups wrote."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from openspace.exports.wording import quoted
from openspace.extensions import db
from openspace.models import BreakoutGroup, Draft, DraftSource, GroupTopic, Outcome, Topic
from openspace.views.carrying_on import used
from openspace.views.draft_form import SUITS, TITLE
from openspace.vocabulary import Fidelity


@dataclass(frozen=True)
class Words:
    """What somebody said. ``tied`` says behind which fields it is, and how literally it stands there.

    ``elsewhere`` is another project that has these words already.
    """

    key: str
    said: Outcome | Topic | None
    text: str
    language: str
    kind: str
    numbers: list[int]
    tied: Mapping[str, Fidelity] = field(default_factory=dict)
    elsewhere: Draft | None = None

    @property
    def is_gone(self) -> bool:
        """Whether they were withdrawn or hidden; then they are not shown."""
        return Fidelity.WITHDRAWN in self.tied.values()

    @property
    def fields(self) -> set[str]:
        """The fields beside which they are shown."""
        return set(self.tied) | (set() if self.is_gone else SUITS[self.kind])

    @property
    def quoted(self) -> str:
        """The words between the quotation marks of their language, as they go into a text."""
        return quoted(self.text, self.language)

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that may be taken over. A topic's title is not."""
        return self.said if isinstance(self.said, Outcome) and not self.is_gone else None


def words_for(draft: Draft) -> list[Words]:
    """All of them, without a query per row. The draft's sources, outcomes and their groups are loaded."""
    tied: dict[str, list[DraftSource]] = {}
    for source in draft.sources:
        tied.setdefault(_key(source), []).append(source)
    more = [outcome for outcome in _written(draft.topics) if f"outcome-{outcome.id}" not in tied]
    elsewhere = used(more)
    return [
        *(_behind(key, sources) for key, sources in tied.items()),
        *(_beside(outcome, elsewhere.get(outcome.id)) for outcome in more),
    ]


def _key(source: DraftSource) -> str:
    for word, key in (("outcome", source.outcome_id), ("topic", source.topic_id)):
        if key is not None:
            return f"{word}-{key}"
    return f"source-{source.id}"


def _behind(key: str, sources: list[DraftSource]) -> Words:
    source = sources[0]
    plate = [source.topic.number] if source.topic else []
    return Words(
        key=key,
        said=source.outcome or source.topic,
        text=source.words,
        language=source.language,
        kind=source.outcome.kind if source.outcome else TITLE,
        numbers=source.outcome.group.numbers if source.outcome else plate,
        tied={source.field: source.how for source in sources},
    )


def _beside(outcome: Outcome, elsewhere: Draft | None) -> Words:
    return Words(
        key=f"outcome-{outcome.id}",
        said=outcome,
        text=outcome.text,
        language=outcome.language,
        kind=outcome.kind,
        numbers=outcome.group.numbers,
        elsewhere=elsewhere,
    )


def _written(topics: Iterable[Topic]) -> list[Outcome]:
    """What the groups of these topics wrote and did not take back."""
    groups = select(GroupTopic.group_id).where(GroupTopic.topic_id.in_([topic.id for topic in topics]))
    wanted = (
        select(Outcome)
        .where(Outcome.group_id.in_(groups), Outcome.hidden_at.is_(None), Outcome.withdrawn_at.is_(None))
        .order_by(Outcome.id)
        .options(joinedload(Outcome.group).selectinload(BreakoutGroup.topics))
    )
    return list(db.session.scalars(wanted))

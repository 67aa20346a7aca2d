"""The canonical dictionaries. Every export is made from them, and ``schema/`` says the same to machines.

Texts of the interface (``label`` and ``labels``) are already in the document's language;
what people wrote is as they wrote it.
"""

from typing import Literal, TypedDict

How = Literal["verbatim", "reworded", "withdrawn"]


class Site(TypedDict):
    name: str
    quarter: str
    carrier: str


class EventHead(TypedDict):
    """``date`` is ISO 8601: ``2026-05-14``."""

    id: str
    title: str
    theme: str
    date: str
    place: str


class TopicHead(TypedDict):
    id: str
    number: int
    title: str
    language: str


class Translation(TypedDict):
    """Words in another language, by people."""

    language: str
    words: str


class Source(TypedDict):
    """What somebody said. Without a topic where staff typed it; without words once it is withdrawn."""

    words: str
    language: str
    kind: str
    kind_label: str
    topic_number: int | None
    topic_id: str | None
    how: How
    translation: Translation | None


class Field(TypedDict):
    name: str
    label: str
    question: str
    text: str
    language: str
    sources: list[Source]


class BudgetLine(TypedDict):
    label: str
    kind: str
    kind_label: str
    cents: int


class Labels(TypedDict):
    """Words of the interface. ``languages`` names each tag in use; ``columns`` heads the tables' columns."""

    topic: str
    words: str
    verbatim: str
    reworded: str
    withdrawn: str
    people_in: str
    empty: str
    translated: str
    budget: str
    total: str
    own_contribution: str
    next_meeting: str
    exported: str
    kind: dict[str, str]
    languages: dict[str, str]
    columns: dict[str, str]


class Draft(TypedDict):
    """``exported_at`` is ISO 8601 with its offset; nothing else in the files tells the time."""

    format: Literal["openspace/draft"]
    version: Literal[1]
    language: str
    site: Site
    event: EventHead | None
    id: str
    status: str
    status_label: str
    title: str
    topics: list[TopicHead]
    people_in: int
    next_meeting: str
    labels: Labels
    fields: list[Field]
    budget: list[BudgetLine]
    own_contribution: str
    exported_at: str
    generator: str


class WholeEvent(EventHead):
    givens: str
    languages: list[str]
    contact: str


class Space(TypedDict):
    name: str
    symbol: str
    step_free: bool
    quiet: bool


class Round(TypedDict):
    """Times are ISO 8601 with their offset."""

    number: int
    starts_at: str
    ends_at: str


class Topic(TopicHead):
    """``merged_into`` is the number of the topic that carries this one on. Without words once it is withdrawn."""

    details: str
    status: str
    withdrawn: bool
    merged_into: int | None


class Outcome(TypedDict):
    """Without words once it is withdrawn."""

    id: str
    kind: str
    text: str
    language: str
    who: str
    by_when: str
    withdrawn: bool


class Group(TypedDict):
    """``topics`` are numbers; ``space`` is a name."""

    round: int
    space: str
    topics: list[int]
    status: str
    summary: str
    outcomes: list[Outcome]


class Event(TypedDict):
    format: Literal["openspace/event"]
    version: Literal[1]
    site: Site
    event: WholeEvent
    spaces: list[Space]
    rounds: list[Round]
    topics: list[Topic]
    groups: list[Group]
    drafts: list[Draft]

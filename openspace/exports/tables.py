"""Drafts as rows: one table of drafts, one of the words behind them, one of their budgets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from openspace.exports import shape

DRAFTS = (
    *("id", "status", "title", "site", "quarter", "carrier", "event", "theme", "date", "place", "language"),
    *("topics", "people_in", "next_meeting", "own_contribution", "amount", "exported_at"),
)
WORDS = ("draft", "field", "words", "language", "topic_number", "kind", "how", "translation")
BUDGET = ("draft", "item", "kind", "amount")


class Term(NamedTuple):
    """A word that machines and people write differently: ``need``, ``Bedarf``."""

    code: str
    label: str


Cell = str | int | Term


@dataclass(frozen=True)
class Table:
    """Columns say what machines and people call them. Every row has a cell for each; ``amount`` is in cents."""

    columns: list[Term]
    rows: list[list[Cell]]


def drafts(documents: Sequence[shape.Draft]) -> Table:
    """One row a draft, with a column ``field_…`` for each further field that any of them has."""
    further = (field for document in documents for field in document["fields"] if _is_new(field))
    fields = {_column(field): field["label"] for field in further}
    return _table(documents, DRAFTS, map(_draft, documents), fields)


def words(documents: Sequence[shape.Draft]) -> Table:
    """One row for everything that somebody said, with its draft, its field and its topic's number."""
    return _table(documents, WORDS, (row for document in documents for row in _words(document)))


def budget(documents: Sequence[shape.Draft]) -> Table:
    """One row a budget line."""
    return _table(documents, BUDGET, (row for document in documents for row in _budget(document)))


def total(document: shape.Draft) -> int:
    """What a draft costs, in cents."""
    return sum(line["cents"] for line in document["budget"])


def _table(
    documents: Sequence[shape.Draft],
    names: tuple[str, ...],
    rows: Iterable[dict[str, Cell]],
    more: dict[str, str] | None = None,
) -> Table:
    labels = {name: label for document in documents for name, label in document["labels"]["columns"].items()}
    columns = [Term(name, labels.get(name, name)) for name in names]
    columns += [Term(name, label) for name, label in (more or {}).items()]
    return Table(columns, [[row.get(column.code, "") for column in columns] for row in rows])


def _is_new(field: shape.Field) -> bool:
    """Title, next meeting and own contribution stand among a draft's first columns already."""
    return field["name"] not in DRAFTS


def _column(field: shape.Field) -> str:
    return f"field_{field['name']}"


def _language(document: shape.Draft, tag: str) -> Term:
    return Term(tag, document["labels"]["languages"].get(tag, tag))


def _draft(document: shape.Draft) -> dict[str, Cell]:
    topics = document["topics"]
    ids, numbers = (topic["id"] for topic in topics), (str(topic["number"]) for topic in topics)
    return {
        "id": document["id"],
        "status": Term(document["status"], document["status_label"]),
        "title": document["title"],
        **_site(document["site"]),
        **_event(document["event"]),
        "language": _language(document, document["language"]),
        "topics": Term(" ".join(ids), ", ".join(numbers)),
        "people_in": document["people_in"],
        "next_meeting": document["next_meeting"],
        "own_contribution": document["own_contribution"],
        "amount": total(document),
        "exported_at": document["exported_at"],
        **{_column(field): field["text"] for field in document["fields"]},
    }


def _site(site: shape.Site) -> dict[str, Cell]:
    return {"site": site["name"], "quarter": site["quarter"], "carrier": site["carrier"]}


def _event(event: shape.EventHead | None) -> dict[str, Cell]:
    if event is None:
        return {}
    return {"event": event["title"], "theme": event["theme"], "date": event["date"], "place": event["place"]}


def _words(document: shape.Draft) -> Iterator[dict[str, Cell]]:
    for field in document["fields"]:
        for source in field["sources"]:
            yield {
                "draft": document["id"],
                "field": Term(field["name"], field["label"]),
                "kind": Term(source["kind"], source["kind_label"]),
                "how": Term(source["how"], document["labels"][source["how"]]),
                "topic_number": _topic(source),
                **_said(document, source),
            }


def _topic(source: shape.Source) -> Cell:
    return "" if source["topic_number"] is None else source["topic_number"]


def _said(document: shape.Draft, source: shape.Source) -> dict[str, Cell]:
    """The words themselves; none of them once they are withdrawn."""
    if source["how"] == "withdrawn":
        return {}
    translation = source["translation"]
    return {
        "words": source["words"],
        "language": _language(document, source["language"]),
        "translation": translation["words"] if translation else "",
    }


def _budget(document: shape.Draft) -> Iterator[dict[str, Cell]]:
    for line in document["budget"]:
        kind = Term(line["kind"], line["kind_label"])
        yield {"draft": document["id"], "item": line["label"], "kind": kind, "amount": line["cents"]}

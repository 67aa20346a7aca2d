"""A draft with the words behind every field."""

import re
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload, selectinload

from openspace import __version__
from openspace.exports import shape
from openspace.exports.document.parts import event_head, local_time, site_head, topic_head
from openspace.exports.labels import labels
from openspace.extensions import db
from openspace.i18n import Language, gettext, speaking
from openspace.models import BudgetLine, Draft, DraftSource, Event, Site, Topic
from openspace.models.draft import RESIDENT_FIELDS
from openspace.views.draft_form import COST_SAY, KIND_SAY, LABELS, ORDER, STATUS_SAY, TITLE
from openspace.views.drafts import QUESTIONS
from openspace.vocabulary import Fidelity

HOW: dict[Fidelity, shape.How] = {
    Fidelity.VERBATIM: "verbatim",
    Fidelity.REWORDED: "reworded",
    Fidelity.WITHDRAWN: "withdrawn",
}


def draft_document(draft: Draft, language: Language, exported_at: datetime) -> shape.Draft:
    """One draft with the words behind every field. ``exported_at`` is aware."""
    return _documents(language, exported_at, Draft.id == draft.id)[0]


def draft_documents(event: Event, language: Language, exported_at: datetime) -> list[shape.Draft]:
    """All drafts of an event, in the order they were made."""
    return _documents(language, exported_at, Draft.event_id == event.id)


def _documents(language: Language, exported_at: datetime, *which: ColumnElement[bool]) -> list[shape.Draft]:
    sources = selectinload(Draft.sources)
    wanted = (
        select(Draft)
        .where(*which)
        .order_by(Draft.number, Draft.id)
        .options(
            joinedload(Draft.event).joinedload(Event.site),
            selectinload(Draft.fields),
            sources.joinedload(DraftSource.topic).joinedload(Topic.event),
            sources.joinedload(DraftSource.outcome),
            selectinload(Draft.commitments),
            selectinload(Draft.budget),
        )
    )
    with speaking(language):
        return [_draft(draft, language, exported_at) for draft in db.session.scalars(wanted)]


def _draft(draft: Draft, language: Language, exported_at: datetime) -> shape.Draft:
    texts = {name: _readable(draft, name) for name in ORDER}
    fields = [_field(draft, name, texts[name]) for name in ORDER if _is_asked(draft, name)]
    tags = [language.tag, *(field["language"] for field in fields), *(source.language for source in draft.sources)]
    return {
        "format": "openspace/draft",
        "version": 1,
        "language": language.tag,
        "site": site_head(db.session.get_one(Site, draft.site_id)),
        "event": event_head(draft.event) if draft.event else None,
        "id": draft.stable_id,
        "status": draft.status.value,
        "status_label": str(STATUS_SAY[draft.status]),
        "title": texts["title"] or gettext("A project without a name"),
        "topics": [topic_head(topic) for topic in draft.topics],
        "people_in": draft.people_in,
        "next_meeting": texts["next_meeting"],
        "labels": labels(draft.people_in, tags),
        "fields": fields,
        "budget": [_line(line) for line in draft.budget],
        "own_contribution": texts["own_contribution"],
        "exported_at": local_time(exported_at, draft.event),
        "generator": f"Openspace {__version__}",
    }


def _is_asked(draft: Draft, name: str) -> bool:
    """What residents are asked always stands there; what staff add, once there is something."""
    return name in RESIDENT_FIELDS or bool(draft.field(name).text.strip() or draft.sources_of(name))


def _readable(draft: Draft, name: str) -> str:
    """The text of a field without the words that are gone, should any still stand there."""
    text, sources = draft.field(name).text, draft.sources_of(name)
    kept = {source.words for source in sources if not source.is_gone}
    for words in {source.words for source in sources if source.is_gone} - kept:
        if words:
            text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", "", text).strip()
    return text


def _field(draft: Draft, name: str, text: str) -> shape.Field:
    return {
        "name": name,
        "label": str(LABELS[name]),
        "question": str(QUESTIONS.get(name, "")),
        "text": text,
        "language": draft.field(name).language,
        "sources": [_source(source) for source in draft.sources_of(name)],
    }


def _source(source: DraftSource) -> shape.Source:
    kind, topic = source.outcome.kind if source.outcome else TITLE, source.topic
    return {
        "words": "" if source.is_gone else source.words,
        "language": source.language,
        "kind": str(kind),
        "kind_label": str(KIND_SAY[kind]),
        "topic_number": topic.number if topic else None,
        "topic_id": topic.stable_id if topic else None,
        "how": HOW[source.how],
        "translation": None,
    }


def _line(line: BudgetLine) -> shape.BudgetLine:
    label = str(COST_SAY.get(line.kind, COST_SAY["other"]))
    return {"label": line.label, "kind": line.kind, "kind_label": label, "cents": line.cents}

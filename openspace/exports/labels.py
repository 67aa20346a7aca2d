"""The words of the interface that stand in exported files, in the language that is spoken."""

from collections.abc import Iterable

from openspace.exports import shape
from openspace.exports.wording import locale, tag
from openspace.i18n import gettext, ngettext, pgettext, spoken
from openspace.views.draft_form import KIND_SAY


def labels(people_in: int, tags: Iterable[str]) -> shape.Labels:
    """All of them. ``people_in`` goes before its label, ``tags`` are the languages in use."""
    return {
        "topic": pgettext("staff", "Topic"),
        "words": pgettext("staff", "Residents' words"),
        "verbatim": pgettext("export", "word for word"),
        "reworded": pgettext("export", "reworded"),
        "withdrawn": pgettext("export", "withdrawn"),
        "people_in": ngettext("is in", "are in", people_in),
        "empty": pgettext("export", "still empty"),
        "translated": gettext("Translated by residents"),
        "budget": pgettext("export", "What it costs"),
        "total": pgettext("export", "Total"),
        "own_contribution": pgettext("field", "Own contribution"),
        "next_meeting": pgettext("field", "Next meeting"),
        "exported": pgettext("export", "As of"),
        "kind": {str(kind): str(name) for kind, name in KIND_SAY.items()},
        "languages": {one: language_name(one) for one in sorted(set(tags))},
        "columns": _columns(),
    }


def language_name(one: str) -> str:
    """``Türkisch`` for ``tr``; the tag itself where nobody knows it."""
    names = locale(spoken().tag).languages
    return str(names.get(tag(one), one))


def _columns() -> dict[str, str]:
    return {
        "id": pgettext("column", "Id"),
        "status": pgettext("column", "Status"),
        "title": pgettext("field", "Title"),
        "site": pgettext("column", "Site"),
        "quarter": pgettext("column", "Quarter"),
        "carrier": pgettext("column", "Carrier"),
        "event": pgettext("column", "Event"),
        "theme": pgettext("column", "Theme"),
        "date": pgettext("column", "Date"),
        "place": pgettext("column", "Place"),
        "language": pgettext("column", "Language"),
        "topics": pgettext("column", "Topics"),
        "people_in": pgettext("column", "People who are in"),
        "next_meeting": pgettext("field", "Next meeting"),
        "own_contribution": pgettext("field", "Own contribution"),
        "amount": pgettext("column", "Euros"),
        "exported_at": pgettext("column", "Downloaded"),
        "draft": pgettext("column", "Draft"),
        "field": pgettext("column", "Field"),
        "words": pgettext("column", "Words"),
        "kind": pgettext("column", "Kind"),
        "topic_number": pgettext("staff", "Topic"),
        "how": pgettext("column", "Provenance"),
        "translation": pgettext("column", "Translation"),
        "item": pgettext("column", "What for"),
    }

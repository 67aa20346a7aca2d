"""How money, days and quotation marks look in a language."""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_currency

from openspace.exports import shape
from openspace.i18n import FALLBACK, LANGUAGES

QUOTES = {
    "default": ("“", "”"),
    "ar": ("«", "»"),
    "bg": ("„", "“"),
    "de": ("„", "“"),
    "fa": ("«", "»"),
    "fr": ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"),
    "pl": ("„", "”"),
    "ro": ("„", "”"),
    "ru": ("«", "»"),
    "uk": ("«", "»"),
}


def tag(language: str) -> str:
    """The language without what comes after it: ``de`` of ``de-simple``."""
    return language.split("-")[0]


def quoted(words: str, language: str) -> str:
    """Somebody's literal words between the quotation marks of their language."""
    opening, closing = QUOTES.get(tag(language), QUOTES["default"])
    return f"{opening}{words}{closing}"


def locale(language: str) -> Locale:
    """The locale for formats; German for an unknown language."""
    return LANGUAGES.get(language, FALLBACK).locale


def euros(cents: int, language: str) -> str:
    """An amount for people: ``1.240,50 €``."""
    return format_currency(Decimal(cents) / 100, "EUR", locale=locale(language))


def day(iso: str, language: str) -> str:
    """``14. Mai 2026`` of ``2026-05-14``. Raises ``ValueError`` for anything but a date."""
    return format_date(date.fromisoformat(iso), "long", locale=locale(language))


def moment(iso: str, language: str) -> str:
    """``14.05.2026, 21:03`` of an ISO time, on the clock that its offset tells."""
    time, where = datetime.fromisoformat(iso).replace(tzinfo=None), locale(language)
    return f"{format_date(time, 'medium', where)}, {format_time(time, 'short', locale=where)}"


def head(draft: shape.Draft) -> str:
    """Who made the draft, for the head of every page. A name that would fill the page is cut there."""
    return " · ".join(part[:80] for part in (draft["site"]["name"], draft["site"]["carrier"]) if part)


def alone(draft: shape.Draft, name: Literal["next_meeting", "own_contribution"]) -> str:
    """A text that stands beside the fields, unless one of them says it already."""
    return "" if name in {field["name"] for field in draft["fields"]} else draft[name]

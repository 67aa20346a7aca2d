"""Languages: which there are, which one is spoken now, and how texts, times and numbers look in it.

Babel does the work. Catalogues are found by our own tag, because Babel would silently read
``de-simple`` as German (docs/decisions/0003-languages-by-tag.md).
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pyphen
from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.support import LazyProxy, NullTranslations, Translations

CATALOGUES = Path(__file__).parent / "translations"
HYPHEN = "\N{SOFT HYPHEN}"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Language:
    """A language of the interface: our tag, its locale for formats, its name in itself, its direction."""

    tag: str
    locale: Locale
    name: str
    rtl: bool = False

    @property
    def dir(self) -> str:
        """``ltr`` or ``rtl``, for HTML."""
        return "rtl" if self.rtl else "ltr"

    @property
    def html(self) -> str:
        """The tag that browsers know (BCP 47)."""
        return self.locale.language

    @property
    def is_offered(self) -> bool:
        """Whether the interface is translated into it. English is the source and needs no catalogue."""
        return self.tag == "en" or (CATALOGUES / self.tag).is_dir()


def _language(tag: str, locale: str, name: str, *, rtl: bool = False) -> Language:
    return Language(tag, Locale.parse(locale), name, rtl)


LANGUAGES: dict[str, Language] = {
    language.tag: language
    for language in (
        _language("de", "de_DE", "Deutsch"),
        _language("de-simple", "de_DE", "Einfache Sprache"),
        _language("en", "en_GB", "English"),
        _language("tr", "tr_TR", "Türkçe"),
        _language("ar", "ar", "العربية", rtl=True),
        _language("uk", "uk_UA", "Українська"),
        _language("ru", "ru_RU", "Русский"),
        _language("fa", "fa", "فارسی / دری", rtl=True),
        _language("fr", "fr_FR", "Français"),
        _language("ro", "ro_RO", "Română"),
        _language("ku", "ku", "Kurdî"),
        _language("bg", "bg_BG", "Български"),
        _language("pl", "pl_PL", "Polski"),
    )
}
FALLBACK = LANGUAGES["de"]

_spoken: ContextVar[Language] = ContextVar("spoken", default=FALLBACK)


def spoken() -> Language:
    """The language of the text that is being made now."""
    return _spoken.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Make texts, times and numbers in ``language`` within this block."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def speak(language: Language) -> None:
    """Speak ``language`` from here to the end of this request."""
    _spoken.set(language)


def choose(wanted: Iterable[str], offered: Iterable[str] | None = None) -> Language:
    """The first wanted language that is offered; German where none is. Tags may carry regions (``tr-TR``)."""
    tags = list(offered) if offered is not None else offered_tags()
    for tag in wanted:
        for candidate in (tag, tag.split("-")[0]):
            if candidate in tags and candidate in LANGUAGES:
                return LANGUAGES[candidate]
    return FALLBACK


@cache
def offered_tags() -> tuple[str, ...]:
    """Tags of the languages into which the interface is translated."""
    return tuple(tag for tag, language in LANGUAGES.items() if language.is_offered)


@cache
def _catalogue(tag: str) -> NullTranslations:
    return Translations.load(CATALOGUES, [tag])


def gettext(message: str, **values: object) -> str:
    """A text in the spoken language; ``%(name)s`` is filled from ``values``."""
    text = str(_catalogue(spoken().tag).ugettext(message))
    return text % values if values else text


def ngettext(one: str, many: str, n: int, **values: object) -> str:
    """A text that counts; ``%(num)s`` is the number."""
    return str(_catalogue(spoken().tag).ungettext(one, many, n)) % {"num": n, **values}


def pgettext(context: str, message: str, **values: object) -> str:
    """A text whose English is ambiguous; ``context`` tells which is meant."""
    text = str(_catalogue(spoken().tag).upgettext(context, message))
    return text % values if values else text


def lazy(message: str) -> LazyProxy:
    """A text that is looked up when it is shown, for labels made at import."""
    return LazyProxy(gettext, message, enable_cache=False)


def plazy(context: str, message: str) -> LazyProxy:
    """The same for a text whose English is ambiguous."""
    return LazyProxy(pgettext, context, message, enable_cache=False)


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """A time of day: ``15:20``, in Latin digits as on the wall."""
    return moment.astimezone(zone).strftime("%H:%M")


def day(moment: datetime, zone: ZoneInfo) -> str:
    """A day in words: ``Montag, 15. Juni``."""
    local = moment.astimezone(zone)
    return format_skeleton("EEEEMMMMd", local, locale=spoken().locale)


def date(moment: datetime, zone: ZoneInfo) -> str:
    """A date with its year."""
    return format_date(moment.astimezone(zone), "long", locale=spoken().locale)


def hour(moment: datetime, zone: ZoneInfo) -> str:
    """A time of day as this language writes it."""
    return format_time(moment.astimezone(zone), "short", locale=spoken().locale)


@cache
def _german() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="de_DE", left=4, right=4)


def hyphenate(text: str, tag: str, letters: int = 12) -> str:
    """German words of at least so many letters with soft hyphens; other languages as they are."""
    if not tag.startswith("de"):
        return text
    return _WORD.sub(lambda word: _divided(word.group()) if len(word.group()) >= letters else word.group(), text)


def _divided(word: str) -> str:
    return _german().inserted(word, HYPHEN)


def text_direction(tag: str) -> str:
    """``rtl`` or ``ltr`` for what somebody wrote in ``tag``; ``auto`` where the language is not known."""
    language = LANGUAGES.get(tag)
    return language.dir if language else "auto"


_SCRIPTS = (("uk", "іїєґ"), ("fa", "پچژگ"))


def guess(text: str, own: str) -> str:
    """The language of a text, lightly by its script: ``own`` unless the letters say otherwise.

    Nobody is asked. Letters that only Ukrainian or Persian have decide; otherwise a text in
    Cyrillic or Arabic script by somebody whose language is written in Latin is Russian or Arabic.
    """
    letters = text.lower()
    script = "ar" if any("\u0600" <= c <= "\u06ff" for c in letters) else ""
    script = script or ("ru" if any("\u0400" <= c <= "\u04ff" for c in letters) else "")
    homes = {"ar": {"ar", "fa"}, "ru": {"ru", "uk", "bg"}}
    if not script:
        return own if own not in homes["ar"] | homes["ru"] else "de"
    if own in homes[script]:
        return own
    return next((tag for tag, only in _SCRIPTS if tag in homes[script] and set(only) & set(letters)), script)

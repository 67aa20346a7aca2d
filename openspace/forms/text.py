"""Text that people type: cleaned of what is no text, never cut."""

import re
import secrets
import unicodedata
from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from openspace.i18n import gettext, lazy

MARKS_IN_A_ROW = 4
_BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACKED = re.compile(f"({_MARK}{{{MARKS_IN_A_ROW}}}){_MARK}+")


def clean(typed: str | None) -> str:
    """The text without control characters, direction overrides and towers of marks.

    Line ends become ``\\n``, outer space goes. Nothing that reads as text is lost.
    """
    text = unicodedata.normalize("NFC", (typed or "").replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(
        c for c in text.translate(_BIDI_CONTROLS) if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"}
    )
    return _STACKED.sub(r"\1", text).strip()


class Written(Length):
    """Between one and ``max`` characters after cleaning, with a sentence that says what to do."""

    def __init__(self, longest: int, *, optional: bool = False) -> None:
        super().__init__(max=longest)
        self.optional = optional
        self.field_flags = {"maxlength": longest} if optional else {"maxlength": longest, "required": True}

    def __call__(self, form: Any, field: Any) -> None:
        field.data = clean(field.data)
        if not field.data and not self.optional:
            raise ValidationError(self.nothing())
        if len(field.data) > self.max:
            raise ValidationError(self.too_long(len(field.data) - self.max))

    def nothing(self) -> str:
        """What to say where nothing is written."""
        return gettext("Write a few words first.")

    def too_long(self, over: int) -> str:
        """What to say when ``over`` characters are too many."""
        return gettext("%(over)s characters too many. Please shorten the text.", over=over)


class KeyedForm(FlaskForm):
    """A form that may be sent again: ``key`` is made anew for every page, ``since`` is what the client shows."""

    key = HiddenField()
    since = HiddenField()

    def fresh_key(self) -> str:
        """A new client key; the browser's script makes its own."""
        return secrets.token_urlsafe(12)

    def say(self, name: str, message: str) -> None:
        """Put a sentence under a field."""
        self[name].errors = [*self[name].errors, message]


class TapForm(KeyedForm):
    """A button: nothing to type."""


__all__ = ["InputRequired", "KeyedForm", "TapForm", "TextAreaField", "Written", "clean", "lazy"]

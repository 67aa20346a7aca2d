"""An amount of money as people type it."""

import re
from typing import Any

from babel.numbers import NumberFormatError, format_decimal, parse_decimal
from wtforms import IntegerField
from wtforms.widgets import TextInput

from openspace.i18n import gettext, spoken

MOST = 100_000_000  # cents; no micro-project costs a million
_PLAIN = re.compile(r"\d+(\.\d{1,2})?")


class Cents(IntegerField):
    """Cents, typed as ``1.240,50``, ``1240.50`` or ``1240 €``; empty is nothing."""

    widget = TextInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = "".join(str(valuelist[0] if valuelist else "").replace("€", "").split())
        self.data = cents(typed) if typed else 0

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return format_decimal((self.data or 0) / 100, "#,##0.00", locale=spoken().locale) if self.data else ""


def cents(typed: str) -> int:
    """``124050`` of ``1.240,50``, in the spoken language's way or plainly. Raises ``ValueError`` with a sentence."""
    try:
        exact = parse_decimal(typed, locale=spoken().locale, strict=True) * 100
    except NumberFormatError:
        if not _PLAIN.fullmatch(typed):
            raise ValueError(_sentence()) from None
        exact = parse_decimal(typed, locale="en") * 100
    if exact != int(exact) or not 0 <= exact <= MOST:
        raise ValueError(_sentence())
    return int(exact)


def _sentence() -> str:
    return gettext("Please type an amount in euros, for example %(example)s.", example=_example())


def _example() -> str:
    return format_decimal(120.5, "#,##0.00", locale=spoken().locale)

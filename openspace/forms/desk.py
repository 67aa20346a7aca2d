"""What the fields of staff's forms share. Their sentences are ours: WTForms would speak English, and say *du*."""

import re
from collections.abc import Iterable
from typing import Any

from babel.support import LazyProxy
from wtforms import DateTimeLocalField, IntegerField, SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from openspace.forms.text import Written
from openspace.i18n import gettext, lazy, pgettext


class Told(Written):
    """As ``Written``, in staff's words."""

    def nothing(self) -> str:
        return pgettext("staff", "Something is missing here. Please fill it in.")

    def too_long(self, over: int) -> str:
        return pgettext("staff", "%(over)s characters too many. Please shorten the text.", over=over)


class Needed(Told):
    """Something must be chosen."""

    def __init__(self) -> None:
        super().__init__(0)
        self.field_flags = {}

    def __call__(self, form: Any, field: Any) -> None:
        if not field.data and not field.errors:
            raise ValidationError(self.nothing())


class Shaped:
    """A text of a certain shape; ``sentence`` says what to do otherwise."""

    def __init__(self, shape: str, sentence: LazyProxy) -> None:
        self.shape, self.sentence = re.compile(shape), sentence

    def __call__(self, form: Any, field: Any) -> None:
        if not self.shape.fullmatch(field.data or "") and not field.errors:
            raise ValidationError(str(self.sentence))


EMAIL = Shaped(r"[^@\s]+@[^@\s]+\.[^@\s]+", lazy("This is no e-mail address. Please check it."))


class Between:
    """A whole number from ``least`` to ``most``."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most
        self.field_flags = {"min": least, "max": most}

    def __call__(self, form: Any, field: Any) -> None:
        if not field.errors and not (field.data is not None and self.least <= field.data <= self.most):
            least, most = self.least, self.most
            raise ValidationError(gettext("Please type a number from %(least)s to %(most)s.", least=least, most=most))


class Whole(IntegerField):
    """A whole number."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError as wrong:
            raise ValueError(gettext("Please type a number.")) from wrong


class Moment(DateTimeLocalField):
    """A day and a time, without a zone."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError as wrong:
            raise ValueError(gettext("Please choose a day and a time.")) from wrong


class TickList(SelectMultipleField):
    """Any number of several words."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


def plain(words: Iterable[str]) -> list[Any]:
    """Choices whose labels stand in the template."""
    return [str(word) for word in words]

"""What staff write on a draft's page."""

from collections.abc import Iterator

from wtforms import (
    FieldList,
    Form,
    FormField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import ValidationError

from openspace.forms.desk import Told, plain
from openspace.forms.money import Cents
from openspace.forms.text import KeyedForm
from openspace.i18n import gettext
from openspace.models.draft import ANSWER_LENGTH, COSTS, FIELDS, NAME_LENGTH
from openspace.vocabulary import DraftStatus

BLANK = 3  # lines that are free below the budget


def longest(name: str) -> int:
    """How many characters a field takes."""
    return NAME_LENGTH if name == "title" else ANSWER_LENGTH


class FieldForm(KeyedForm):
    """One field, the revision that its writer saw, and the outcomes whose words were taken into it."""

    text = TextAreaField(validators=[Told(ANSWER_LENGTH, optional=True)])
    rev = HiddenField()
    behind = SelectMultipleField(coerce=int, validate_choice=False)

    def seen(self) -> int:
        """The revision on the page; -1 where the page did not say."""
        said = self.rev.data or ""
        return int(said) if said.isdecimal() else -1


class TitleForm(FieldForm):
    """A project's name: one line, never empty."""

    text = TextAreaField(validators=[Told(NAME_LENGTH)], filters=[lambda typed: " ".join((typed or "").split())])


class WordsForm(KeyedForm):
    """Whose words, and to which field they belong. A title is no quotation."""

    field = SelectField(choices=plain(name for name in FIELDS if name != "title"))
    outcome = HiddenField()

    def key_of_outcome(self) -> int:
        """The outcome's id; -1 where the page said none."""
        said = self.outcome.data or ""
        return int(said) if said.isdecimal() else -1


class StatusForm(KeyedForm):
    """How far the draft is."""

    status = SelectField(choices=plain(DraftStatus))


class ShelveForm(KeyedForm):
    """Why it rests."""

    because = StringField(validators=[Told(200)])


class CostForm(Form):
    """A line of the budget."""

    label = StringField(validators=[Told(200, optional=True)])
    kind = SelectField(choices=plain(COSTS), default="material")
    cents = Cents()

    def validate_label(self, field: StringField) -> None:
        """An amount stands for something. A line without both is none."""
        if self.cents.data and not field.data:
            raise ValidationError(gettext("What does this money pay for?"))


class BudgetForm(KeyedForm):
    """All lines, and a mark of the budget that the page showed."""

    lines = FieldList(FormField(CostForm), max_entries=60)
    seen = HiddenField()

    def filled(self) -> Iterator[CostForm]:
        """The lines that say something."""
        return (line.form for line in self.lines if line.form.label.data)

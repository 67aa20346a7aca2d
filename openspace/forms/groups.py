"""What is written in a group."""

from wtforms import StringField, TextAreaField
from wtforms.validators import AnyOf

from openspace.forms.text import KeyedForm, Written
from openspace.vocabulary import OutcomeKind

TEXT_LENGTH = 600
SUMMARY_LENGTH = 1200
SHORT = 80


class OutcomeForm(KeyedForm):
    """What was said, in one's own words."""

    text = TextAreaField(validators=[Written(TEXT_LENGTH)])


class KindForm(KeyedForm):
    """One tap: what is it? For an agreement also who does it, and by when; empty fields are no answer."""

    kind = StringField(validators=[AnyOf([kind.value for kind in OutcomeKind])])
    who = StringField(validators=[Written(SHORT, optional=True)])
    by_when = StringField(validators=[Written(SHORT, optional=True)])

    def details(self) -> tuple[str | None, str | None]:
        """Who and by when; ``None`` for what was not asked."""
        asked = (field.data if field.raw_data else None for field in (self.who, self.by_when))
        return next(asked), next(asked)


class SummaryForm(KeyedForm):
    """What the group found, in short. Empty takes it away."""

    text = TextAreaField(validators=[Written(SUMMARY_LENGTH, optional=True)])

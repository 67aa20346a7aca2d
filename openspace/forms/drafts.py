"""Making a project, and answering one of its questions."""

from wtforms import HiddenField, SelectMultipleField, StringField, TextAreaField

from openspace.forms.text import KeyedForm, Written
from openspace.models.draft import ANSWER_LENGTH, NAME_LENGTH

PROMISE_LENGTH = 200
HIGHEST_ID = 2**31  # what every database can count to


def row_id(typed: str | int) -> int:
    """The id of a row. Raises ``ValueError`` for what cannot be one."""
    key = int(typed)
    if not 0 < key < HIGHEST_ID:
        raise ValueError
    return key


def _ids() -> SelectMultipleField:
    return SelectMultipleField(coerce=row_id, validate_choice=False)


class ConvertForm(KeyedForm):
    """Whose words, and which of them come along."""

    group = _ids()
    topic = _ids()
    words = _ids()


class WordsForm(KeyedForm):
    """Words that come along later."""

    words = _ids()


class AnswerForm(KeyedForm):
    """One answer, and the revision that its writer saw. An answer may be emptied again."""

    text = TextAreaField(validators=[Written(ANSWER_LENGTH, optional=True)])
    rev = HiddenField()

    def seen(self) -> int:
        """The revision of the answer on the page; -1 where the page did not say."""
        said = self.rev.data or ""
        return int(said) if said.isdecimal() else -1


class TitleForm(AnswerForm):
    """A project's name: one line, never empty."""

    text = TextAreaField(
        validators=[Written(NAME_LENGTH)], filters=[lambda typed: " ".join((typed or "").splitlines())]
    )


class PromiseForm(KeyedForm):
    """What somebody who is in will do."""

    words = StringField(validators=[Written(PROMISE_LENGTH, optional=True)])

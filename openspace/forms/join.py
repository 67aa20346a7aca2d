"""Coming in."""

from wtforms import StringField

from openspace.forms.text import KeyedForm, Written


class CodeForm(KeyedForm):
    """The number from the screen, in any script's digits."""

    code = StringField(validators=[Written(40)])


class LanguageForm(KeyedForm):
    """One tap on a language."""

    language = StringField(validators=[Written(12)])

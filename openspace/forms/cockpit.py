"""What a facilitator writes at the cockpit."""

from wtforms import BooleanField, SelectField, TextAreaField

from openspace.forms.desk import Told
from openspace.forms.text import KeyedForm, clean
from openspace.forms.topics import flow
from openspace.i18n import LANGUAGES, Language
from openspace.models.topic import TEXT_LENGTH, TITLE_LENGTH


class CardForm(KeyedForm):
    """A card for somebody who does not type. A title that is too long flows into the details."""

    title = TextAreaField(validators=[Told(TITLE_LENGTH + TEXT_LENGTH)])
    language = SelectField()
    step_free = BooleanField()

    def speak(self, first: list[str]) -> "CardForm":
        """Offer all languages, those of the event first. Returns itself."""
        tags = [tag for tag in first if tag in LANGUAGES]
        offered: list[Language] = [LANGUAGES[tag] for tag in [*tags, *(t for t in LANGUAGES if t not in tags)]]
        self.language.choices = [(language.tag, language.name) for language in offered]
        return self

    def words(self) -> tuple[str, str]:
        """Title and details; nothing is cut."""
        return flow(clean(self.title.data), "")

    def wishes(self) -> list[str]:
        """What the space should be like."""
        return ["step_free"] if self.step_free.data else []

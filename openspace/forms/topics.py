"""The card on which somebody writes their topic."""

from wtforms import SelectMultipleField, TextAreaField

from openspace.forms.text import KeyedForm, Written, clean
from openspace.models.topic import TEXT_LENGTH, TITLE_LENGTH, WISHES


class TopicForm(KeyedForm):
    """Title and, if one likes, more. A title that is too long flows into the details."""

    title = TextAreaField(validators=[Written(TITLE_LENGTH + TEXT_LENGTH)])
    details = TextAreaField(validators=[Written(TEXT_LENGTH, optional=True)])
    wishes = SelectMultipleField(choices=list(WISHES))  # type: ignore[arg-type]  # stubs still want the deprecated pairs

    def words(self) -> tuple[str, str]:
        """Title (at most 60 characters, ended at a word) and details; nothing is cut."""
        return flow(clean(self.title.data), clean(self.details.data))


def flow(title: str, details: str) -> tuple[str, str]:
    """Let a title that is longer than a plate's card flow into the details at a word's end."""
    line, _, rest = title.partition("\n")
    if len(line) > TITLE_LENGTH:
        at = line.rfind(" ", 0, TITLE_LENGTH + 1)
        at = at if at > TITLE_LENGTH // 3 else TITLE_LENGTH
        line, rest = line[:at], f"{line[at:]}\n{rest}"
    return line.strip(), "\n".join(part for part in (rest.strip(), details) if part)

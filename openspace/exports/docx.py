"""A draft as a Word document, for offices that go on writing in it."""

import re

from docx.document import Document
from docx.text.paragraph import Paragraph

from openspace.exports import shape, wording
from openspace.exports.bill import bill
from openspace.exports.cleaning import clean
from openspace.exports.paper import packed, sheet
from openspace.exports.plate import plate
from openspace.exports.wordml import say, turn
from openspace.i18n import text_direction

SMALL, LARGE = 10, 14  # points of the plates' digits


def draft(document: shape.Draft) -> bytes:
    """The draft as .docx: editable, every text in its language, every quote with its plate."""
    return packed(Writer(clean(document)).written())


class Writer:
    """Writes one draft from top to bottom."""

    def __init__(self, draft: shape.Draft) -> None:
        self.draft = draft
        self.labels = draft["labels"]
        self.language = draft["language"]
        self.sheet: Document = sheet(draft)

    def written(self) -> Document:
        """The whole document."""
        self._top()
        for field in self.draft["fields"]:
            self._field(field)
        if self.draft["budget"]:
            self._line("Heading 1", self.labels["budget"])
            bill(self.sheet, self.draft)
        self._fact(self.labels["own_contribution"], wording.alone(self.draft, "own_contribution"))
        return self.sheet

    def _line(self, style: str, text: str, language: str | None = None) -> Paragraph:
        paragraph = self.sheet.add_paragraph(style=style)
        turn(paragraph, language or self.language)
        if text:
            say(paragraph, text, language or self.language)
        return paragraph

    def _voice(self, style: str, text: str, language: str) -> None:
        for part in re.split("\n{2,}", text):
            self._line(style, part, language)

    def _quote(self, words: str, language: str) -> None:
        """The bar stands where the document begins its lines, also beside words that run the other way."""
        along = text_direction(language) == text_direction(self.language)
        self._voice("Quote" if along else "Quote Against", words, language)

    def _dots(self, *parts: str) -> str:
        return " · ".join(part for part in parts if part)

    def _top(self) -> None:
        people = f"{self.draft['people_in']} {self.labels['people_in']}"
        self._line("Small", self._dots(self.draft["id"], self.draft["status_label"], people))
        self._line("Title", self.draft["title"])
        if event := self.draft["event"]:
            self._theme(event)
        for topic in self.draft["topics"]:
            self._topic(topic)
        self._fact(self.labels["next_meeting"], wording.alone(self.draft, "next_meeting"))

    def _theme(self, event: shape.EventHead) -> None:
        day = wording.day(event["date"], self.language)
        self._line("Sign Small", self.draft["site"]["quarter"])
        self._line("Sign", event["theme"])
        self._line("Sign Foot", self._dots(event["title"], day, event["place"]))

    def _topic(self, topic: shape.TopicHead) -> None:
        paragraph = self._line("Topic", f"{self.labels['topic']}   ")
        plate(paragraph, topic["number"], LARGE, self.language)
        say(paragraph, f"\t{topic['title']}", topic["language"])

    def _fact(self, label: str, text: str) -> None:
        if text.strip():
            self._line("Fact", label)
            self._line("Answer", text)

    def _field(self, field: shape.Field) -> None:
        self._line("Heading 1", field["label"])
        if field["question"]:
            self._line("Question", field["question"])
        if field["text"].strip():
            self._voice("Answer", field["text"], field["language"])
        else:
            self._line("Small", self.labels["empty"])
        if field["sources"]:
            self._line("Words", self.labels["words"])
        for source in field["sources"]:
            self._source(source)

    def _source(self, source: shape.Source) -> None:
        if source["how"] != "withdrawn":
            self._quote(wording.quoted(source["words"], source["language"]), source["language"])
            self._translation(source["translation"])
        self._origin(source)

    def _translation(self, translation: shape.Translation | None) -> None:
        if translation:
            self._line("Translated", f"{self.labels['translated']}:")
            self._quote(translation["words"], translation["language"])

    def _origin(self, source: shape.Source) -> None:
        paragraph = self._line("Origin", "")
        if source["topic_number"] is not None:
            say(paragraph, f"{self.labels['topic']}  ", self.language)
            plate(paragraph, source["topic_number"], SMALL, self.language)
            say(paragraph, "   ", self.language)
        say(paragraph, source["kind_label"], self.language, bold=True)
        foreign = wording.tag(source["language"]) != wording.tag(self.language)
        name = self.labels["languages"].get(source["language"], source["language"]) if foreign else ""
        say(paragraph, f" · {self._dots(name, self.labels[source['how']])}", self.language)

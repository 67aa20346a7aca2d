"""The sheet of a Word document: A4, styles, language, head and foot, and bytes that do not change by themselves."""

import io
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from openspace.exports import TEMPLATES, shape, wording
from openspace.exports.wordml import count, say, turn, word_tag
from openspace.i18n import text_direction

STYLES = TEMPLATES / "styles.xml"
EPOCH = (1980, 1, 1, 0, 0, 0)


def sheet(draft: shape.Draft) -> Document:
    """An empty document, ready for a draft's text."""
    document = docx.Document()
    _dress(document, draft["language"])
    _sign(document, draft)
    _lay(document.sections[0])
    _head(document.sections[0].header.paragraphs[0], draft)
    _foot(document.sections[0].footer.paragraphs[0], draft)
    return document


def _dress(document: Document, language: str) -> None:
    styles = document.styles.element
    styles.clear()
    styles.extend(parse_xml(STYLES.read_bytes()))
    tongue = styles.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    if text_direction(language) == "rtl":
        tongue.set(qn("w:bidi"), word_tag(language))
        styles.find(f".//{qn('w:style')}[@{qn('w:styleId')}='Quote']//{qn('w:pBdr')}/*").tag = qn("w:right")
    else:
        tongue.set(qn("w:val"), word_tag(language))


def _sign(document: Document, draft: shape.Draft) -> None:
    about, time = document.core_properties, datetime.fromisoformat(draft["exported_at"]).astimezone(UTC)
    about.title, about.subject, about.author = draft["title"][:255], draft["id"], draft["site"]["name"][:255]
    about.language, about.comments = word_tag(draft["language"]), draft["generator"]
    about.last_modified_by = about.author
    about.created = about.modified = time.replace(tzinfo=None)


def _lay(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(28), Mm(24)
    section.header_distance = section.footer_distance = Mm(14)


def _head(paragraph: Paragraph, draft: shape.Draft) -> None:
    turn(paragraph, draft["language"])
    say(paragraph, f"{wording.head(draft)}\t{draft['id']}", draft["language"])


def _foot(paragraph: Paragraph, draft: shape.Draft) -> None:
    language = draft["language"]
    turn(paragraph, language)
    stand = f"{draft['labels']['exported']} {wording.moment(draft['exported_at'], language)}"
    say(paragraph, f"{draft['generator']} · {stand}\t", language)
    count(paragraph, "PAGE")
    say(paragraph, " / ", language)
    count(paragraph, "NUMPAGES")


def packed(document: Document) -> bytes:
    """The file's bytes. The same document gives the same bytes: no clock in the archive, no preview picture."""
    raw, result = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(result, "w") as target:
        for entry in source.infolist():
            target.writestr(zipfile.ZipInfo(entry.filename, EPOCH), source.read(entry), zipfile.ZIP_DEFLATED)
    return result.getvalue()

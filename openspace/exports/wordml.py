"""Small words of WordprocessingML that python-docx does not speak: languages, directions, fields."""

from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from openspace.exports.wording import locale
from openspace.i18n import text_direction

# What may follow w:bidi within w:pPr; Word insists on the order.
AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:rPr",
)


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """An element such as ``w:shd`` with its ``w:`` attributes."""
    made = cast(BaseOxmlElement, OxmlElement(name))
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def word_tag(language: str) -> str:
    """The language as Word names it: ``tr-TR``."""
    return str(locale(language)).replace("_", "-")


def turn(paragraph: Paragraph, language: str) -> None:
    """Let a paragraph run in the direction of a language."""
    bidi = element("w:bidi", val="1" if text_direction(language) == "rtl" else "0")
    paragraph._p.get_or_add_pPr().insert_element_before(bidi, *AFTER_BIDI)


def say(paragraph: Paragraph, text: str, language: str, *, bold: bool | None = None) -> Run:
    """Append text in its language; Word then reads, spells and turns it rightly."""
    run = paragraph.add_run(text)
    run.bold = bold
    properties = run._r.get_or_add_rPr()
    if text_direction(language) == "rtl":
        properties.append(element("w:rtl"))
        properties.append(element("w:lang", bidi=word_tag(language)))
    else:
        properties.append(element("w:lang", val=word_tag(language)))
    return run


def count(paragraph: Paragraph, field: str) -> None:
    """Append a number that Word keeps up: ``PAGE`` or ``NUMPAGES``."""
    holder = element("w:fldSimple", instr=field)
    run = element("w:r")
    text = element("w:t")
    text.text = "1"
    run.append(text)
    holder.append(run)
    paragraph._p.append(holder)

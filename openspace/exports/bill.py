"""The budget in a Word document: what, which kind, how much, and the sum below."""

from collections.abc import Iterator

from docx.document import Document
from docx.enum.table import WD_TABLE_DIRECTION
from docx.shared import Mm
from docx.table import Table, _Row

from openspace.exports import shape, wording
from openspace.exports.tables import total
from openspace.exports.wordml import element, say, turn
from openspace.i18n import text_direction

Texts = tuple[str, str, str]
WIDTHS = (Mm(92), Mm(42), Mm(28))
STYLES = ("Cell", "Cell", "Amount")


def bill(document: Document, draft: shape.Draft) -> None:
    """Append the table of a draft's budget."""
    table = document.add_table(0, len(WIDTHS), style="Budget")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width
    if text_direction(draft["language"]) == "rtl":
        table.table_direction = WD_TABLE_DIRECTION.RTL
    for texts in _texts(draft):
        _write(table.add_row(), texts, draft["language"])
    _head(table.rows[0])
    _foot(table)


def _texts(draft: shape.Draft) -> Iterator[Texts]:
    language, labels = draft["language"], draft["labels"]
    item, kind, amount = (labels["columns"].get(name, name) for name in ("item", "kind", "amount"))
    yield item, kind, amount
    for line in draft["budget"]:
        yield line["label"], line["kind_label"], wording.euros(line["cents"], language)
    yield labels["total"], "", wording.euros(total(draft), language)


def _write(row: _Row, texts: Texts, language: str) -> None:
    for cell, text, width, style in zip(row.cells, texts, WIDTHS, STYLES, strict=True):
        cell.width = width
        cell.paragraphs[0].style = style
        turn(cell.paragraphs[0], language)
        say(cell.paragraphs[0], text, language)


def _head(row: _Row) -> None:
    """Word repeats the row on each page, and screen readers know it for the head."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def _foot(table: Table) -> None:
    for cell in table.rows[-1].cells:
        borders = element("w:tcBorders")
        borders.append(element("w:top", val="single", sz="8", space="0", color="17202E"))
        cell._tc.get_or_add_tcPr().append(borders)
        cell.paragraphs[0].runs[0].bold = True

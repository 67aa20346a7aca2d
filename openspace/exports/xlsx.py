"""Drafts as an Excel workbook: the drafts, the words behind them, their budgets.

What people wrote is always written as text. The only formulas are our own sums.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate, pairwise, zip_longest

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from openspace.exports import shape, tables
from openspace.exports.cleaning import clean
from openspace.exports.tables import BUDGET, DRAFTS, Cell, Table, Term
from openspace.i18n import text_direction

MOST = 32_767  # what Excel takes in one cell, in units of UTF-16
NARROW, WIDE = 17, 48  # columns, in characters
LINE, TALLEST = 15, 409  # rows, in points
LONG = ("title", "theme", "next_meeting", "own_contribution", "words", "translation", "item", "field_")
EUROS = '#,##0.00\N{NO-BREAK SPACE}"€"'


def drafts(documents: Sequence[shape.Draft]) -> bytes:
    """A workbook with the sheets ``drafts``, ``words`` and ``budget``.

    A text that is too long for a cell of Excel goes on in the next row, under the same id.
    """
    file, cleaned = io.BytesIO(), clean(list(documents))
    with Workbook(file, {"in_memory": True}) as book:
        _date(book, cleaned)
        _fill(book, cleaned)
    return file.getvalue()


def _date(book: Workbook, documents: Sequence[shape.Draft]) -> None:
    times = [datetime.fromisoformat(document["exported_at"]).astimezone(UTC) for document in documents]
    newest = max(times, default=datetime(1980, 1, 1, tzinfo=UTC))
    book.set_properties({"created": newest.replace(tzinfo=None)})


@dataclass(frozen=True)
class Look:
    head: Format
    text: Format
    number: Format
    money: Format
    total: Format


def _look(book: Workbook) -> Look:
    top, strong = {"valign": "top"}, {"bold": True, "top": 1, "valign": "top"}
    return Look(
        head=book.add_format({"bold": True, "bottom": 2, "text_wrap": True, **top}),
        text=book.add_format({"text_wrap": True, **top}),
        number=book.add_format({"align": "left", **top}),
        money=book.add_format({"num_format": EUROS, **top}),
        total=book.add_format({"num_format": EUROS, **strong}),
    )


def _fill(book: Workbook, documents: Sequence[shape.Draft]) -> None:
    look = _look(book)
    overview, said, budget = (book.add_worksheet(name) for name in ("drafts", "words", "budget"))
    begins = _write(overview, tables.drafts(documents), look)
    _write(said, tables.words(documents), look)
    lines = _write(budget, tables.budget(documents), look)
    for sheet in (said, budget):
        sheet.fit_to_pages(1, 0)
    _total(budget, documents, lines[-1], look)
    _totals(overview, documents, begins, lines, look)
    if documents and text_direction(documents[0]["language"]) == "rtl":
        for sheet in book.worksheets():
            sheet.right_to_left()


def _write(sheet: Worksheet, table: Table, look: Look) -> list[int]:
    """The table from the sheet's first row on. Tells where each of its rows begins, and where the next would."""
    _columns(sheet, table, look)
    begins = [1]
    for row in table.rows:
        parts = list(_parts(row))
        for place, part in enumerate(parts, begins[-1]):
            _row(sheet, place, table, part, look)
        begins.append(begins[-1] + len(parts))
    return begins


def _columns(sheet: Worksheet, table: Table, look: Look) -> None:
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.label, look.head)
        sheet.set_column(place, place, _width(column))
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(0)
    sheet.repeat_columns("A:A")


def _width(column: Term) -> int:
    return WIDE if column.code.startswith(LONG) else NARROW


def _row(sheet: Worksheet, place: int, table: Table, row: list[Cell], look: Look) -> None:
    lines = 1
    for number, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        if isinstance(cell, int):
            money = column.code == "amount"
            sheet.write_number(place, number, cell / 100 if money else cell, look.money if money else look.number)
        elif text := cell.label if isinstance(cell, Term) else cell:
            sheet.write_string(place, number, text, look.text)
            lines = max(lines, sum(1 + len(line) // _width(column) for line in text.split("\n")))
    sheet.set_row(place, min(lines * LINE, TALLEST))


def _parts(row: list[Cell]) -> Iterator[list[Cell]]:
    """The row, and as many more under the same id as its longest text needs."""
    pieces = [_pieces(cell) for cell in row]
    for number, part in enumerate(zip_longest(*pieces, fillvalue="")):
        yield list(part) if number == 0 else [row[0], *part[1:]]


def _pieces(cell: Cell) -> list[Cell]:
    if not isinstance(cell, str) or len(cell) * 2 <= MOST:
        return [cell]
    step = MOST if max(cell) <= "\uffff" else MOST // 2
    return [cell[start : start + step] for start in range(0, len(cell), step)]


def _total(sheet: Worksheet, documents: Sequence[shape.Draft], end: int, look: Look) -> None:
    """The sum below all budget lines."""
    if end > 1:
        column, cents = BUDGET.index("amount"), sum(map(tables.total, documents))
        sheet.write_string(end, 0, documents[0]["labels"]["total"], look.total)
        for between in range(1, column):
            sheet.write_blank(end, between, None, look.total)
        sheet.write_formula(end, column, f"=SUM({xl_range(1, column, end - 1, column)})", look.total, cents / 100)


def _totals(
    sheet: Worksheet, documents: Sequence[shape.Draft], begins: list[int], lines: list[int], look: Look
) -> None:
    """Beside each draft the sum of its own budget lines."""
    column, source = DRAFTS.index("amount"), BUDGET.index("amount")
    counts = accumulate((len(document["budget"]) for document in documents), initial=0)
    for row, document, (first, after) in zip(begins, documents, pairwise(counts), strict=False):
        if first < after:
            span = xl_range(lines[first], source, lines[after] - 1, source)
            sheet.write_formula(row, column, f"=SUM(budget!{span})", look.money, tables.total(document) / 100)

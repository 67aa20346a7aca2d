"""Drafts as CSV: for spreadsheets by default, ``raw`` for machines."""

import csv
import io
from collections.abc import Sequence

from openspace.exports import shape, tables
from openspace.exports.cleaning import clean
from openspace.exports.tables import Cell, Table, Term

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# Spreadsheets take a cell that begins so for a formula, some of them also after blanks or in full width.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def drafts(documents: Sequence[shape.Draft], *, raw: bool = False) -> bytes:
    """One row a draft.

    For spreadsheets: BOM, semicolons and decimal commas as German ones expect, labels, guarded cells.
    Raw: commas, codes instead of labels, cents, every text as it is.
    """
    return _write(tables.drafts(clean(list(documents))), raw)


def words(documents: Sequence[shape.Draft], *, raw: bool = False) -> bytes:
    """One row for everything that somebody said; see ``drafts``."""
    return _write(tables.words(clean(list(documents))), raw)


def budget(documents: Sequence[shape.Draft], *, raw: bool = False) -> bytes:
    """One row a budget line; see ``drafts``."""
    return _write(tables.budget(clean(list(documents))), raw)


def _write(table: Table, raw: bool) -> bytes:
    names = [column.code for column in table.columns]
    file = io.StringIO(newline="")
    if raw:
        csv.writer(file).writerows([names, *([_raw(cell) for cell in row] for row in table.rows)])
    else:
        file.write(BOM)
        rows = ([_guarded(name, cell) for name, cell in zip(names, row, strict=True)] for row in table.rows)
        writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writerows([[_guard(column.label) for column in table.columns], *rows])
    return file.getvalue().encode()


def _raw(cell: Cell) -> str | int:
    return cell.code if isinstance(cell, Term) else cell


def _guarded(name: str, cell: Cell) -> str:
    if name == "amount" and isinstance(cell, int):
        return f"{cell / 100:.2f}".replace(".", ",")
    return str(cell) if isinstance(cell, int) else _guard(cell.label if isinstance(cell, Term) else cell)


def _guard(text: str) -> str:
    """A leading apostrophe where a spreadsheet would compute."""
    return f"'{text}" if text.startswith(FORMULA) or text.lstrip().startswith(FORMULA) else text

"""Drafts as a workbook: what openpyxl reads back, as text and as numbers."""

import logging
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from openspace.exports import shape, xlsx
from tests.exports import samples
from tests.exports.samples import DRAFT, saying

OTHER: shape.Draft = {**deepcopy(DRAFT), "id": "LIND-2026-05-P4", "budget": deepcopy(DRAFT["budget"][:1])}
FREE: shape.Draft = {**deepcopy(DRAFT), "id": "LIND-2026-05-P5", "budget": [], "event": None}


def read(*drafts: shape.Draft, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(xlsx.drafts(drafts)), data_only=values)


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """Rows by the first column of each heading."""
    head, *body = sheet.values
    names = [str(name) for name in head]
    return [dict(reversed(list(zip(names, row, strict=True)))) for row in body]


def cells(book: Workbook) -> Iterator[Cell]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if isinstance(cell, Cell))


def test_one_row_a_draft() -> None:
    book = read(DRAFT, OTHER, FREE, values=True)
    assert book.sheetnames == ["drafts", "words", "budget"]
    first, other, free = rows(book["drafts"])
    assert first["Kennung"] == "LIND-2026-05-P3"
    assert first["Stand"] == "In Arbeit"
    assert first["Anliegen"] == "3, 11, 14"
    assert first["Ausgangslage"] == DRAFT["fields"][1]["text"]
    assert (first["Euro"], other["Euro"], free["Euro"]) == (665.5, 420, 0)
    assert free["Leitfrage"] is None


def test_one_row_a_source() -> None:
    words = rows(read(DRAFT, values=True)["words"])
    assert len(words) == sum(len(field["sources"]) for field in DRAFT["fields"])
    arabic = next(row for row in words if row["Worte"] == samples.ARABIC)
    assert arabic["Entwurf"] == "LIND-2026-05-P3"
    assert arabic["Feld"] == "Idee"
    assert arabic["Anliegen"] == 3
    assert (arabic["Art"], arabic["Herkunft"], arabic["Sprache"]) == ("Idee", "umformuliert", "Arabisch")
    assert str(arabic["Übersetzung"]).startswith("Meine Mutter")


def test_withdrawn_words_never_come_out() -> None:
    draft = deepcopy(DRAFT)
    draft["fields"][0]["sources"] = [{**draft["fields"][0]["sources"][0], "words": "geheim", "how": "withdrawn"}]
    assert "geheim" not in [cell.value for cell in cells(read(draft))]


def test_sums_are_formulas_of_ours_over_the_right_rows() -> None:
    book = read(DRAFT, OTHER, FREE)
    amount = [cell.value for cell in book["budget"]["D"]]
    assert amount == ["Euro", 420, 185.1, 60.4, 420, "=SUM(D2:D5)"]
    assert [cell.value for cell in book["drafts"]["P"]] == ["Euro", "=SUM(budget!D2:D4)", "=SUM(budget!D5)", 0]
    assert read(DRAFT, OTHER, FREE, values=True)["budget"]["D6"].value == 1085.5


@pytest.mark.parametrize("words", samples.HOSTILE.values(), ids=samples.HOSTILE)
def test_hostile_text_stays_text(words: str) -> None:
    found = list(cells(read(saying(words))))
    assert [cell.data_type for cell in found if cell.value == words] == ["s"] * 7
    assert [cell.value for cell in found if cell.data_type == "f"] == ["=SUM(budget!D2:D4)", "=SUM(D2:D4)"]


def test_a_text_too_long_for_a_cell_goes_on_below() -> None:
    draft = saying(samples.LONG)
    parts = rows(read(draft)["words"])
    assert "".join(str(row["Worte"]) for row in parts) == samples.LONG
    assert {row["Entwurf"] for row in parts} == {draft["id"]}
    assert [row["Anliegen"] for row in parts] == [14, None, None, None]


def test_sums_stay_right_below_long_texts() -> None:
    book = read(saying(samples.LONG), OTHER)
    assert [cell.value for cell in book["drafts"]["P"] if cell.value] == [
        "Euro",
        "=SUM(budget!D2:D7)",
        "=SUM(budget!D8)",
    ]


def test_emoji_count_twice_in_excel() -> None:
    emoji = samples.EMOJI * 4
    parts = [str(row["Worte"]) for row in rows(read(saying(emoji))["words"])]
    assert "".join(parts) == emoji
    assert max(len(part.encode("utf-16-le")) // 2 for part in parts) <= 32_767


def test_control_characters_are_replaced_and_named_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        book = read(saying(samples.CONTROLS))
    assert "Vor\ufffd und\ufffd nach\ufffd dem\ufffd Zeichen\ufffd!" in [cell.value for cell in cells(book)]
    assert "U+001B" in caplog.text
    assert "Zeichen" not in caplog.text


def test_the_same_drafts_give_the_same_bytes() -> None:
    assert xlsx.drafts([DRAFT, OTHER]) == xlsx.drafts(deepcopy([DRAFT, OTHER]))


def test_no_draft_at_all() -> None:
    assert [sheet.max_row for sheet in read().worksheets] == [1, 1, 1]


def test_an_arabic_workbook_begins_at_the_right() -> None:
    arabic: shape.Draft = {**deepcopy(DRAFT), "language": "ar"}
    assert all(sheet.sheet_view.rightToLeft for sheet in read(arabic).worksheets)

"""Drafts as CSV, for spreadsheets and for machines."""

import csv as reader
import io
from copy import deepcopy

import pytest

from openspace.exports import csv
from tests.exports import samples
from tests.exports.samples import DRAFT, saying


def spreadsheet(file: bytes) -> list[list[str]]:
    assert file.startswith(b"\xef\xbb\xbf")
    return list(reader.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), delimiter=";"))


def machine(file: bytes) -> list[dict[str, str]]:
    assert not file.startswith(b"\xef\xbb\xbf")
    return list(reader.DictReader(io.StringIO(file.decode(), newline="")))


def test_people_read_labels_and_decimal_commas() -> None:
    head, row = spreadsheet(csv.drafts([DRAFT]))
    found = dict(reversed(list(zip(head, row, strict=True))))
    assert found["Kennung"] == "LIND-2026-05-P3"
    assert found["Stand"] == "In Arbeit"
    assert found["Euro"] == "665,50"
    assert found["Ausgangslage"] == DRAFT["fields"][1]["text"]


def test_machines_read_codes_and_cents() -> None:
    (row,) = machine(csv.drafts([DRAFT], raw=True))
    assert row["status"] == "in_work"
    assert row["amount"] == "66550"
    assert row["topics"] == "LIND-2026-05-03 LIND-2026-05-11 LIND-2026-05-14"
    assert row["field_need"] == DRAFT["fields"][1]["text"]


def test_words_come_with_their_draft_field_and_topic() -> None:
    row = next(row for row in machine(csv.words([DRAFT], raw=True)) if row["words"] == samples.ARABIC)
    assert (row["draft"], row["field"], row["topic_number"]) == ("LIND-2026-05-P3", "idea", "3")
    assert (row["language"], row["kind"], row["how"]) == ("ar", "idea", "reworded")


def test_withdrawn_words_never_come_out() -> None:
    draft = deepcopy(DRAFT)
    draft["fields"][0]["sources"] = [{**draft["fields"][0]["sources"][0], "words": "geheim", "how": "withdrawn"}]
    assert b"geheim" not in csv.words([draft]) + csv.words([draft], raw=True)


def test_budget_lines() -> None:
    assert spreadsheet(csv.budget([DRAFT]))[3] == [
        "LIND-2026-05-P3",
        "Tee und Kuchen beim Bauen",
        "Verpflegung",
        "60,40",
    ]
    assert machine(csv.budget([DRAFT], raw=True))[2]["amount"] == "6040"


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "  =", "\n=", "＝"])
def test_what_a_spreadsheet_would_compute_is_guarded(beginning: str) -> None:
    words = f"{beginning}1+1"
    draft = saying(words)
    assert f"'{words}" in spreadsheet(csv.words([draft]))[1]
    assert machine(csv.words([draft], raw=True))[0]["words"] == words


def test_a_carriage_return_becomes_a_line_end_and_is_guarded() -> None:
    assert spreadsheet(csv.words([saying("\r=1+1")]))[1][2] == "'\n=1+1"


@pytest.mark.parametrize(
    "words", [*samples.HOSTILE.values(), samples.OVERRIDE, samples.LONG, samples.EMOJI, 'a";b\nc,d']
)
def test_hostile_text_stays_text(words: str) -> None:
    draft = saying(words)
    assert machine(csv.drafts([draft], raw=True))[0]["field_need"] == words
    assert spreadsheet(csv.words([draft]))[1][2] in (words, f"'{words}")


def test_fields_of_every_draft_have_a_column() -> None:
    short = deepcopy(DRAFT)
    short["fields"] = short["fields"][:1]
    rows = machine(csv.drafts([short, DRAFT], raw=True))
    assert [row["field_idea"] for row in rows] == ["", DRAFT["fields"][2]["text"]]


def test_control_characters_are_replaced() -> None:
    (row,) = machine(csv.drafts([saying(samples.CONTROLS)], raw=True))
    assert row["title"] == "Vor\ufffd und\ufffd nach\ufffd dem\ufffd Zeichen\ufffd!"


def test_the_same_drafts_give_the_same_bytes() -> None:
    assert csv.drafts([DRAFT]) == csv.drafts([deepcopy(DRAFT)])


def test_no_draft_at_all() -> None:
    assert len(spreadsheet(csv.drafts([]))) == 1

"""A draft as PDF: what pdftotext, pypdf and the standards' checker find in it."""

import json
import os
import re
import shutil
import subprocess
import sys
from copy import deepcopy
from io import BytesIO

import pytest
from page import ValidationProfile, validate_pdf_bytes
from pypdf import PdfReader

from openspace.exports import pdf
from openspace.exports.json import dump
from tests.exports import samples
from tests.exports.samples import DRAFT, saying


def need_pdftotext() -> None:
    if shutil.which("pdftotext"):
        return
    if os.environ.get("CI") == "true":
        pytest.fail("pdftotext is missing: install poppler-utils")
    pytest.skip("pdftotext is missing: install poppler-utils to run this")


def text(file: bytes, *options: str) -> str:
    need_pdftotext()
    found = subprocess.run(["pdftotext", *options, "-", "-"], input=file, capture_output=True, check=True)
    return found.stdout.decode()


def dense(words: str) -> str:
    """Without blanks and line ends: the page breaks lines where it likes."""
    return re.sub(r"\s", "", words)


def test_every_phrase_stands_in_it() -> None:
    found = dense(text(pdf.draft(DRAFT)))
    for field in DRAFT["fields"]:
        assert dense(field["label"]) in found
        assert dense(field["text"]) in found
    for phrase in (samples.TURKISH, samples.UKRAINIAN, "„Mittwochs habe ich immer Zeit.“", "665,50 €", "14. Mai 2026"):
        assert dense(phrase) in found


def test_arabic_words_stand_in_it() -> None:
    """By their letters: pdftotext turns the two letters of لا around, which are one sign on paper."""
    found = {"".join(sorted(word)) for word in re.findall(r"\w+", text(pdf.draft(DRAFT)))}
    assert [word for word in re.findall(r"\w+", samples.ARABIC) if "".join(sorted(word)) not in found] == []


def test_the_plate_stands_beside_the_word_for_topic() -> None:
    found = " ".join(text(pdf.draft(DRAFT)).split())
    assert "Anliegen 3 Idee · Arabisch · umformuliert" in found
    assert "Anliegen 11 Hindernis · Ukrainisch · umformuliert" in found


def test_words_without_a_topic_have_no_plate() -> None:
    draft = saying("Ohne Anliegen")
    draft["topics"] = []
    draft["fields"][0]["sources"][0]["topic_number"] = None
    draft["fields"][0]["sources"][0]["topic_id"] = None
    assert "Anliegen 14" not in text(pdf.draft(draft))


def test_withdrawn_words_never_come_out() -> None:
    draft = deepcopy(DRAFT)
    draft["fields"][0]["sources"] = [{**draft["fields"][0]["sources"][0], "words": "geheim", "how": "withdrawn"}]
    file = pdf.draft(draft)
    assert "geheim" not in text(file)
    assert "zurückgezogen" in text(file)
    assert b"geheim" not in PdfReader(BytesIO(file)).attachments["draft-1.json"][0]


def test_head_and_foot_stand_on_every_page() -> None:
    pages = text(pdf.draft(DRAFT)).split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert "Nachbarschaftshaus Lindenhof" in page
        assert "LIND-2026-05-P3" in page
        assert f"21:03{number}/{len(pages)}" in dense(page)


def test_pages_are_counted_for_each_draft() -> None:
    one = len(PdfReader(BytesIO(pdf.draft(DRAFT))).pages)
    pages = text(pdf.drafts([DRAFT, DRAFT])).split("\f")[:-1]
    assert len(pages) == 2 * one
    assert f"21:031/{one}" in dense(pages[one])


def test_title_language_and_time_are_set() -> None:
    reader = PdfReader(BytesIO(pdf.draft(DRAFT)))
    assert reader.metadata is not None
    assert reader.metadata.title == DRAFT["title"]
    assert reader.metadata.creation_date_raw == "D:20260514190300Z"
    assert reader.root_object["/Lang"] == "de"


def test_every_text_has_its_language() -> None:
    structure = PdfReader(BytesIO(pdf.draft(DRAFT))).root_object["/StructTreeRoot"].get_object()
    assert {"tr", "ar", "uk"} <= set(languages(structure))


def languages(node: object) -> list[str]:
    found: list[str] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, dict):
            found += [str(one["/Lang"])] if "/Lang" in one else []
            waiting += [one["/K"]] if "/K" in one else []
        elif isinstance(one, list):
            waiting += one
    return found


def test_the_json_lies_inside() -> None:
    attached = PdfReader(BytesIO(pdf.draft(DRAFT))).attachments
    assert attached["draft-1.json"] == [dump(DRAFT)]


def test_fonts_are_embedded() -> None:
    for page in PdfReader(BytesIO(pdf.draft(DRAFT))).pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_it_keeps_the_standards() -> None:
    file = pdf.draft(DRAFT)
    for profile in (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_3A):
        assert validate_pdf_bytes(file, profile=profile).is_compliant, profile


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert pdf.draft(DRAFT) == pdf.draft(deepcopy(DRAFT))


@pytest.mark.parametrize("words", samples.HOSTILE.values(), ids=samples.HOSTILE)
def test_hostile_text_stays_text(words: str) -> None:
    found = text(pdf.draft(saying(words)))
    assert dense(found).count(dense(words)) >= 7


def test_all_hostile_texts_at_once() -> None:
    found = dense(text(pdf.draft(saying(*samples.HOSTILE.values()))))
    assert [words for words in samples.HOSTILE.values() if dense(words) not in found] == []


def test_control_characters_are_replaced() -> None:
    assert "Vor\ufffd und\ufffd nach\ufffd dem\ufffd Zeichen\ufffd!" in text(pdf.draft(saying(samples.CONTROLS)))


def test_an_override_of_direction_fails_nothing() -> None:
    found = text(pdf.draft(saying(samples.OVERRIDE)))
    assert "rechts" in found
    assert "Anliegen 14" in found


def test_a_long_text_comes_whole() -> None:
    assert text(pdf.draft(saying(samples.LONG))).count("Wort") >= 2 * 20_000


def test_a_word_longer_than_the_page_breaks() -> None:
    file = pdf.draft(saying(samples.UNBROKEN))
    assert samples.UNBROKEN in dense(text(file))
    ends = re.findall(r'xMax="([\d.]+)"', text(file, "-bbox"))
    assert max(map(float, ends)) < 596


def test_characters_without_a_font_come_all_the_same(caplog: pytest.LogCaptureFixture) -> None:
    """The text stays; only the standards cannot be kept, and the log says so without a word of the text."""
    file = pdf.draft(saying("Zeichen \u0378 Ende"))
    assert "Zeichen" in text(file)
    assert "PDF/A" in caplog.text
    assert "Zeichen" not in caplog.text


def test_five_thousand_emoji() -> None:
    """Their glyphs depend on the fonts of the machine; that a PDF comes, and the words in it, does not."""
    file = pdf.draft(saying(samples.EMOJI))
    attached = PdfReader(BytesIO(file)).attachments["draft-1.json"][0]
    assert json.loads(attached)["fields"][0]["text"] == samples.EMOJI


def test_the_child_knows_nothing_of_the_web_and_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    look = (
        "import os, sys, openspace.exports.typesetter;"
        "print(sorted({'flask', 'sqlalchemy', 'gevent'} & set(sys.modules)), 'SECRET_KEY' in os.environ)"
    )
    monkeypatch.setenv("SECRET_KEY", "between us")
    monkeypatch.setattr(pdf, "COMMAND", [sys.executable, "-c", look])
    assert pdf.draft(DRAFT) == b"[] False\n"


def test_too_long_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "COMMAND", [sys.executable, "-c", "import time; time.sleep(30)"])
    monkeypatch.setattr(pdf, "SECONDS", 0.2)
    with pytest.raises(pdf.NotTypeset, match=r"0\.2 seconds"):
        pdf.draft(DRAFT)


def test_too_much_memory_ends_the_child_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    greedy = (
        "import resource, openspace.exports.typesetter as child;"
        "child.limit(resource.RLIMIT_AS, 512 * 1024**2); bytearray(1024**3)"
    )
    monkeypatch.setattr(pdf, "COMMAND", [sys.executable, "-c", greedy])
    with pytest.raises(pdf.NotTypeset) as failure:
        pdf.draft(DRAFT)
    assert "MemoryError" in failure.value.diagnostic
    assert "MemoryError" not in str(failure.value)


def test_a_document_in_arabic_runs_from_right_to_left() -> None:
    draft = deepcopy(DRAFT)
    draft["language"], draft["title"] = "ar", "حديقة خلف المدرسة"
    reader = PdfReader(BytesIO(pdf.draft(draft)))
    assert reader.root_object["/Lang"] == "ar"
    assert reader.root_object["/ViewerPreferences"]["/Direction"] == "/R2L"

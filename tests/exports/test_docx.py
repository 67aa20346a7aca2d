"""A draft as a Word document: what python-docx reads back, and what Word insists on."""

import zipfile
from copy import deepcopy
from io import BytesIO

import docx as reader
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from openspace.exports import docx, shape
from tests.exports import samples
from tests.exports.samples import DRAFT, saying


def read(draft: shape.Draft) -> Document:
    return reader.Document(BytesIO(docx.draft(draft)))


def text(document: Document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def paragraph_of(document: Document, words: str) -> Paragraph:
    return next(paragraph for paragraph in document.paragraphs if words in paragraph.text)


def test_every_phrase_stands_in_it() -> None:
    found = text(read(DRAFT))
    for field in DRAFT["fields"]:
        assert field["label"] in found
        for part in field["text"].split("\n\n"):
            assert part in found
        for source in field["sources"]:
            assert source["words"] in found
            assert source["translation"] is None or source["translation"]["words"] in found
    for phrase in ("Wie wollen wir hier zusammen leben?", "14. Mai 2026", "420,00\xa0€", "665,50\xa0€", "4 sind dabei"):
        assert phrase in found


def test_quotes_stand_in_quotation_marks_of_their_language() -> None:
    found = text(read(DRAFT))
    for quote in (f"„{samples.GERMAN}“", f"“{samples.TURKISH}”", f"«{samples.ARABIC}»", f"«{samples.UKRAINIAN}»"):
        assert quote in found


def test_the_plate_is_real_text_beside_the_word_for_topic() -> None:
    lines = [" ".join(paragraph.text.split()) for paragraph in read(DRAFT).paragraphs]
    assert "Anliegen 3 Idee · Arabisch · umformuliert" in lines
    assert "Anliegen 14 Der Rasen hinter der Schule" in lines


def test_the_enamel_lies_behind_each_plate() -> None:
    body = read(DRAFT).element
    plates = [run for run in body.iter(qn("w:shd")) if run.get(qn("w:fill")) == "0F3F86"]
    drawings = [drawing.get("id") for drawing in body.iter(qn("wp:docPr"))]
    assert len(drawings) == len(plates) == len(set(drawings)) == 11


def test_words_without_a_topic_have_no_plate() -> None:
    draft = saying("Ohne Anliegen")
    draft["topics"] = []
    draft["fields"][0]["sources"][0]["topic_number"] = None
    assert "Anliegen\xa0" not in text(read(draft))
    assert not list(read(draft).element.iter(qn("wp:docPr")))


def test_withdrawn_words_never_come_out() -> None:
    draft = deepcopy(DRAFT)
    draft["fields"][0]["sources"] = [{**draft["fields"][0]["sources"][0], "words": "geheim", "how": "withdrawn"}]
    found = text(read(draft))
    assert "geheim" not in found
    assert "zurückgezogen" in found


def test_what_a_field_says_is_not_said_twice() -> None:
    draft = deepcopy(DRAFT)
    draft["fields"].append({**draft["fields"][-1], "name": "own_contribution", "text": draft["own_contribution"]})
    assert text(read(draft)).count(draft["own_contribution"]) == 1
    assert text(read(DRAFT)).count(draft["own_contribution"]) == 1


def test_an_empty_field_says_so() -> None:
    document = read(DRAFT)
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert lines[lines.index("Wer macht mit?") + 1] == "noch leer"


@pytest.mark.parametrize(
    ("words", "attribute", "tag"),
    [(samples.GERMAN, "w:val", "de-DE"), (samples.TURKISH, "w:val", "tr-TR"), (samples.UKRAINIAN, "w:val", "uk-UA")],
)
def test_words_carry_their_language(words: str, attribute: str, tag: str) -> None:
    run = paragraph_of(read(DRAFT), words).runs[0]
    assert run._r.find(f".//{qn('w:lang')}").get(qn(attribute)) == tag
    assert run._r.find(f".//{qn('w:rtl')}") is None


def test_arabic_runs_from_right_to_left() -> None:
    paragraph = paragraph_of(read(DRAFT), samples.ARABIC)
    assert paragraph._p.pPr.find(qn("w:bidi")).get(qn("w:val")) == "1"
    properties = paragraph.runs[0]._r.rPr
    assert properties.find(qn("w:rtl")) is not None
    assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "ar"


def test_an_arabic_document_begins_at_the_right() -> None:
    draft = deepcopy(DRAFT)
    draft["language"] = "ar"
    document = read(draft)
    bar = document.styles["Quote"].element.find(f".//{qn('w:pBdr')}")
    assert [side.tag for side in bar] == [qn("w:right")]
    assert paragraph_of(document, "Ausgangslage")._p.pPr.find(qn("w:bidi")).get(qn("w:val")) == "1"
    assert document.tables[0].table_direction is not None


def test_head_foot_paper_and_properties() -> None:
    document = read(DRAFT)
    section, about = document.sections[0], document.core_properties
    assert section.header.paragraphs[0].text.endswith("e. V.\tLIND-2026-05-P3")
    assert "Stand 14.05.2026, 21:03" in section.footer.paragraphs[0].text
    fields = section.footer._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (about.title, about.subject, about.language) == (DRAFT["title"], "LIND-2026-05-P3", "de-DE")
    assert about.created is not None
    assert about.created.isoformat()[:19] == "2026-05-14T19:03:00"


def test_headings_can_be_jumped_to() -> None:
    headings = [p.text for p in read(DRAFT).paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings == [*(field["label"] for field in DRAFT["fields"]), "Was es kostet"]


def test_elements_stand_in_the_order_that_word_insists_on() -> None:
    order = {
        "pPr": ["pStyle", "keepNext", "pBdr", "shd", "tabs", "bidi", "spacing", "ind", "jc"],
        "rPr": ["rFonts", "b", "bCs", "color", "sz", "szCs", "bdr", "shd", "rtl", "lang"],
        "tcPr": ["tcW", "tcBorders"],
    }
    for name, names in order.items():
        for properties in read(DRAFT).element.iter(qn(f"w:{name}")):
            found = [names.index(etree.QName(child).localname) for child in properties]
            assert found == sorted(found), etree.tostring(properties)


def test_the_same_draft_gives_the_same_bytes() -> None:
    file = docx.draft(DRAFT)
    assert file == docx.draft(deepcopy(DRAFT))
    with zipfile.ZipFile(BytesIO(file)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_is_fetched_on_opening() -> None:
    with zipfile.ZipFile(BytesIO(docx.draft(saying(samples.HOSTILE["formula"])))) as archive:
        relations = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert b"External" not in relations


@pytest.mark.parametrize("words", [*samples.HOSTILE.values(), samples.OVERRIDE, samples.LONG, samples.EMOJI])
def test_hostile_text_stays_text(words: str) -> None:
    document = read(saying(words))
    assert text(document).count(words) == 7
    assert not list(document.element.iter(qn("w:instrText")))


def test_control_characters_are_replaced() -> None:
    assert "„Vor\ufffd und\ufffd nach\ufffd dem\ufffd Zeichen\ufffd!“" in text(read(saying(samples.CONTROLS)))

"""The same evening: files that an office can take, with the residents' words in them, and no word that is gone."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from pypdf import PdfReader

from openspace.actions import applications, outcomes, topics
from openspace.actions.applications import Cost, budget_mark
from openspace.actions.change import write
from openspace.exports import pdf
from openspace.exports.json import validate
from openspace.extensions import db
from openspace.vocabulary import Role
from tests.conftest import FAYS_HAND, Person, make_event, make_site, work
from tests.exports.test_pdf import dense, text
from tests.projects import ASK, KEY, LAWN, MINT, TITLE, Project, project_of

OF_ONE = ("docx", "pdf", "json")
OF_ALL = ("drafts.xlsx", "drafts.csv", "words.csv", "event.json")


@pytest.fixture
def garden(ben: Person, amina: Person) -> Project:
    return project_of(ben, amina)


def desk(project: Project) -> str:
    return f"/staff/{project.topic.event.public_id}"


def every(project: Project) -> list[str]:
    one = [f"{desk(project)}/drafts/{project.draft.id}.{ending}" for ending in OF_ONE]
    return [*one, *(f"{desk(project)}/{name}" for name in OF_ALL)]


def fetch(person: Person, project: Project, name: str) -> bytes:
    answer = person.get(f"{desk(project)}/{name}")
    assert answer.status_code == 200
    return answer.data


def one(person: Person, project: Project, ending: str) -> bytes:
    return fetch(person, project, f"drafts/{project.draft.id}.{ending}")


def paragraphs(file: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(file)).paragraphs)


def unzipped(file: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return "\n".join(parts.read(name).decode(errors="replace") for name in parts.namelist())


def rows(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig")), delimiter=";"))


def test_the_word_file_gives_back_every_phrase(sam: Person, garden: Project) -> None:
    found = paragraphs(one(sam, garden, "docx"))
    for words in (TITLE, LAWN, ASK, MINT):
        assert words in found


def test_the_pdf_holds_the_words_and_the_json(sam: Person, garden: Project) -> None:
    file = one(sam, garden, "pdf")
    found = dense(text(file))
    assert dense(LAWN) in found
    assert dense(ASK) in found
    arabic = {"".join(sorted(word)) for word in re.findall(r"\w+", text(file))}
    assert [word for word in re.findall(r"\w+", MINT) if "".join(sorted(word)) not in arabic] == []


def test_the_json_validates(sam: Person, garden: Project) -> None:
    document = json.loads(one(sam, garden, "json"))
    validate(document)
    assert document["title"] == TITLE
    event = json.loads(fetch(sam, garden, "event.json"))
    validate(event)
    assert [draft["id"] for draft in event["drafts"]] == [document["id"]]
    assert {outcome["text"] for group in event["groups"] for outcome in group["outcomes"]} == {LAWN, MINT, ASK, KEY}


def test_the_workbook_has_drafts_words_and_a_budget_that_adds_up(sam: Person, garden: Project) -> None:
    costs = [Cost("Holz", "material", 42050), Cost("Tee", "catering", 999)]
    applications.set_budget(sam.at, sam.by, garden.draft, costs, budget_mark(garden.draft))
    book = load_workbook(io.BytesIO(fetch(sam, garden, "drafts.xlsx")), data_only=True)
    assert book["drafts"]["A2"].value == garden.draft.stable_id
    said = [cell.value for row in book["words"].iter_rows() for cell in row]
    assert {LAWN, MINT, ASK} <= set(said)
    assert book["budget"].cell(book["budget"].max_row, 4).value == 430.49


def test_the_tables_are_for_spreadsheets(sam: Person, garden: Project) -> None:
    applications.write_field(sam.at, sam.by, garden.draft, "risks", "=1+1", 0, language="de")
    file = fetch(sam, garden, "drafts.csv")
    assert file.startswith("\ufeff".encode())
    [row] = rows(file)
    assert TITLE in row.values()
    assert "'=1+1" in row.values()
    said = [list(row.values()) for row in rows(fetch(sam, garden, "words.csv"))]
    assert [words for row in said for words in (LAWN, MINT, ASK) if words in row] == [LAWN, MINT, ASK]


def test_every_file_is_to_be_saved_under_a_stable_name(sam: Person, garden: Project) -> None:
    code = sam.at.code
    names = [re.search(r'"(.+)"', sam.get(path).headers["Content-Disposition"]) for path in every(garden)]
    assert [name and name[1] for name in names] == [
        *(f"{code}-P1.{ending}" for ending in OF_ONE),
        *(f"{code}-drafts.xlsx", f"{code}-drafts.csv", f"{code}-words.csv", f"{code}.json"),
    ]
    for path in every(garden):
        answer = sam.get(path)
        assert answer.headers["Content-Disposition"].startswith("attachment;")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_no_name_leaves_its_folder(sam: Person, garden: Project) -> None:
    with write():
        garden.topic.event.code = '../ä"\r\nX: y'
    for path in every(garden):
        said = sam.get(path).headers["Content-Disposition"]
        assert re.fullmatch(r'attachment; filename="[A-Za-z0-9_-][A-Za-z0-9._-]*"', said), said


def withdraw(garden: Project, ben: Person) -> None:
    for outcome in (garden.lawn, garden.ask, garden.key):
        outcomes.withdraw_outcome(ben.at, ben.by, outcome)


def hide(garden: Project, ben: Person) -> None:
    for outcome in (garden.lawn, garden.ask, garden.key):
        outcomes.hide_outcome(ben.at, FAYS_HAND, outcome)
    topics.hide_topic(ben.at, FAYS_HAND, garden.topic)


@pytest.mark.parametrize("take_away", [withdraw, hide])
def test_words_that_are_gone_are_in_no_file(
    sam: Person, ben: Person, garden: Project, take_away: Callable[[Project, Person], None]
) -> None:
    take_away(garden, ben)
    gone = [LAWN, ASK, KEY, "zwei Väter", *([TITLE] if take_away is hide else [])]
    for path in every(garden):
        file = sam.get(path).data
        readable = {"docx": unzipped, "xlsx": unzipped, "pdf": text}.get(path.rsplit(".", 1)[1], bytes.decode)(file)
        assert MINT in readable or path.endswith(".pdf"), path
        assert [words for words in gone if dense(words) in dense(readable)] == [], path
    [[inside]] = PdfReader(io.BytesIO(one(sam, garden, "pdf"))).attachments.values()
    assert [words for words in gone if words in inside.decode()] == []


def test_downloading_changes_nothing(sam: Person, garden: Project) -> None:
    before = (sam.at.revision, garden.draft.status)
    for path in every(garden):
        sam.get(path)
    db.session.expire_all()
    assert (sam.at.revision, garden.draft.status) == before


def test_an_event_without_drafts_has_files_too(sam: Person) -> None:
    for name in OF_ALL:
        assert sam.get(f"/staff/{sam.at.public_id}/{name}").status_code == 200


@pytest.mark.parametrize("role", [Role.PROGRAMME, Role.STAFF])
def test_programme_and_staff_of_another_site_find_nothing(app: Flask, garden: Project, role: Role) -> None:
    site = garden.topic.event if role is Role.PROGRAMME else make_event(make_site("BERG", "Bergviertel"))
    stranger = work(app, site, "stranger@example.org", role)
    assert [stranger.get(path).status_code for path in every(garden)] == [404] * 7


def test_residents_and_nobody_must_sign_in(ben: Person, cleo: Person, nobody: FlaskClient, garden: Project) -> None:
    for browser in (ben.browser, cleo.browser, nobody):
        assert [browser.get(path).status_code for path in every(garden)] == [303] * 7


def test_another_events_draft_is_not_here(sam: Person, garden: Project) -> None:
    later = make_event(sam.at.site)
    for ending in OF_ONE:
        assert sam.get(f"/staff/{later.public_id}/drafts/{garden.draft.id}.{ending}").status_code == 404
    for name in ("drafts.csv", "words.csv", "event.json"):
        assert TITLE not in sam.get(f"/staff/{later.public_id}/{name}").text


def test_a_pdf_that_takes_too_long_is_said_and_nothing_else(
    sam: Person, garden: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 0.001)
    answer = sam.get(f"{desk(garden)}/drafts/{garden.draft.id}.pdf")
    assert answer.status_code == 503
    assert LAWN not in answer.text

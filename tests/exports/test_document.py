"""From rows to the canonical dictionaries: nothing that is gone comes out, and no query per row."""

from datetime import UTC, datetime
from typing import Any

import pytest

from openspace.actions import applications, drafts, outcomes, topics
from openspace.actions.applications import Cost, budget_mark
from openspace.exports import tables
from openspace.exports.document import draft_document, draft_documents, event_document
from openspace.exports.json import dump, validate
from openspace.i18n import LANGUAGES, speaking
from openspace.models import Event
from openspace.models.draft import COSTS, FIELDS, RESIDENT_FIELDS
from openspace.views.draft_form import COST_SAY, KIND_SAY, LABELS, ORDER, STATUS_SAY, SUITS
from openspace.vocabulary import DraftStatus, OutcomeKind
from tests.conftest import FAYS_HAND, Person
from tests.counting import statements
from tests.projects import ASK, KEY, LAWN, MINT, TITLE, Project, project_of

GERMAN = LANGUAGES["de"]
EVENING = datetime(2026, 6, 12, 19, 3, tzinfo=UTC)


@pytest.fixture
def garden(ben: Person, amina: Person) -> Project:
    return project_of(ben, amina)


def fields(document: Any) -> dict[str, Any]:
    return {field["name"]: field for field in document["fields"]}


def test_every_word_of_the_vocabulary_has_a_label() -> None:
    assert set(LABELS) == set(ORDER) == set(FIELDS)
    assert len(ORDER) == len(FIELDS)
    assert set(COST_SAY) == set(COSTS)
    assert set(STATUS_SAY) == set(DraftStatus)
    assert set(KIND_SAY) == set(SUITS) == {*OutcomeKind, "topic"}
    assert set().union(*SUITS.values()) <= set(FIELDS)


def test_a_draft_validates_and_carries_the_words_behind_its_fields(garden: Project, ben: Person) -> None:
    drafts.commit(ben.at, ben.by, garden.draft, ben.participant, "Ich gieße.")
    document = draft_document(garden.draft, GERMAN, EVENING)
    validate(document)
    assert document["id"] == f"{ben.at.code}-P1"
    assert document["exported_at"] == "2026-06-12T21:03:00+02:00"
    assert document["title"] == TITLE
    assert [topic["number"] for topic in document["topics"]] == [garden.topic.number]
    assert document["people_in"] == 1
    need = fields(document)["need"]
    assert need["text"] == LAWN
    assert (need["sources"][0]["words"], need["sources"][0]["how"]) == (LAWN, "verbatim")
    assert need["sources"][0]["topic_id"] == garden.topic.stable_id
    assert fields(document)["idea"]["sources"][0]["language"] == "ar"


def test_what_residents_are_asked_is_always_there_and_what_staff_add_once_it_says_something(garden: Project) -> None:
    assert set(fields(draft_document(garden.draft, GERMAN, EVENING))) == set(RESIDENT_FIELDS)
    applications.write_field(garden.draft.event, FAYS_HAND, garden.draft, "risks", "Trockenheit", 0, language="de")
    document = draft_document(garden.draft, GERMAN, EVENING)
    assert set(fields(document)) == {*RESIDENT_FIELDS, "risks"}
    assert fields(document)["risks"]["question"] == ""


def test_labels_are_in_the_language_that_is_asked_for(garden: Project) -> None:
    for language in (GERMAN, LANGUAGES["en"]):
        document = draft_document(garden.draft, language, EVENING)
        with speaking(language):
            assert fields(document)["need"]["label"] == str(LABELS["need"])
            assert document["status_label"] == str(STATUS_SAY[DraftStatus.SEED])
    assert draft_document(garden.draft, LANGUAGES["en"], EVENING)["labels"]["languages"]["ar"] == "Arabic"
    assert draft_document(garden.draft, GERMAN, EVENING)["labels"]["languages"]["ar"] == "Arabisch"


def test_every_column_of_the_tables_has_a_label(garden: Project) -> None:
    columns = draft_document(garden.draft, GERMAN, EVENING)["labels"]["columns"]
    assert {*tables.DRAFTS, *tables.WORDS, *tables.BUDGET} <= set(columns)


def test_the_budget_comes_in_cents_with_its_kinds(garden: Project) -> None:
    draft = garden.draft
    costs = [Cost("Holz", "material", 42050), Cost("Tee", "catering", 999)]
    applications.set_budget(draft.event, FAYS_HAND, draft, costs, budget_mark(draft))
    document = draft_document(draft, GERMAN, EVENING)
    validate(document)
    assert [(line["label"], line["kind"], line["cents"]) for line in document["budget"]] == [
        ("Holz", "material", 42050),
        ("Tee", "catering", 999),
    ]


def test_withdrawn_words_keep_their_place_and_nothing_else(garden: Project, ben: Person) -> None:
    outcomes.withdraw_outcome(ben.at, ben.by, garden.lawn)
    document = draft_document(garden.draft, GERMAN, EVENING)
    validate(document)
    assert fields(document)["need"]["sources"][0]["how"] == "withdrawn"
    assert LAWN not in dump(document).decode()


def test_words_between_quotation_marks_leave_with_them(garden: Project, ben: Person) -> None:
    applications.take_words(ben.at, FAYS_HAND, garden.draft, "barriers", garden.key)
    assert garden.draft.field("barriers").text == f"„{KEY}“"
    outcomes.withdraw_outcome(ben.at, ben.by, garden.key)
    assert garden.draft.field("barriers").text == ""


@pytest.mark.parametrize("take_down", ["hide_topic", "withdraw_topic"])
def test_a_card_that_was_taken_down_gives_its_number_only(garden: Project, take_down: str) -> None:
    getattr(topics, take_down)(garden.topic.event, FAYS_HAND, garden.topic)
    for document in (
        draft_document(garden.draft, GERMAN, EVENING),
        event_document(garden.topic.event, GERMAN, EVENING),
    ):
        validate(document)
        text = dump(document).decode()
        assert TITLE not in text
        assert garden.topic.stable_id in text


def test_an_event_lists_what_is_gone_without_words(garden: Project, ben: Person, amina: Person) -> None:
    outcomes.hide_outcome(ben.at, FAYS_HAND, garden.mint)
    outcomes.withdraw_outcome(ben.at, ben.by, garden.ask)
    document = event_document(ben.at, GERMAN, EVENING)
    validate(document)
    written = document["groups"][0]["outcomes"]
    assert [(outcome["text"], outcome["who"], outcome["withdrawn"]) for outcome in written] == [
        (LAWN, "", False),
        ("", "", True),
        ("", "", True),
        (KEY, "", False),
    ]
    text = dump(document).decode()
    assert MINT not in text
    assert ASK not in text
    assert "zwei Väter" not in text


def test_another_events_words_stay_there(garden: Project, cleo: Person) -> None:
    assert draft_documents(cleo.at, GERMAN, EVENING) == []
    assert TITLE not in dump(event_document(cleo.at, GERMAN, EVENING)).decode()


def test_the_same_rows_give_the_same_bytes(garden: Project) -> None:
    event = garden.topic.event
    assert dump(event_document(event, GERMAN, EVENING)) == dump(event_document(event, GERMAN, EVENING))


def test_five_drafts_take_no_more_statements_than_one(
    garden: Project, event: Event, ben: Person, amina: Person
) -> None:
    with statements() as one:
        draft_documents(event, GERMAN, EVENING)
    with statements() as one_event:
        event_document(event, GERMAN, EVENING)
    for number in range(4):
        project_of(ben, amina, title=f"Noch ein Garten, {number}")
    with statements() as five:
        assert len(draft_documents(event, GERMAN, EVENING)) == 5
    with statements() as five_event:
        event_document(event, GERMAN, EVENING)
    assert len(five) == len(one)
    assert len(five_event) == len(one_event)

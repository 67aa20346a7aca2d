"""Staff's desk: Sam turns a draft into an application beside the residents' words."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from openspace.actions import applications, outcomes, topics
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import Draft, Event
from openspace.vocabulary import DraftStatus, Fidelity, OutcomeKind, Role
from tests.conftest import FAYS_HAND, Person, make_event, make_site, work
from tests.counting import statements
from tests.projects import ASK, KEY, LAWN, MINT, TITLE, Project, project_of
from tests.written import group_of, topic_of, wrote


@pytest.fixture
def garden(ben: Person, amina: Person) -> Project:
    return project_of(ben, amina)


def at(project: Project, more: str = "") -> str:
    return f"/staff/{project.topic.event.public_id}/drafts/{project.draft.id}{more}"


def the_draft() -> Draft:
    db.session.expire_all()
    return db.session.scalars(select(Draft)).one()


def rev(name: str) -> int:
    return the_draft().field(name).rev


def sources(name: str) -> list[tuple[str, Fidelity]]:
    return [(source.words, source.how) for source in the_draft().sources_of(name)]


def quotations(page: str) -> dict[str, str]:
    """The words beside the form that are shown, by their id."""
    found = re.findall(r'<blockquote class="quote[^>]*?id="words-([\w-]+)"([^>]*)>(.*?)</blockquote>', page, re.DOTALL)
    return {key: text for key, attributes, text in found if " hidden" not in attributes}


def test_sam_sees_all_drafts_of_the_event(sam: Person, garden: Project) -> None:
    page = sam.get(f"/staff/{sam.at.public_id}/drafts").text
    assert TITLE in page
    assert at(garden) in page
    assert f'plate-s">{garden.topic.number}<' in page
    for ending in ("docx", "pdf", "json"):
        assert at(garden, f".{ending}") in page


def test_an_event_without_drafts_says_so(sam: Person) -> None:
    page = sam.get(f"/staff/{sam.at.public_id}/drafts")
    assert page.status_code == 200
    assert 'class="empty' in page.text


def test_the_form_stands_beside_the_words_of_one_field(sam: Person, garden: Project) -> None:
    page = sam.get(at(garden, "?field=need")).text
    shown = quotations(page)
    assert LAWN in shown[f"outcome-{garden.lawn.id}"]
    assert KEY in shown[f"outcome-{garden.key.id}"]
    assert f"outcome-{garden.mint.id}" not in shown
    every = quotations(sam.get(at(garden, "?field=need&words=all")).text)
    assert len(every) == 5
    assert 'dir="rtl"' in every[f"outcome-{garden.mint.id}"]


def test_words_that_are_gone_are_not_shown_to_staff(sam: Person, ben: Person, garden: Project) -> None:
    outcomes.withdraw_outcome(ben.at, ben.by, garden.lawn)
    outcomes.hide_outcome(ben.at, FAYS_HAND, garden.key)
    topics.hide_topic(ben.at, FAYS_HAND, garden.topic)
    page = sam.get(at(garden, "?words=all")).text
    shown = quotations(page)
    assert LAWN not in page
    assert KEY not in page
    assert TITLE not in shown[f"topic-{garden.topic.id}"]


def test_sam_writes_a_field(sam: Person, garden: Project) -> None:
    answer = sam.post(at(garden, "/fields/overall_goal"), text="Nachbarschaft stärken", rev=0)
    assert answer.status_code == 303
    assert answer.location.endswith("?field=overall_goal#field-overall_goal")
    assert the_draft().field("overall_goal").text == "Nachbarschaft stärken"
    assert the_draft().status is DraftStatus.IN_WORK


def test_a_script_gets_the_next_revision(sam: Person, garden: Project) -> None:
    answer = sam.send(at(garden, "/fields/summary"), text="Kurz", rev=0)
    assert (answer.status_code, answer.json["rev"]) == (200, 1)
    assert sam.send(at(garden, "/fields/summary"), text="Kürzer", rev=1).json["rev"] == 2


def test_a_stale_field_shows_both_texts_and_keeps_what_was_typed(sam: Person, garden: Project) -> None:
    before = rev("need")
    sam.post(at(garden, "/fields/need"), text="Zuerst da", rev=before)
    page = sam.post(at(garden, "/fields/need"), text="Zu spät", rev=before)
    assert page.status_code == 409
    assert "Zuerst da" in page.text
    assert "Zu spät" in page.text
    said = sam.send(at(garden, "/fields/need"), text="Zu spät", rev=before)
    assert (said.status_code, said.json["current"], said.json["rev"]) == (409, "Zuerst da", before + 1)
    assert sam.post(at(garden, "/fields/need"), text="Zu spät", rev=before + 1).status_code == 303


def test_too_long_a_text_comes_back_whole(sam: Person, garden: Project) -> None:
    text = "Wort " * 401
    page = sam.post(at(garden, "/fields/risks"), text=text, rev=0)
    assert page.status_code == 422
    assert text.strip() in page.text
    assert the_draft().field("risks").text == ""
    assert "text" in sam.send(at(garden, "/fields/risks"), text=text, rev=0).json["fields"]


def test_a_title_is_never_empty_and_no_field_is_made_up(sam: Person, garden: Project) -> None:
    assert sam.post(at(garden, "/fields/title"), text="  ", rev=rev("title")).status_code == 422
    assert the_draft().title == TITLE
    assert sam.post(at(garden, "/fields/colour"), text="blau", rev=0).status_code == 404


def test_an_arabic_quotation_does_not_make_a_german_text_arabic(sam: Person, garden: Project) -> None:
    text = f"Viele gärtnern gern und haben keinen Platz dafür: «{MINT}» Das sagen auch andere im Viertel immer wieder."
    sam.post(at(garden, "/fields/benefit"), text=text, rev=0)
    assert the_draft().field("benefit").language == "de"


def test_without_a_script_words_go_below_the_text_and_are_tied(sam: Person, garden: Project) -> None:
    form = {"field": "need", "outcome": garden.key.id}
    assert sam.post(at(garden, "/words"), **form).status_code == 303
    assert the_draft().field("need").text == f"{LAWN}\n„{KEY}“"
    assert sources("need") == [(LAWN, Fidelity.VERBATIM), (KEY, Fidelity.VERBATIM)]
    sam.post(at(garden, "/words"), **form)
    assert the_draft().field("need").text == f"{LAWN}\n„{KEY}“"
    assert len(sources("need")) == 2


def test_with_a_script_words_stand_where_the_cursor_was(sam: Person, garden: Project) -> None:
    text = f"Es gibt Hürden: „{KEY}“ Wir klären das."
    answer = sam.send(at(garden, "/fields/barriers"), text=text, rev=0, behind=[garden.key.id])
    assert answer.status_code == 200
    assert sources("barriers") == [(KEY, Fidelity.VERBATIM)]
    sam.send(at(garden, "/fields/barriers"), text="Es gibt Hürden.", rev=1)
    assert sources("barriers") == [(KEY, Fidelity.REWORDED)]


def test_a_stale_field_ties_nothing(sam: Person, garden: Project) -> None:
    sam.send(at(garden, "/fields/barriers"), text="Anders", rev=0)
    assert sam.send(at(garden, "/fields/barriers"), text=KEY, rev=0, behind=[garden.key.id]).status_code == 409
    assert sources("barriers") == []


def test_what_stands_there_word_for_word_keeps_its_source(sam: Person, garden: Project) -> None:
    form = {"field": "need", "outcome": garden.lawn.id}
    assert sam.send(at(garden, "/words/untie"), **form).json["code"] == "word_for_word"
    sam.post(at(garden, "/fields/need"), text="Ganz anders", rev=rev("need"))
    assert sam.post(at(garden, "/words/untie"), **form).status_code == 303
    assert sources("need") == []


def test_words_that_are_gone_or_used_elsewhere_cannot_be_taken(sam: Person, ben: Person, garden: Project) -> None:
    other = project_of(ben, ben, title="Noch ein Garten")
    taken = sam.send(at(garden, "/words"), field="need", outcome=other.lawn.id)
    assert (taken.status_code, taken.json["code"]) == (409, "already_used")
    outcomes.withdraw_outcome(ben.at, ben.by, garden.key)
    gone = sam.send(at(garden, "/words"), field="need", outcome=garden.key.id)
    assert (gone.status_code, gone.json["code"]) == (409, "words_not_there")
    assert sam.post(at(garden, "/words"), field="need", outcome="x").status_code == 404
    assert sam.post(at(garden, "/words"), field="title", outcome=garden.key.id).status_code == 422


def costs(*lines: tuple[str, str, str]) -> dict[str, str]:
    return {
        f"lines-{number}-{name}": value
        for number, line in enumerate(lines)
        for name, value in zip(("label", "kind", "cents"), line, strict=True)
    }


def seen(sam: Person, garden: Project) -> str:
    found = re.search(r'name="seen"[^>]*value="(\w+)"', sam.get(at(garden)).text)
    assert found
    return found[1]


def test_the_budget_is_replaced_as_a_whole(sam: Person, garden: Project) -> None:
    typed = costs(("Holz", "material", "1.420,50"), ("Tee", "catering", "9.99"), ("", "other", ""))
    assert sam.post(at(garden, "/budget"), **typed, seen=seen(sam, garden)).status_code == 303
    assert [(line.label, line.kind, line.cents) for line in the_draft().budget] == [
        ("Holz", "material", 142050),
        ("Tee", "catering", 999),
    ]
    assert "1.420,50" in sam.get(at(garden)).text
    sam.post(at(garden, "/budget"), **costs(("Tee", "catering", "12")), seen=seen(sam, garden))
    assert [line.cents for line in the_draft().budget] == [1200]


@pytest.mark.parametrize("amount", ["zwölf", "-5", "1,234", "99999999999"])
def test_what_is_no_amount_comes_back(sam: Person, garden: Project, amount: str) -> None:
    page = sam.post(at(garden, "/budget"), **costs(("Holz", "material", amount)), seen=seen(sam, garden))
    assert page.status_code == 422
    assert f'value="{amount}"' in page.text
    assert the_draft().budget == []


def test_a_budget_that_somebody_changed_meanwhile_is_not_overwritten(sam: Person, garden: Project) -> None:
    old = seen(sam, garden)
    sam.post(at(garden, "/budget"), **costs(("Holz", "material", "100")), seen=old)
    page = sam.post(at(garden, "/budget"), **costs(("Erde", "material", "50")), seen=old)
    assert page.status_code == 409
    assert "Holz" in page.text
    assert "Erde" in page.text
    new = re.search(r'name="seen"[^>]*value="(\w+)"', page.text)
    assert new
    assert sam.post(at(garden, "/budget"), **costs(("Erde", "material", "50")), seen=new[1]).status_code == 303
    assert [line.label for line in the_draft().budget] == ["Erde"]


def test_a_draft_goes_its_way_and_back(sam: Person, garden: Project) -> None:
    for status in ("ready", "exported", "submitted", "rejected", "in_work"):
        assert sam.post(at(garden, "/status"), status=status).status_code == 303
        assert the_draft().status == status
    assert sam.post(at(garden, "/status"), status="approved").status_code == 409
    assert sam.post(at(garden, "/status"), status="lost").status_code == 422
    assert the_draft().status is DraftStatus.IN_WORK


def test_nobody_says_for_residents_that_they_checked_it() -> None:
    assert DraftStatus.CHECKED_BY_RESIDENTS not in {to for ways in applications.WAYS.values() for to in ways}
    assert set(applications.WAYS) == set(DraftStatus)


def test_a_shelved_draft_tells_residents_why(sam: Person, ben: Person, garden: Project) -> None:
    assert sam.post(at(garden, "/shelve"), because=" ").status_code == 422
    assert sam.post(at(garden, "/shelve"), because="Im Januar fragen wir wieder.").status_code == 303
    assert "Im Januar fragen wir wieder." in ben.get(f"projects/{garden.draft.id}").text
    sam.post(at(garden, "/status"), status="in_work")
    assert the_draft().shelved_because == ""


def test_what_the_office_has_stays_as_it_is(sam: Person, garden: Project) -> None:
    sam.post(at(garden, "/status"), status="ready")
    assert sam.post(at(garden, "/fields/need"), text="Noch besser", rev=rev("need")).status_code == 303
    sam.post(at(garden, "/status"), status="exported")
    assert sam.post(at(garden, "/fields/need"), text="Zu spät", rev=rev("need")).status_code == 409
    assert sam.post(at(garden, "/words"), field="need", outcome=garden.key.id).status_code == 409
    assert sam.post(at(garden, "/budget"), **costs(("Holz", "material", "1"))).status_code == 409
    assert the_draft().field("need").text == "Noch besser"
    assert "readonly" in sam.get(at(garden)).text


def test_the_same_form_twice_is_one_change(sam: Person, garden: Project) -> None:
    form = {"text": "Einmal", "rev": 0, "key": "k1"}
    first, again = (sam.post(at(garden, "/fields/risks"), **form) for _ in range(2))
    assert (first.status_code, again.status_code) == (303, 303)
    assert again.location.endswith(at(garden))
    assert rev("risks") == 1


def test_five_times_as_many_words_take_no_more_statements(sam: Person, ben: Person, garden: Project) -> None:
    with statements() as few:
        sam.get(at(garden))
    for number in range(20):
        wrote(garden.group, ben, garden.key.kind, f"Noch etwas, {number}")
    with statements() as many:
        assert "Noch etwas, 19" in sam.get(at(garden)).text
    assert len(many) == len(few)


def addresses(garden: Project) -> list[tuple[str, str]]:
    writing = ("/fields/need", "/words", "/words/untie", "/budget", "/status", "/shelve")
    home = f"/staff/{garden.topic.event.public_id}/drafts"
    return [("GET", home), ("GET", at(garden)), *(("POST", at(garden, path)) for path in writing)]


@pytest.mark.parametrize("role", [Role.PROGRAMME, Role.STAFF])
def test_programme_and_staff_of_another_site_find_nothing(app: Flask, garden: Project, role: Role) -> None:
    site = garden.topic.event if role is Role.PROGRAMME else make_event(make_site("BERG", "Bergviertel"))
    stranger = work(app, site, "stranger@example.org", role)
    for method, address in addresses(garden):
        answer = stranger.browser.open(address, method=method, data={"text": "Hier", "status": "ready", "rev": 1})
        assert answer.status_code == 404, address
        assert TITLE not in answer.text
    assert the_draft().status is DraftStatus.SEED


def test_residents_and_nobody_must_sign_in(ben: Person, cleo: Person, nobody: FlaskClient, garden: Project) -> None:
    for browser in (ben.browser, cleo.browser, nobody):
        for method, address in addresses(garden):
            answer = browser.open(address, method=method, data={"text": "Hier", "rev": 1})
            assert answer.status_code == (303 if method == "GET" else 403), address
            assert TITLE not in answer.text


def test_another_events_draft_is_not_here(app: Flask, sam: Person, ben: Person, garden: Project) -> None:
    later = make_event(sam.at.site)
    assert sam.get(f"/staff/{later.public_id}/drafts/{garden.draft.id}").status_code == 404
    assert sam.post(f"/staff/{later.public_id}/drafts/{garden.draft.id}/status", status="ready").status_code == 404


def test_another_events_words_cannot_be_taken(sam: Person, cleo: Person, garden: Project) -> None:
    foreign = wrote(group_of(topic_of(cleo, "Hafen")), cleo, OutcomeKind.NEED, "Boote")
    assert sam.post(at(garden, "/words"), field="need", outcome=foreign.id).status_code == 404
    answer = sam.send(at(garden, "/fields/need"), text="Hafen", rev=rev("need"), behind=[foreign.id])
    assert answer.status_code == 404


def test_facilitators_of_the_site_may_write_too(fay: Person, event: Event, garden: Project) -> None:
    assert fay.get(at(garden)).status_code == 200
    assert ASK in fay.get(at(garden)).text
    with pytest.raises(RuleBroken, match="no_way"):
        applications.set_status(event, fay.by, garden.draft, DraftStatus.REPORTED)

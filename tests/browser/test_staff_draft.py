"""Sam at the desk: the field at hand and its words are lit, words go where the cursor stands, nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from openspace.actions import accounts
from openspace.app import create_app
from openspace.vocabulary import Role
from tests.conftest import PASSWORD, arrive, make_event, make_site
from tests.projects import KEY, LAWN, project_of
from tests.serving import Server

pytestmark = pytest.mark.browser
LAPTOP = {"width": 1440, "height": 900}


@pytest.fixture
def address(server: Server) -> str:
    """A project in the server's database, and Sam's account; where its page is."""
    app = create_app(server.settings)
    with app.app_context():
        event = make_event(make_site())
        accounts.create_account(event.site, "sam@example.org", PASSWORD, Role.STAFF)
        project = project_of(arrive(app, event), arrive(app, event, "ar"))
        return f"{server.url}/staff/{event.public_id}/drafts/{project.draft.id}"


@pytest.fixture
def desk(phone: Callable[..., Page], address: str) -> Callable[..., Page]:
    """Sam signs in on one more laptop and opens the draft."""

    def sit_down(**options: object) -> Page:
        page = phone(**{"viewport": LAPTOP, **options})
        page.goto(address)
        page.locator("[name=email]").fill("sam@example.org")
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("[name=password]").press("Enter")
        page.wait_for_url(address)
        return page

    return sit_down


def test_the_field_at_hand_and_its_words_are_lit(desk: Callable[..., Page]) -> None:
    sam = desk()
    sam.locator("#text-idea").focus()
    expect(sam.locator("#field-idea")).to_have_class("field is-lit")
    expect(sam.locator("form.is-lit")).to_have_count(1)
    expect(sam.locator(".quote.is-lit:visible")).to_have_count(1)
    expect(sam.locator(".quote:visible", has_text=LAWN)).to_have_count(0)
    sam.locator("[data-tab=all]").click()
    expect(sam.locator(".quote:visible")).to_have_count(5)


def test_words_go_where_the_cursor_stands_and_are_saved(desk: Callable[..., Page]) -> None:
    sam = desk()
    need = sam.locator("#text-need")
    need.focus()
    end = len("Hinter der Schule ist nur Rasen.")
    need.evaluate("(field, at) => field.setSelectionRange(at, at)", end)
    sam.locator(".quote", has_text=KEY).locator("[data-take] button").click()
    expect(sam.locator(".quote", has_text=KEY).locator(".chip:visible")).to_have_count(1)
    written = f"Hinter der Schule ist nur Rasen. „{KEY}“ Niemand benutzt ihn."
    expect(need).to_have_value(written)
    sam.reload()
    expect(need).to_have_value(written)


def test_what_is_typed_saves_itself(desk: Callable[..., Page]) -> None:
    sam = desk()
    sam.locator("#text-summary").fill("Kurz gesagt: ein Garten.")
    expect(sam.locator("#count-summary")).to_contain_text("24")
    expect(sam.locator("#field-summary [name=rev]")).to_have_value("1", timeout=20_000)
    sam.locator("#text-summary").fill("Wort " * 401)
    expect(sam.locator("#count-summary")).to_have_class("counter end is-over")
    expect(sam.locator("#error-summary")).to_be_visible()
    sam.locator("#text-need").focus()
    assert len(sam.locator("#text-summary").input_value()) == 2005


def test_two_people_in_one_field_lose_nothing(desk: Callable[..., Page]) -> None:
    sam, other = desk(), desk()
    sam.locator("#text-need").fill("Zuerst da")
    sam.locator("#text-need").blur()
    expect(sam.locator("#field-need [name=rev]")).to_have_value("2")
    other.locator("#text-need").fill("Zu spät")
    other.locator("#text-need").blur()
    expect(other.locator("#field-need [data-stale-text]")).to_have_text("Zuerst da")
    expect(other.locator("#text-need")).to_have_value("Zu spät")
    other.locator("#field-need [data-stale] button").click()
    expect(other.locator("#field-need [name=rev]")).to_have_value("3")
    other.reload()
    expect(other.locator("#text-need")).to_have_value("Zu spät")


def test_without_a_script_it_works_too(desk: Callable[..., Page]) -> None:
    sam = desk(java_script_enabled=False)
    sam.locator("#from-need a").click()
    sam.locator(".quote", has_text=KEY).locator("button").click()
    expect(sam.locator("#text-need")).to_have_value(f"{LAWN}\n„{KEY}“")
    sam.locator("#text-risks").fill("Trockenheit")
    sam.locator("#field-risks button.no-js-only").click()
    expect(sam.locator("#text-risks")).to_have_value("Trockenheit")


def test_the_word_file_comes_down_with_the_words(desk: Callable[..., Page], tmp_path: Path) -> None:
    sam = desk()
    with sam.expect_download() as coming:
        sam.locator("a.btn-go[download]").click()
    assert coming.value.suggested_filename.endswith("-P1.docx")
    coming.value.save_as(tmp_path / "draft.docx")
    assert LAWN in [paragraph.text.strip("„“") for paragraph in docx.Document(str(tmp_path / "draft.docx")).paragraphs]

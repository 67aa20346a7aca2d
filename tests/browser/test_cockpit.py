"""The hand at the cockpit: tap a card, tap a cell; news come while it is full; and without a script."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from openspace.actions import accounts, topics
from openspace.app import create_app
from openspace.extensions import db
from openspace.vocabulary import Phase, Role
from tests.conftest import FAYS_HAND, PASSWORD, make_event, make_site
from tests.serving import Server

pytestmark = pytest.mark.browser

LAPTOP = {"width": 1440, "height": 900}


@dataclass
class Evening:
    """Where the cockpit is, and how to change something behind its back."""

    cockpit: str
    write: Callable[[str], None]


@pytest.fixture
def evening(server: Server) -> Evening:
    """A marketplace with two cards, and Fay's account."""
    app = create_app(server.settings)
    with app.app_context():
        event = make_event(make_site(), Phase.MARKETPLACE)
        accounts.create_account(event.site, "fay@example.org", PASSWORD, Role.FACILITATOR)
        for title in ("Ein Garten", "Kochen"):
            topics.post_for_somebody(event, FAYS_HAND, title=title, language="de")
        address, key = f"{server.url}/c/{event.public_id}", event.id
        model = type(event)
        db.session.remove()

    def write(title: str) -> None:
        with app.app_context():
            topics.post_for_somebody(db.session.get_one(model, key), FAYS_HAND, title=title, language="de")

    return Evening(address, write)


def sign_in(page: Page, evening: Evening) -> Page:
    """Fay signs in and stands at the cockpit."""
    page.goto(evening.cockpit)
    page.locator("[name=email]").fill("fay@example.org")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button").first.click()
    page.wait_for_url(evening.cockpit)
    return page


def test_tap_a_card_tap_a_cell(evening: Evening, phone: Callable[..., Page]) -> None:
    fay, hana = (sign_in(phone(viewport=LAPTOP), evening) for _ in range(2))
    for cockpit in (fay, hana):
        expect(cockpit.locator(".connected")).to_be_visible()
    fay.locator(".tray .cell", has_text="Garten").click()
    expect(fay.locator("#hand b")).to_contain_text("1")
    fay.locator("button.free").nth(1).click()
    for cockpit in (fay, hana):
        expect(cockpit.locator(".matrix .cell", has_text="Garten")).to_be_visible()
        expect(cockpit.locator(".tray .cell")).to_have_count(1)
    expect(fay.locator("#hand")).to_be_hidden()
    expect(fay.locator(".matrix .cell", has_text="Garten")).to_be_focused()
    hana.locator(".matrix .cell", has_text="Garten").click()
    hana.locator(".of-group").click()
    expect(fay.locator(".tray .cell")).to_have_count(2)
    fay.locator(".last button").click()
    for cockpit in (fay, hana):
        expect(cockpit.locator(".matrix .cell", has_text="Garten")).to_be_visible()


def test_news_leave_the_hand_full(evening: Evening, phone: Callable[..., Page]) -> None:
    fay, hana = (sign_in(phone(viewport=LAPTOP), evening) for _ in range(2))
    expect(fay.locator(".connected")).to_be_visible()
    garden = fay.locator(".tray .cell", has_text="Garten")
    garden.click()
    hana.locator(".tray .cell", has_text="Kochen").click()
    hana.locator("button.free").first.click()
    expect(fay.locator(".matrix .cell", has_text="Kochen")).to_be_visible()
    expect(garden).to_have_attribute("aria-pressed", "true")
    expect(fay.locator("#where")).to_have_class("is-placing")
    fay.locator(".plus button").nth(1).click()
    expect(garden).to_have_attribute("aria-pressed", "true")
    hana.locator(".tray .cell", has_text="Garten").click()
    hana.locator("button.free").first.click()
    expect(fay.locator("#hand")).to_be_hidden()


def test_the_keyboard_alone(evening: Evening, phone: Callable[..., Page]) -> None:
    fay = sign_in(phone(viewport=LAPTOP), evening)
    expect(fay.locator(".connected")).to_be_visible()
    garden = fay.locator(".tray .cell", has_text="Garten")
    garden.press("Enter")
    expect(garden).to_have_attribute("aria-pressed", "true")
    fay.keyboard.press("Escape")
    expect(garden).to_have_attribute("aria-pressed", "false")
    expect(garden).to_be_focused()
    garden.press("Enter")
    fay.locator("button.free").nth(2).press("Enter")
    expect(fay.locator(".matrix .cell", has_text="Garten")).to_be_focused()


def test_two_go_on_at_once_and_one_reads_where_it_is(evening: Evening, phone: Callable[..., Page]) -> None:
    fay, hana = (sign_in(phone(viewport=LAPTOP), evening) for _ in range(2))
    expect(hana.locator(".connected")).to_be_visible()
    before = fay.locator("h1").inner_text()
    stale = hana.locator(".btn-go").get_attribute("formaction")
    fay.locator(".btn-go").click()
    expect(hana.locator("h1")).not_to_have_text(before)
    after = hana.locator("h1").inner_text()
    hana.locator(".btn-go").evaluate("(button, address) => button.setAttribute('formaction', address)", stale)
    hana.locator(".btn-go").click()
    expect(hana.locator("#banner .is-bad")).to_be_visible()
    expect(hana.locator("h1")).to_have_text(after)
    hana.locator(".plus button").first.click()
    expect(hana.locator("#banner .is-bad")).to_have_count(0)


def test_without_a_script(evening: Evening, phone: Callable[..., Page]) -> None:
    fay = sign_in(phone(viewport=LAPTOP, java_script_enabled=False), evening)
    expect(fay.locator("button.free").first).to_be_hidden()
    fay.locator(".tray .cell", has_text="Garten").click()
    fay.locator("button.free").first.click()
    expect(fay.locator(".matrix .cell", has_text="Garten")).to_be_visible()
    fay.locator(".matrix .cell", has_text="Garten").click()
    fay.locator(".of-group").click()
    expect(fay.locator(".tray .cell")).to_have_count(2)
    fay.locator(".tray .cell", has_text="Kochen").click()
    fay.locator("#put-down").click()
    expect(fay.locator("#hand")).to_be_hidden()


def test_nothing_sticks_out_of_a_phone(evening: Evening, phone: Callable[..., Page]) -> None:
    evening.write("Fahrradreparaturwerkstatt im Nachbarschaftszentrum für Kinder")
    for width in (320, 390, 768, 1024):
        fay = sign_in(phone(viewport={"width": width, "height": 844}), evening)
        fay.locator(".tray .cell").first.click()
        assert fay.evaluate("document.documentElement.scrollWidth <= innerWidth"), width

"""The projector through the evening: keys, pages that turn, news, and a connection that is lost and comes back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect

from openspace.actions.change import By
from openspace.actions.participants import join
from openspace.actions.topics import post_topic
from openspace.app import create_app
from openspace.extensions import db
from openspace.models import Event
from openspace.vocabulary import Phase
from tests import hall
from tests.conftest import make_event, make_site
from tests.serving import PATIENCE, Server, start

pytestmark = pytest.mark.browser

HALL = {"width": 1280, "height": 720}
TURN = 20_000
SCROLLS = """[document.scrollingElement, document.querySelector("main")]
  .some((part) => part.scrollHeight > part.clientHeight + 4)"""
SOON = 30_000  # milliseconds that a test waits for what should come at once


@dataclass
class Hall:
    """A wall of two pages, and the projector's address."""

    event: Event
    address: str


@pytest.fixture
def evening(server: Server) -> Iterator[Hall]:
    app: Flask = create_app(server.settings)
    with app.app_context():
        event = make_event(make_site(), Phase.COLLECTING)
        for number in range(1, 12):
            hall.hang(event, "de", number)
        db.session.commit()
        yield Hall(event, f"{server.url}/s/{event.screen_token}")
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def screen(evening: Hall, phone: Callable[..., Page]) -> Page:
    page = phone(viewport=HALL)
    page.clock.install()
    page.goto(evening.address)
    expect(foot(page)).to_have_text("Seite 1 von 2")
    return page


def foot(screen: Page) -> Locator:
    return screen.locator(".s-page-of")


def post(evening: Hall, title: str) -> None:
    """Somebody new hangs up a card."""
    person, _ = join(evening.event, None, "de")
    post_topic(evening.event, By(f"participant-{person.id}"), person, title=title)


def test_keys_turn_pause_blank_and_resize(screen: Page) -> None:
    screen.keyboard.press("PageDown")
    expect(foot(screen)).to_have_text("Seite 2 von 2")
    screen.keyboard.press("ArrowLeft")
    expect(foot(screen)).to_have_text("Seite 1 von 2")
    screen.keyboard.press("b")
    expect(screen.locator(".stage h1")).to_be_hidden()
    expect(screen.locator(".s-blank")).to_be_visible()
    screen.keyboard.press("b")
    expect(screen.locator(".stage h1")).to_be_visible()
    for _ in range(4):
        screen.keyboard.press("+")
    expect(foot(screen)).not_to_have_text("Seite 1 von 2")
    assert screen.evaluate(SCROLLS) is False
    for _ in range(4):
        screen.keyboard.press("-")
    expect(foot(screen)).to_have_text("Seite 1 von 2")
    screen.clock.run_for(TURN + 100)
    expect(foot(screen)).to_have_text("Seite 2 von 2")
    screen.keyboard.press("Space")
    screen.clock.run_for(2 * TURN)
    expect(foot(screen)).to_have_text("Seite 2 von 2 · angehalten")


def test_a_second_screen_speaks_another_language_also_when_news_come(
    screen: Page, phone: Callable[..., Page], evening: Hall
) -> None:
    second = phone(viewport=HALL)
    second.goto(f"{evening.address}?lang=en")
    expect(second.locator(".stage h1")).to_have_text("11 topics")
    post(evening, "Ganz neu")
    expect(second.locator(".stage h1")).to_have_text("12 topics", timeout=SOON)
    expect(screen.locator(".stage h1")).to_have_text("12 Themen", timeout=SOON)


def test_news_keep_the_page_and_a_lost_connection_is_said_calmly(screen: Page, server: Server, evening: Hall) -> None:
    note, newest = screen.locator("#away"), screen.locator("article").first
    screen.keyboard.press("PageDown")
    post(evening, "Ganz neu")
    expect(screen.locator(".stage h1")).to_have_text("12 Themen", timeout=SOON)
    expect(foot(screen)).to_have_text("Seite 2 von 2")
    screen.keyboard.press("PageUp")
    expect(newest).to_contain_text("Ganz neu")
    expect(note).to_be_hidden()
    server.process.terminate()
    server.process.wait(PATIENCE)
    screen.clock.fast_forward(16_000)
    expect(note).to_have_text("Nicht verbunden. Wir versuchen es weiter.")
    expect(newest).to_be_visible()
    again = start(server.settings)
    try:
        expect(note).to_be_hidden(timeout=SOON)
        post(evening, "Noch neuer")
        expect(newest).to_contain_text("Noch neuer", timeout=SOON)
    finally:
        again.terminate()
        again.wait(PATIENCE)

"""What one phone does, the others and the screen show without a reload."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from openspace.app import create_app
from openspace.models import Event
from openspace.vocabulary import Phase
from tests.conftest import make_event, make_site
from tests.serving import Server

pytestmark = pytest.mark.browser


def prepared(server: Server, phase: Phase = Phase.COLLECTING) -> tuple[str, str]:
    """An evening in the server's database; the addresses of its door and its screen."""
    app = create_app(server.settings)
    with app.app_context():
        event: Event = make_event(make_site(), phase)
        return f"{server.url}/j/{event.join_token}", f"{server.url}/s/{event.screen_token}"


def test_a_card_appears_everywhere(server: Server, phone: Callable[..., Page]) -> None:
    door, screen_link = prepared(server)
    amina, ben, screen = phone(), phone(), phone(viewport={"width": 1280, "height": 720})
    for person in (amina, ben):
        person.goto(door)
        person.get_by_role("button", name="English").click()
        person.wait_for_url("**/now")
    ben.get_by_role("link", name="Wall").click()
    screen.goto(screen_link)
    amina.locator("#title").fill("Ein Garten für alle")
    amina.locator(".dock button").click()
    expect(ben.locator("article.topic h2")).to_have_text("Ein Garten für alle")
    expect(screen.locator("article.card h2")).to_have_text("Ein Garten für alle")


def test_what_is_typed_without_network_is_sent_later(server: Server, phone: Callable[..., Page]) -> None:
    door, _ = prepared(server)
    amina = phone()
    amina.goto(door)
    amina.get_by_role("button", name="English").click()
    amina.wait_for_url("**/now")
    amina.context.set_offline(True)
    amina.locator("#title").fill("Wartet auf Netz")
    amina.locator(".dock button").click()
    expect(amina.locator("#waiting article")).to_have_count(1)
    amina.context.set_offline(False)
    expect(amina.locator("#waiting article")).to_have_count(0, timeout=30_000)
    expect(amina.locator("article[data-view] h2")).to_have_text("Wartet auf Netz", timeout=30_000)

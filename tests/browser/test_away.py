"""A phone that was away, and a phone on a plain HTTP address of the hall's network."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from openspace.app import create_app
from openspace.models import Event
from openspace.vocabulary import Phase, Role
from tests.conftest import PASSWORD, make_event, make_site, work
from tests.serving import Server, serving

pytestmark = pytest.mark.browser

LAPTOP = {"width": 1440, "height": 900}


def prepared(server: Server, phase: Phase) -> dict[str, str]:
    """An evening in the server's database; where its door and its cockpit are."""
    app = create_app(server.settings)
    with app.app_context():
        event: Event = make_event(make_site(), phase)
        work(app, event, "fay@example.org", Role.FACILITATOR)
        return {
            "door": f"{server.url}/j/{event.join_token}",
            "cockpit": f"{server.url}/c/{event.public_id}",
            "wall": f"{server.url}/e/{event.public_id}/wall",
        }


def join(person: Page, door: str) -> None:
    person.goto(door)
    person.get_by_role("button", name="Deutsch").first.click()
    person.wait_for_url("**/now*")


def post(person: Page, wall: str, title: str) -> None:
    person.goto(wall.replace("/wall", "/topics/new"))
    person.locator("#title").fill(title)
    person.locator(".dock button.btn-go").click()
    expect(person.locator("article.topic h2", has_text=title)).to_be_visible()


def test_back_after_twenty_seconds_without_a_reload(server: Server, phone: Callable[..., Page]) -> None:
    """While Ben is away: a post, a placing, a hide, a withdrawal, a phase. He is shown all five."""
    at = prepared(server, Phase.COLLECTING)
    amina, ben, fay = phone(), phone(), phone(viewport=LAPTOP)
    join(amina, at["door"])
    join(ben, at["door"])
    for title in ("Wird verborgen", "Wird abgehängt", "Bekommt einen Platz"):
        post(amina, at["wall"], title)
    ben.goto(at["wall"])
    expect(ben.locator("article.topic")).to_have_count(3)
    ben.evaluate("window.neverReloaded = true")
    ben.context.set_offline(True)
    fay.goto(at["cockpit"])
    fay.fill("#email", "fay@example.org")
    fay.fill("#password", PASSWORD)
    fay.locator("main button.btn-go").click()
    fay.locator(".tray .cell", has_text="Bekommt einen Platz").click()
    fay.locator(".matrix .free").first.click()
    expect(fay.locator(".matrix .cell", has_text="Bekommt einen Platz")).to_be_visible()
    fay.locator(".steps > .btn-go").click()
    post(amina, at["wall"], "Neu dazu")
    amina.locator("article.topic", has_text="Wird abgehängt").locator("a.btn-icon").click()
    amina.get_by_role("button", name="Meinen Zettel abhängen").click()
    hide = fay.locator("button[formaction$='/topics/1/hide']")
    fay.locator("details", has=hide).locator("summary").first.click()
    hide.click()
    ben.wait_for_timeout(20_000)
    ben.context.set_offline(False)
    expect(ben.locator("article.topic h2", has_text="Neu dazu")).to_be_visible(timeout=30_000)
    expect(ben.locator("article.topic", has_text="Bekommt einen Platz")).to_contain_text("Baum")
    expect(ben.locator("article.topic", has_text="Wird abgehängt")).to_have_count(0)
    expect(ben.locator("article.topic", has_text="Wird verborgen")).to_have_count(0)
    expect(ben.locator("[data-phase=marketplace]")).to_be_visible()
    assert ben.evaluate("window.neverReloaded") is True


def test_join_post_and_wait_over_plain_http(browser: Browser, phone: Callable[..., Page], tmp_path: Path) -> None:
    """A mapped host name is no secure context: joining, posting and the outbox work all the same."""
    with serving(tmp_path, host="quartier.test") as server:
        at = prepared(server, Phase.COLLECTING)
        amina = phone()
        join(amina, at["door"])
        assert amina.evaluate("window.isSecureContext") is False
        post(amina, at["wall"], "Über das Netz im Saal")
        amina.goto(at["wall"].replace("/wall", "/topics/new"))
        amina.context.set_offline(True)
        amina.locator("#title").fill("Wartet auf Netz")
        amina.locator(".dock button.btn-go").click()
        expect(amina.locator("#waiting article")).to_have_count(1)
        amina.context.set_offline(False)
        expect(amina.locator("#waiting article")).to_have_count(0, timeout=30_000)
        amina.goto(at["wall"])
        expect(amina.locator("article.topic h2", has_text="Wartet auf Netz")).to_have_count(1)

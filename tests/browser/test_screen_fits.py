"""The projector in a real browser: with titles as long as they may be, nothing is cut and nothing scrolls."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from openspace.actions import events, steps
from openspace.app import create_app
from openspace.database import now
from openspace.extensions import db
from openspace.models import Event
from openspace.vocabulary import Phase
from tests import hall
from tests.conftest import FAYS_HAND, go, make_event, make_site
from tests.serving import Server, serving

pytestmark = pytest.mark.browser

SIZES = ({"width": 1920, "height": 1080}, {"width": 1280, "height": 720})
SPACES = (4, 8)
SCENES = [*(phase.value for phase in Phase), "break", "dots"]

# Looks at every page of a scene and names what is wrong. Words may not leave their card, cards not the middle.
LOOK = """() => {
  const wrong = [];
  const box = (part) => part.getBoundingClientRect();
  const say = (what, part) => wrong.push(`${what}: ${part.tagName} ${part.className} ${part.textContent.trim().slice(0, 40)}`);
  const inside = (inner, outer) => inner.left >= outer.left - 1.5 && inner.right <= outer.right + 1.5
    && inner.top >= outer.top - 1.5 && inner.bottom <= outer.bottom + 1.5;
  const seen = (part) => box(part).width > 0 && !part.closest(".vh, .sprite, .s-away, .s-blank");
  const foot = () => document.querySelector(".s-page-of")?.textContent.match(/\\d+/g) ?? ["1", "1"];
  const look = () => {
    const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const root = document.scrollingElement;
    if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) say("scrolls", root);
    const footer = document.querySelector(".stage > footer");
    if (!inside(box(footer), screen) || box(footer).height < 20) say("foot not whole", footer);
    const fit = Number(getComputedStyle(document.documentElement).getPropertyValue("--fit"));
    if (fit !== 1) say(`made smaller (${fit})`, footer);
    const cards = ".stage > header, .stage > footer, .card, .sign, li, td, th, .band";
    for (const card of [...document.querySelectorAll(cards)].filter(seen)) {
      if (!inside(box(card), screen)) say("off the screen", card);
      if (card.closest("main") && box(card).bottom > box(footer).top) say("into the foot", card);
      if (card.scrollWidth > card.clientWidth + 1) say("too wide", card);
      if (card.scrollHeight > card.clientHeight + innerHeight / 180 && card.closest("main")) say("too high", card);
      for (const words of [...card.querySelectorAll("h1, h2, p, .plate, .cell > span, .qr")].filter(seen))
        if (!inside(box(words), box(card)) && !words.matches(".qr")) say("words leave", card);
    }
  };
  const pages = Number(foot()[1]);
  for (let page = 0; page < pages; page += 1) {
    look();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown" }));
  }
  if (Number(foot()[0]) !== 1) wrong.push(`after ${pages} pages it is not the first again`);
  return [...new Set(wrong)];
}"""


@pytest.fixture(scope="module")
def hall_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("hall")) as running:
        yield running


@pytest.fixture(scope="module")
def app(hall_server: Server) -> Iterator[Flask]:
    """Our own hand on the server's database."""
    app = create_app(hall_server.settings)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def full_hall(language: str, spaces: int) -> Event:
    """Twelve titles of sixty characters, a group in every cell, five projects, a givens text, dots."""
    givens = "Der Saal schließt um 21 Uhr. Für jedes Projekt gibt es bis zu 500 Euro."
    event = make_event(make_site(f"{language}{spaces}".upper()), Phase.ARRIVAL, givens=givens)
    for _ in range(spaces - len(event.spaces)):
        events.add_space(event, FAYS_HAND)
    hall.with_weighting(event)
    hall.fill(event, language)
    return event


def show(event: Event, scene: str) -> None:
    """Bring the event to a scene."""
    if scene == "break":
        steps.go_to(event, FAYS_HAND, next(step for step in event.steps if step.is_break))
    elif scene == "dots":
        go(event, Phase.WEIGHTING)
        event.dots_closed_at = now()
        db.session.commit()
    elif scene == Phase.CLOSED:
        events.close_event(event, FAYS_HAND)
    else:
        go(event, Phase(scene))


def troubles(page: Page, address: str) -> list[str]:
    """What does not fit, at each size."""
    found = []
    page.set_viewport_size(SIZES[0])
    page.goto(address)
    page.wait_for_selector("html.js")
    for size in SIZES:
        page.set_viewport_size(size)
        found += [f"{size['height']}: {trouble}" for trouble in page.evaluate(LOOK)]
    return found


@pytest.mark.parametrize("language", hall.TITLES)
def test_every_scene_fits(app: Flask, hall_server: Server, browser: Browser, language: str) -> None:
    halls = {spaces: full_hall(language, spaces) for spaces in SPACES}
    page = browser.new_page()
    found = []
    for scene in sorted(SCENES, key=lambda scene: scene == "closed"):
        for spaces, event in halls.items():
            show(event, scene)
            address = f"{hall_server.url}/s/{event.screen_token}?lang={'ar' if language == 'ar' else 'de'}"
            found += [f"{scene}, {spaces} spaces, {trouble}" for trouble in troubles(page, address)]
    page.close()
    assert found == []

"""A simulated resident's phone: where it is, what it hears, and what its page does by itself."""

import time
from collections.abc import Callable
from random import random
from typing import Any, TypeVar
from urllib.parse import urlsplit

import gevent
from gevent.lock import BoundedSemaphore

from openspace.demo.browser import Browser, Form, Page, trying
from openspace.demo.ears import Ears, News
from openspace.demo.tally import Tally

AT_ONCE = 0.05  # several wishes for a fresh page make one (static/js/refresh.js)

W = TypeVar("W")


class Phone:
    """It keeps one socket all evening, where a real one connects anew with every page."""

    def __init__(self, base: str, tally: Tally, language: str) -> None:
        self.browser = Browser(base, tally, is_phone=True)
        self.language = language
        self.at = ""
        self._one_hand = BoundedSemaphore()
        self._page: Page | None = None
        self._waiting: Any = None
        self._due = 0.0

    @property
    def page(self) -> Page:
        """What is on the phone now."""
        assert self._page is not None, "the phone has joined first"
        return self._page

    def join(self, address: str) -> None:
        """Scan the code, tap on a language, listen."""
        door = self.browser.open(address)
        offered = door.choices("language")
        language = self.language if self.language in offered else offered[0]
        self._page = self.browser.submit(door.form(r"/j/"), language=language)
        self.at = urlsplit(self.page.url).path.removesuffix("/now")
        asked = {"event": self.at.removeprefix("/e/"), "audience": "participant"}
        self.ears = Ears(self.browser.base, self.browser.session, asked, self._catch_up)
        self.ears.on_news, self.ears.on_me = self._hear, self._hear_of_me
        self.ears.listen(self.page.revision)

    def _catch_up(self, revision: int) -> Any:
        return self.browser.fetch(f"{self.at}/changes?since={revision}")

    def _mark(self) -> None:
        self.browser.fetch(f"{self.at}/me/marks")

    def take_turn(self, act: "Callable[[Phone, W], None]", words: W) -> None:
        """Do something on this phone, when what is done before is done."""
        with self._one_hand:
            act(self, words)

    def go(self, path: str) -> Page:
        """Open a page of the event (``wall``), or any address that begins with / or http."""
        self._leave()
        self._page = self.browser.open(path if path[:1] == "/" or path.startswith("http") else f"{self.at}/{path}")
        return self.page

    def send(self, form: Form, **typed: str) -> bool:
        """Send a form; afterwards be where the server leads. Returns whether the rules allowed it."""
        said = self.browser.send(form, **typed)
        if said is not None:
            self.go(said["url"])
        return said is not None

    def _hear(self, names: set[str], news: News) -> None:
        touched = self.page.refresh & {*names, *(name.split("-")[0] for name in names)}
        if touched and news["revision"] > self.page.revision:
            self._refresh(random() * news.get("spread", 0) / 1000)  # noqa: S311 - who fetches first is no secret

    def _hear_of_me(self, revision: int) -> None:
        if revision > self.page.revision and self.page.refresh:
            self._refresh()
        elif revision > self.page.revision:
            gevent.spawn(trying, self.browser.tally, self._mark)

    def _refresh(self, later: float = 0.0) -> None:
        due = time.monotonic() + AT_ONCE + later
        if self._waiting is None or due < self._due:
            self._leave()
            self._waiting = gevent.spawn_later(AT_ONCE + later, trying, self.browser.tally, self._load)
            self._due = due

    def _leave(self) -> None:
        """A page that is left fetches nothing more."""
        if self._waiting is not None:
            self._waiting.kill()
            self._waiting = None

    def _load(self) -> None:
        address, self._waiting = self.page.url, None
        fresh = self.browser.open(address)
        if self.page.url == address:
            self._page = fresh

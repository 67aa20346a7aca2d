"""The listening half of a page: one socket, the news on it, a catch-up after every absence (static/js/live.js)."""

import time
from collections.abc import Callable
from typing import Any

import gevent
from requests import Session

from openspace.demo.wire import wire

News = dict[str, Any]


class Ears:
    """Knows how far its page is. ``heard`` are revisions with the moment at which they came."""

    def __init__(self, base: str, session: Session, asked: dict[str, str], catch_up: Callable[[int], News]) -> None:
        self.revision = 0
        self.since = float("inf")
        self.heard: list[tuple[int, float]] = []
        self.on_news: Callable[[set[str], News], None] = lambda _names, _news: None
        self.on_me: Callable[[int], None] = lambda _revision: None
        self._floor = 0
        self._shown: dict[str, int] = {}
        self._base, self._asked, self._fetch = base, asked, catch_up
        self._catching = False
        self.socket = wire(session)
        for name in ("connect", "changes", "head", "me"):
            self.socket.on(name, getattr(self, f"_{name}"))

    def listen(self, revision: int) -> None:
        """Connect for a page that shows ``revision``. Raises ``socketio.exceptions.ConnectionError``."""
        self.revision = self._floor = max(self.revision, revision)
        self.socket.connect(self._base, auth=self._asked, transports=["websocket"], wait_timeout=30)
        self.since = time.monotonic()

    def close(self) -> None:
        """Hear nothing more."""
        self.socket.disconnect()

    def shows(self, views: frozenset[str], revision: int) -> bool:
        """Whether every one of these views came with this revision or a later one."""
        return all(max(self._floor, self._shown.get(view, 0)) >= revision for view in views)

    def show(self, news: News) -> None:
        """Take in what the server said."""
        if news.get("reload"):
            self._floor = news["revision"]
        names = {fragment["view"] for fragment in news["fragments"]}
        for name in names:  # an older piece of news may come later, by a catch-up
            self._shown[name] = max(self._shown.get(name, 0), news["revision"])
        if news["revision"] > self.revision:
            self.revision = news["revision"]
            self.heard.append((self.revision, time.monotonic()))
        self.on_news(names, news)
        if news.get("me"):
            self.on_me(news["revision"])

    def catch_up(self) -> None:
        """Ask for everything since the revision that is shown."""
        if self._catching:
            return
        self._catching = True
        try:
            self.show(self._fetch(self.revision))
        finally:
            self._catching = False

    def _connect(self) -> None:
        gevent.spawn(self.catch_up)

    def _changes(self, news: News) -> None:
        if news["since"] > self.revision:
            gevent.spawn(self.catch_up)
        else:
            self.show(news)

    def _head(self, head: News) -> None:
        if head["revision"] > self.revision:
            gevent.spawn(self.catch_up)

    def _me(self, said: News) -> None:
        self.on_me(said["revision"])

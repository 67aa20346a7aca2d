"""A browser without a window: it opens pages, finds forms on them and sends them as the page's own script does."""

import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import requests
import socketio
from lxml import html

from openspace.demo.tally import Post, Tally

PATIENCE = 60  # seconds; a phone would have asked again by then
REFUSED = 409


class Failed(Exception):
    """A request did not answer as it should, or a page lacks what somebody looks for on it."""


@dataclass(frozen=True)
class Form:
    """A form, or a one-tap button, as it stands on a page."""

    action: str
    fields: list[tuple[str, str]]


def trying(tally: Tally, work: Callable[..., object], *what: object) -> None:
    """Do something of which a failure is written down, not raised: the evening goes on."""
    try:
        work(*what)
    except (Failed, socketio.exceptions.ConnectionError) as trouble:
        tally.failures.append(f"{type(trouble).__name__}: {trouble}")


def _parse(text: str) -> Any:
    return html.fromstring(text)


class Page:
    """A page as it came. ``revision`` is how far it is, ``refresh`` what makes it fetch itself again."""

    def __init__(self, url: str, text: str) -> None:
        self.url = url
        self._tree = _parse(text)
        self.revision = int(self._tree.body.get("data-revision", "0"))
        self.refresh = set(" ".join(self._tree.xpath("//main/@data-refresh")).split())

    @property
    def text(self) -> str:
        """Everything that somebody reads."""
        return str(self._tree.body.text_content())

    def choices(self, name: str) -> list[str]:
        """The values of the buttons of that name."""
        return [str(value) for value in self._tree.xpath("//button[@name=$name]/@value", name=name)]

    def links(self, pattern: str) -> list[str]:
        """The addresses of links that match, each once, in the order of the page."""
        found = (str(href) for href in self._tree.xpath("//a/@href"))
        return list(dict.fromkeys(urljoin(self.url, href) for href in found if re.search(pattern, href)))

    def forms(self, pattern: str) -> list[Form]:
        """Forms and one-tap buttons whose address matches."""
        forms = [(form, form.get("action") or self.url) for form in self._tree.forms]
        taps = [(self._owner(tap), tap.get("formaction")) for tap in self._tree.xpath("//button[@formaction]")]
        wanted = [(form, action) for form, action in forms + taps if re.search(pattern, action)]
        return [Form(urljoin(self.url, action), form.form_values()) for form, action in wanted]

    def form(self, pattern: str) -> Form:
        """The first of them. Raises ``Failed``."""
        found = self.forms(pattern)
        if not found:
            raise Failed(f"no form {pattern} on {self.url}")
        return found[0]

    def _owner(self, button: Any) -> Any:
        return self._tree.get_element_by_id(button.get("form"))


class Browser:
    """One person's browser with its cookie. Everything it asks for is counted.

    What a phone is answered holds the same views that all phones get; a cockpit has views of its own.
    """

    def __init__(self, base: str, tally: Tally, *, is_phone: bool = False) -> None:
        self.base, self.tally, self.is_phone = base, tally, is_phone
        self.session = requests.Session()

    def open(self, address: str) -> Page:
        """Go to a page. Raises ``Failed``."""
        answer = self._ask("GET", address)
        return Page(answer.url, answer.text)

    def fetch(self, address: str) -> Any:
        """What a script fetches. Raises ``Failed``."""
        return self._ask("GET", address, headers={"Accept": "application/json"}).json()

    def submit(self, form: Form, **typed: str) -> Page:
        """Send a plain form and come out on the next page. Raises ``Failed``."""
        answer = self._ask("POST", form.action, data=self._filled(form, typed))
        return Page(answer.url, answer.text)

    def send(self, form: Form, **typed: str) -> dict[str, Any] | None:
        """Send a form as the script does; None when a rule of the product said no. Raises ``Failed``."""
        data, sent = self._filled(form, {**typed, "key": secrets.token_hex(12)}), time.monotonic()
        answer = self._ask("POST", form.action, data=data, headers={"Accept": "application/json"})
        said: dict[str, Any] = answer.json()
        if answer.status_code == REFUSED:
            self.tally.refused[said["code"]] += 1
            return None
        views = [fragment["view"] for fragment in said["fragments"] if self.is_phone]
        self.tally.posts.append(Post(sent, said["revision"], frozenset(views)))
        return said

    def _filled(self, form: Form, typed: dict[str, str]) -> list[tuple[str, str]]:
        # Without "since" the answer holds just what this very form has changed.
        left = [(name, value) for name, value in form.fields if name not in {*typed, "since"}]
        return [*left, *typed.items()]

    def _ask(self, method: str, address: str, **more: Any) -> requests.Response:
        self.tally.requests += 1
        url = urljoin(self.base, address)
        try:
            answer = self.session.request(method, url, timeout=PATIENCE, **more)
        except requests.RequestException as trouble:
            raise Failed(f"{method} {url}: {type(trouble).__name__}") from trouble
        if not (answer.ok or answer.status_code == REFUSED):
            raise Failed(f"{method} {url}: {answer.status_code}")
        return answer

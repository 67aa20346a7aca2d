"""The simulated facilitator: signs in, steps through the plan, ends the event; and the projector beside them."""

from typing import Any

from openspace.demo.browser import Browser, Failed
from openspace.demo.ears import Ears
from openspace.demo.tally import Tally

FAR_AHEAD = 2**31  # a revision that never was: the server answers with the present one and no news


class Cockpit:
    """A cockpit that listens, and whose buttons are pressed."""

    def __init__(self, base: str, tally: Tally, event: str) -> None:
        self.browser = Browser(base, tally)
        self.at = f"/c/{event}"
        asked = {"event": event, "audience": "cockpit"}
        self.ears = Ears(base, self.browser.session, asked, self._catch_up)

    def sign_in(self, email: str, password: str) -> None:
        """In, by the page for it; then listen. Raises ``Failed``."""
        page = self.browser.open("/signin")
        if self.browser.submit(page.form(r"/signin$"), email=email, password=password).url == page.url:
            raise Failed("This server does not know the demo's facilitator: it uses another database.")
        self.ears.listen(self.browser.open(self.at).revision)

    def _catch_up(self, revision: int) -> Any:
        return self.browser.fetch(f"{self.at}/changes?since={revision}")

    def head(self) -> int:
        """The server's revision of the event."""
        return int(self._catch_up(FAR_AHEAD)["revision"])

    def go_to(self, step: int) -> None:
        """Make a step of the plan the present one. Raises ``Failed``."""
        self._press(rf"/steps/{step}(\?|$)")

    def close(self) -> None:
        """End the event. Raises ``Failed``."""
        self._press(r"/close$")

    def _press(self, button: str) -> None:
        if self.browser.send(self.browser.open(self.at).form(button)) is None:
            raise Failed(f"the cockpit could not press {button}")


def projector(base: str, tally: Tally, token: str) -> Ears:
    """A screen, listening. Raises ``Failed``."""
    browser = Browser(base, tally)
    page = browser.open(f"/s/{token}")
    ears = Ears(
        base, browser.session, {"screen": token}, lambda since: browser.fetch(f"/s/{token}/changes?since={since}")
    )
    ears.listen(page.revision)
    return ears

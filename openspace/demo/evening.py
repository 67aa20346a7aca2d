"""A whole evening in minutes, played against a running server."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import gevent

from openspace.demo.acts import Words
from openspace.demo.browser import trying
from openspace.demo.cockpit import Cockpit, projector
from openspace.demo.content import content
from openspace.demo.ears import Ears
from openspace.demo.parts import BREAK, SHARES, Turn, turns
from openspace.demo.phone import Phone
from openspace.demo.tally import Tally
from openspace.vocabulary import Phase

SETTLING = 20.0  # seconds; a head beacon comes every five


@dataclass(frozen=True)
class Script:
    """What is to be played: where, how long, by how many, and how to get in. ``steps`` are ids with their phases."""

    url: str
    seconds: float
    phones: int
    seed: int
    event: str
    join: str
    screen: str
    email: str
    password: str
    steps: list[tuple[int, str | None]]


class Evening:
    """Everybody at the event, and what is counted."""

    def __init__(self, script: Script, tell: Callable[[str], None]) -> None:
        self.script, self.tell, self.tally = script, tell, Tally()
        self.chance = Random(script.seed)  # noqa: S311 - who taps where is no secret
        self.words = Words(self.chance)
        self.cockpit = Cockpit(script.url, self.tally, script.event)
        self.phones: list[Phone] = []  # that have joined
        self.screen: Ears | None = None
        self.head = 0

    def play(self) -> None:
        """From arrival to closed. Raises ``Failed`` when the facilitator cannot go on."""
        script = self.script
        self.cockpit.sign_in(script.email, script.password)
        self.screen = projector(script.url, self.tally, script.screen)
        phases = [Phase(phase) if phase else None for _, phase in script.steps]
        shares = [SHARES[phase] if phase else BREAK for phase in phases]
        for (step, _), phase, share in zip(script.steps, phases, shares, strict=True):
            self._step(step, phase, script.seconds * share / sum(shares))
        self.cockpit.close()
        self._settle()

    def _step(self, step: int, phase: Phase | None, seconds: float) -> None:
        self.tell(f"{phase or 'break':16}{math.ceil(seconds):4} s")
        if phase is Phase.ARRIVAL:  # where an open event stands
            self._let(self._arriving(seconds), seconds)
        else:
            self.cockpit.go_to(step)
            self._let(turns(phase, seconds, self.phones, self.chance), seconds)

    def _let(self, happening: list[Turn], seconds: float) -> None:
        """Everybody has their turn; who is slow is waited for."""
        end = time.monotonic() + seconds
        gevent.joinall(
            [
                gevent.spawn_later(when, trying, self.tally, phone.take_turn, act, self.words)
                for when, phone, act in happening
            ]
        )
        gevent.sleep(max(0.0, end - time.monotonic()))

    def _arriving(self, seconds: float) -> list[Turn]:
        spoken = [resident["language"] for resident in content()["residents"]]
        count = self.script.phones
        phones = [Phone(self.script.url, self.tally, spoken[n % len(spoken)]) for n in range(count)]
        return [(seconds * n / count, phone, self._arrive) for n, phone in enumerate(phones)]

    def _arrive(self, phone: Phone, _words: Words) -> None:
        phone.join(self.script.join)
        self.phones.append(phone)

    def _settle(self) -> None:
        """Wait until everybody is where the server is, or for long enough."""
        self.head = self.cockpit.head()
        until = time.monotonic() + SETTLING
        while self.behind() and time.monotonic() < until:
            gevent.sleep(0.2)

    def put_away(self) -> None:
        """All sockets end."""
        ears = [self.cockpit.ears, *([self.screen] if self.screen else []), *(phone.ears for phone in self.phones)]
        gevent.joinall([gevent.spawn(one.close) for one in ears], timeout=SETTLING)

    def behind(self) -> int:
        """How many phones have not heard the last news."""
        return sum(1 for phone in self.phones if phone.ears.revision < self.head)

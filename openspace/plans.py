"""Templates for an event's plan, in minutes (PRODUCT.md, "The event"), and advice on its size."""

import math
from dataclasses import dataclass

from openspace.i18n import lazy
from openspace.vocabulary import Phase


@dataclass(frozen=True)
class Block:
    """A piece of a plan: a phase, a round of group work, or a break where ``phase`` is empty.

    ``next_day`` blocks begin the next morning at the event's own starting time.
    """

    phase: Phase | None
    minutes: int
    word: str = ""
    next_day: bool = False


def _rounds(count: int, minutes: int, between: int, lunch_after: int = 0, lunch: int = 0) -> tuple[Block, ...]:
    """Rounds with breaks between them; after round ``lunch_after`` the break is ``lunch`` long."""
    blocks: list[Block] = []
    for number in range(1, count + 1):
        blocks.append(Block(Phase.ROUNDS, minutes))
        if number < count:
            blocks.append(Block(None, lunch if number == lunch_after else between))
    return tuple(blocks)


def _frame(minutes: tuple[int, int, int, int]) -> tuple[Block, ...]:
    first = (Phase.ARRIVAL, Phase.OPENING, Phase.COLLECTING, Phase.MARKETPLACE)
    return tuple(Block(phase, length) for phase, length in zip(first, minutes, strict=True))


MICRO = (
    *_frame((5, 5, 10, 5)),
    *_rounds(1, 30, 0),
    Block(Phase.NEWS, 5),
    Block(Phase.ACTION_PLANNING, 10),
    Block(Phase.CLOSING, 5),
)
HALF_DAY = (
    *_frame((15, 20, 15, 15)),
    *_rounds(2, 45, 10),
    Block(Phase.NEWS, 10),
    Block(Phase.ACTION_PLANNING, 30),
    Block(Phase.CLOSING, 15),
)
ONE_DAY = (
    *_frame((30, 30, 30, 20)),
    *_rounds(3, 60, 15, lunch_after=1, lunch=45),
    Block(Phase.NEWS, 15),
    Block(Phase.ACTION_PLANNING, 60),
    Block(Phase.CLOSING, 30),
)
TWO_AND_A_HALF_DAYS = (
    *_frame((30, 45, 45, 30)),
    *_rounds(3, 75, 15, lunch_after=1, lunch=60),
    Block(Phase.NEWS, 30),
    Block(Phase.NEWS, 30, next_day=True),
    *_rounds(3, 75, 15, lunch_after=2, lunch=60),
    Block(Phase.NEWS, 30),
    Block(Phase.NEWS, 30, next_day=True),
    Block(Phase.WEIGHTING, 15),
    Block(Phase.ACTION_PLANNING, 90),
    Block(Phase.CLOSING, 60),
)

TEMPLATES = {"micro": MICRO, "half_day": HALF_DAY, "one_day": ONE_DAY, "two_and_a_half_days": TWO_AND_A_HALF_DAYS}
NAMES = {
    "micro": lazy("Micro, 75 minutes"),
    "half_day": lazy("Half a day"),
    "one_day": lazy("One day"),
    "two_and_a_half_days": lazy("Two and a half days"),
}


def expected_topics(people: int) -> int:
    """How many topics to expect: one for two people up to 50, one for four up to 200, one for five beyond."""
    if people <= 50:
        return max(1, round(people / 2))
    if people <= 200:
        return round(people / 4)
    return round(people / 5)


def spaces_to_prepare(people: int, rounds: int) -> int:
    """How many spaces the expected topics need, spread over the rounds."""
    return max(1, -(-expected_topics(people) // max(1, rounds)))


def minutes_to_collect(people: int) -> int:
    """How long collecting the expected topics takes: ten minutes and half a minute each, to the next five."""
    return math.ceil((10 + expected_topics(people) / 2) / 5) * 5

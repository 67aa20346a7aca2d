"""Who does what in which phase of a live demo, and how long each phase is beside the others."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from openspace import plans
from openspace.demo import acts
from openspace.demo.acts import Act
from openspace.demo.phone import Phone
from openspace.vocabulary import Phase

SHARES = {
    Phase.ARRIVAL: 20,
    Phase.OPENING: 4,
    Phase.COLLECTING: 18,
    Phase.MARKETPLACE: 12,
    Phase.ROUNDS: 9,
    Phase.NEWS: 5,
    Phase.WEIGHTING: 8,
    Phase.ACTION_PLANNING: 14,
    Phase.CLOSING: 4,
}
BREAK = 2
A_SECOND = 3  # acts a second at most: a hall types no faster, and the demo is no flood


@dataclass(frozen=True)
class Part:
    """A share of those who are there (or of the conveners) do something between two moments of a phase (0 to 1)."""

    act: Act
    begin: float
    end: float
    share: float = 1.0
    most: int = 5000
    conveners: bool = False


Turn = tuple[float, Phone, Act]  # when, who, what

PARTS = {
    Phase.COLLECTING: (Part(acts.post_topic, 0.0, 0.8, conveners=True),),
    Phase.MARKETPLACE: (Part(acts.place_topic, 0.0, 0.7, conveners=True),),
    Phase.ROUNDS: (
        Part(acts.take_notes, 0.0, 0.2, share=0.2),
        Part(acts.meet, 0.1, 0.5),
        Part(acts.move_on, 0.5, 0.8, share=0.3),
    ),
    Phase.NEWS: (Part(acts.read, 0.0, 0.8),),
    Phase.WEIGHTING: (Part(acts.stick_dots, 0.0, 0.8),),
    Phase.ACTION_PLANNING: (
        Part(acts.make_project, 0.0, 0.4, share=0.3, most=7),
        Part(acts.say_im_in, 0.4, 0.8),
    ),
}


def turns(phase: Phase | None, seconds: float, there: Sequence[Phone], chance: Random) -> list[Turn]:
    """What happens in a phase of that length, as drawn by lot; nothing in breaks and while people are in the circle."""
    parts = PARTS.get(phase, ()) if phase else ()
    return [turn for part in parts for turn in _turns(part, seconds, there, chance)]


def _turns(part: Part, seconds: float, there: Sequence[Phone], chance: Random) -> list[Turn]:
    conveners = there[: plans.expected_topics(len(there))]
    among = conveners if part.conveners else chance.sample(there, len(there))
    count = math.ceil(min(len(among) * part.share, part.most, seconds * A_SECOND))
    return [(seconds * chance.uniform(part.begin, part.end), phone, part.act) for phone in among[:count]]

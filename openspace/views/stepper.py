"""The plan as the cockpit shows it: each phase one line, rounds and the breaks between them on one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from openspace.models import Event, Step
from openspace.views.registry import alone, view
from openspace.vocabulary import Audience, Phase


@dataclass(frozen=True)
class Line:
    """One line of the stepper. ``phase`` is empty for a break between two phases."""

    phase: Phase | None
    steps: Sequence[Step]

    @property
    def main(self) -> list[Step]:
        """Its steps without the breaks between them; a break on a line of its own is its main step."""
        return [step for step in self.steps if not step.is_break] or list(self.steps)

    @property
    def length(self) -> str:
        """``15``, ``3×45``, or the sum where lengths differ."""
        minutes = [step.minutes for step in self.main]
        if len(minutes) > 1 and len(set(minutes)) == 1:
            return f"{len(minutes)}×{minutes[0]}"
        return str(sum(minutes))

    def state(self, at: int) -> str:
        """``done``, ``now`` or ``coming``, seen from the position at which the event stands."""
        if self.steps[-1].position < at:
            return "done"
        return "coming" if self.steps[0].position > at else "now"

    def target(self, at: int) -> Step:
        """Where one tap leads: forwards to the first step, back to the last one."""
        return self.main[-1] if self.state(at) == "done" else self.steps[0]


def lines(event: Event) -> list[Line]:
    """The lines of the stepper, in the order of the plan."""
    pairs = zip(_phases(event.steps), event.steps, strict=True)
    return [Line(phase, [step for _, step in run]) for phase, run in groupby(pairs, key=lambda pair: pair[0])]


def _phases(steps: Sequence[Step]) -> Iterator[Phase | None]:
    """The phase of every step; a break within a phase belongs to it."""
    before = None
    for at, step in enumerate(steps):
        if step.is_break:
            after = next((later.phase for later in steps[at:] if later.phase), None)
            yield before if before is after else None
        else:
            yield (before := step.phase)


@view("steps", "live/cockpit/steps.html", Audience.COCKPIT, gathers=["phase", "round", "event"])
@alone
def steps(event: Event) -> Mapping[str, Any]:
    """Where the event is, every other step one tap away, and the next one in green."""
    rounds = {held.id: held for held in event.rounds}
    at = event.step.position if event.step else -1
    return {
        "lines": lines(event),
        "at": at,
        "next": next((step for step in event.steps if step.position > at), None),
        "rounds": rounds,
    }

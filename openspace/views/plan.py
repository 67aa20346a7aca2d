"""The matrix: every cell is a view of its own; the plan's frame changes only with rounds, spaces and breaks."""

from collections.abc import Iterable, Mapping
from itertools import dropwhile

from openspace.models import Event, Round, Step
from openspace.models.matrix import standing
from openspace.views.registry import Key, Shown, alone, view
from openspace.vocabulary import Audience


def timetable(event: Event) -> list[Step]:
    """The rows of the plan: rounds, and the breaks between them."""
    between = dropwhile(lambda step: step.round_id is None, event.steps)
    rows = list(dropwhile(lambda step: step.round_id is None, reversed(list(between))))
    return [step for step in reversed(rows) if step.round_id is not None or step.is_break]


def cells(event: Event, rounds: Iterable[Round]) -> list[str]:
    """The names of all cells of these rounds, row by row."""
    return [f"cell-{held.id}-{space.id}" for held in rounds for space in event.spaces]


@view("cell", "live/cell.html", Audience.PARTICIPANT)
def cell(event: Event, keys: Iterable[Key]) -> Mapping[Key, Shown]:
    """A cell with its groups, usually one; empty ones are free."""
    rounds, spaces = {held.id: held for held in event.rounds}, {space.id: space for space in event.spaces}
    wanted = [(held, space) for held, space in keys if held in rounds and space in spaces]
    groups = standing(event, {held for held, _ in wanted})
    return {
        (held, space): Shown(
            {
                "round": rounds[held],
                "space": spaces[space],
                "groups": [group for group in groups if (group.round_id, group.space_id) == (held, space)],
            }
        )
        for held, space in wanted
    }


@view("plan", "live/plan.html", Audience.PARTICIPANT, gathers=["round", "space", "event"])
@alone
def plan(event: Event) -> Mapping[str, int]:
    """How many rounds and spaces there are. Pages with the matrix fetch themselves again when this comes."""
    return {"rounds": len(event.rounds), "spaces": len(event.spaces)}

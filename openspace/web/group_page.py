"""What a group's page shows only this person."""

from collections.abc import Mapping
from typing import Any

from openspace.access import Here
from openspace.models import BreakoutGroup, Outcome
from openspace.views.outcomes import own, still_asked, written
from openspace.views.presence import is_in, others_ever


def of_group(here: Here, group: BreakoutGroup) -> Mapping[str, Any]:
    """Whether they may join, where they write, whether they are alone, and what their last words are asked."""
    mine = own(group, here.person)
    return {**_next_step(here, group), **_words(here, group, mine), "kept": [o for o in mine if not o.is_shown]}


def _next_step(here: Here, group: BreakoutGroup) -> dict[str, Any]:
    inside = is_in(group, here.person)
    joins = group.takes_people(here.event) and not inside
    place = "below" if joins else "dock"
    return {
        "joins": joins,
        "writes": place if group.takes_words(here.event) else "",
        "alone": inside and group.is_live and not others_ever(group, here.person),
        "takes_notes": group.note_taker_id == here.person.id and here.event.takes_outcomes,
    }


def _words(here: Here, group: BreakoutGroup, mine: list[Outcome]) -> dict[str, Any]:
    """All words, cut where the question stands: right under the last ones of this person."""
    names = written(here.event, [group])[group.id]
    last = mine[-1] if mine and mine[-1].is_shown and here.event.takes_outcomes else None
    asks = still_asked(last) if last else ""
    at = names.index(f"outcome-{last.id}") + 1 if last and asks else len(names)
    return {"before": names[:at], "after": names[at:], "asks": asks, "asked": last if asks else None}

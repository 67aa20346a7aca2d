"""Where and when: the matrix, the running round, the break. Never how many are in a group."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from openspace.models import BreakoutGroup, Event
from openspace.models.matrix import standing
from openspace.views.phase import SHORTLY

WIDEST = 5  # spaces of a table that can still be read from the last row of chairs
BESIDE_THE_RING = 4  # groups


def marketplace(event: Event) -> Mapping[str, Any]:
    """The plan: a table, or above five spaces one round a page as a list."""
    cells: dict[tuple[int, int], list[BreakoutGroup]] = defaultdict(list)
    for group in standing(event):
        cells[group.round_id, group.space_id].append(group)
    days = {held.starts_at.astimezone(event.zone).date() for held in event.rounds}
    return {
        "scene": "matrix" if len(event.spaces) <= WIDEST else "plan",
        "cells": cells,
        "next": event.meeting_round,
        "several_days": len(days) > 1,
    }


def group_work(event: Event) -> Mapping[str, Any]:
    """Which topic is where, and how long still: beside the ring, or with many groups as a list."""
    held = event.current_round
    if held is None:
        return marketplace(event)
    groups = sorted(standing(event, [held.id]), key=lambda group: group.space.position)
    scene = "round" if len(groups) <= BESIDE_THE_RING else "where"
    return {"scene": scene, "key": f"round-{held.id}", "held": held, "groups": groups}


def pause(event: Event) -> Mapping[str, Any]:
    """What the break is for, when it goes on, and with what."""
    at = event.step.position if event.step else -1
    coming = next((step for step in event.steps if step.position > at), None)
    then = SHORTLY[coming.phase] if coming and coming.phase else None
    return {"scene": "break", "key": f"break-{at}", "then": then, "round": coming.round if coming else None}

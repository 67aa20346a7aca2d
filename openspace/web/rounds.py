"""*Now* while groups meet: my group, or the groups that I may join."""

from collections.abc import Mapping
from typing import Any

from openspace.access import Here
from openspace.models import BreakoutGroup
from openspace.views.groups import meeting
from openspace.views.presence import group_of, groups_of


def rounds(here: Here) -> Mapping[str, Any]:
    """My group, the one to which I invite, all that meet now or next, and those for which I may still write."""
    there, mine = meeting(here.event), group_of(here.person)
    invited = [group for group in there if _invites(here, group)]
    return {
        "held": here.event.meeting_round,
        "mine": mine if mine in there else None,
        "invited": invited[0] if invited else None,
        "names": [f"group-{group.id}" for group in there],
        "earlier": [group for group in groups_of(here.person) if group not in there and group.is_held],
    }


def _invites(here: Here, group: BreakoutGroup) -> bool:
    return any(topic.is_convened_by(here.person) for topic in group.topics)

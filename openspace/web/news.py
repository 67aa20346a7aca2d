"""*Now* while everybody reads what the groups wrote."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from openspace.access import Here
from openspace.views.groups import met
from openspace.views.outcomes import written
from openspace.views.presence import groups_of
from openspace.views.render import render


def news(here: Here) -> Mapping[str, Any]:
    """All groups in the order of the plan with their words, and the last group in which I was."""
    groups = met(here.event)
    names = written(here.event, groups)
    everything = [f"group-{group.id}" for group in groups] + [name for group in groups for name in names[group.id]]
    shown = {f.view: Markup(f.html) for f in render(here.event, everything, here.audience, here.language)}  # noqa: S704 - our own templates
    walls = [(g, shown[f"group-{g.id}"], Markup("").join(shown[name] for name in names[g.id])) for g in groups]
    mine = [group for group in groups_of(here.person) if group.is_held]
    return {"walls": walls, "mine": mine[-1] if mine else None}

"""Which of the shared views are somebody's own, for their phone to mark."""

from openspace.models import Event, Participant
from openspace.views.drafts import is_in
from openspace.views.outcomes import names_of
from openspace.views.presence import group_of
from openspace.views.topics import convened


def mine(event: Event, person: Participant) -> list[str]:
    """The names of the cards on which they invite, of their group, their words and their projects."""
    inside = group_of(person)
    groups = [f"group-{inside.id}"] if inside else []
    return [*convened(event, person), *groups, *names_of(person), *is_in(person)]

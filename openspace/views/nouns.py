"""Every file that registers views, so that importing ``openspace.views`` knows them all."""

from openspace.views import (
    cockpit,
    drafts,
    groups,
    moderation,
    outcomes,
    people,
    phase,
    placing,
    plan,
    stage,
    stepper,
    topics,
    weighting,
)

__all__ = [
    "cockpit",
    "drafts",
    "groups",
    "moderation",
    "outcomes",
    "people",
    "phase",
    "placing",
    "plan",
    "stage",
    "stepper",
    "topics",
    "weighting",
]

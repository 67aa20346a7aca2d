"""Every file that registers views, so that importing ``openspace.views`` knows them all."""

from openspace.views import people, phase, stage, topics

__all__ = ["people", "phase", "stage", "topics"]

"""Openspace: live Open Space events in a neighbourhood, from topic to micro-project draft."""

__version__ = "0.1.0"

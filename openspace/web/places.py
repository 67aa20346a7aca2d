"""Where a thing is found: from the name of a subject in the log to an address."""

from typing import Any

from flask import g, url_for

_PLACES = {
    "topic": ("wall.topic", "topic"),
    "group": ("groups.group", "group"),
    "outcome": ("outcomes.outcome", "outcome"),
    "draft": ("drafts.draft", "draft"),
}


def place_of(subject: str) -> str:
    """``topic-14`` → the page of that topic. What has no page of its own is found on *Now*."""
    here = g.get("here")
    if here is None:
        return url_for("join.page")
    kind, _, key = subject.partition("-")
    if kind not in _PLACES or not key.isdecimal():
        return url_for("now.page", event=here.event.public_id)
    endpoint, name = _PLACES[kind]
    values: dict[str, Any] = {"event": here.event.public_id, name: int(key)}
    return url_for(endpoint, **values)

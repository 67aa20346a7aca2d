"""The frame of the cockpit: where the event is, the clock, the links, what was done last."""

from collections.abc import Mapping
from typing import Any

from flask import url_for

from openspace.extensions import db
from openspace.i18n import plazy
from openspace.models import Event, LogEntry, Step, Topic
from openspace.models.event import REOPENING
from openspace.models.history import last_done
from openspace.views.people import here
from openspace.views.phase import STAFF_SAY
from openspace.views.registry import alone, view
from openspace.vocabulary import Audience, Phase

EVERYTHING = ("phase", "topic", "group", "cell", "outcome", "event")

# What the button says that takes it back.
DONE = {
    "close": plazy("staff", "the event is closed"),
    "hide": plazy("staff", "no. %(number)s hidden"),
    "move": plazy("staff", "no. %(number)s moved"),
    "place": plazy("staff", "no. %(number)s put on the plan"),
    "post_for_somebody": plazy("staff", "no. %(number)s written"),
    "rest": plazy("staff", "no. %(number)s parked"),
    "show": plazy("staff", "no. %(number)s shown again"),
    "take_back": plazy("staff", "no. %(number)s taken off the plan"),
    "wake": plazy("staff", "no. %(number)s fetched back"),
}
DONE_TO_WORDS = {"hide": plazy("staff", "outcome hidden"), "show": plazy("staff", "outcome shown again")}


@view("heading", "live/cockpit/heading.html", Audience.COCKPIT, gathers=["phase", "round", "event"])
@alone
def heading(event: Event) -> Mapping[str, Any]:
    """The phase in staff's words; in group work which round of how many."""
    pause = event.step is not None and event.step.is_break and event.closed_at is None
    return {"name": STAFF_SAY[event.phase], "pause": pause, "rounds": len(event.rounds)}


@view("clock", "live/cockpit/clock.html", Audience.COCKPIT, gathers=["phase", "event"])
@alone
def clock(event: Event) -> Mapping[str, Any]:
    """What is left of the present step, and until when."""
    return {"ends_at": event.clock_ends_at, "minutes": event.step.minutes if event.step else 0}


@view("here", "live/cockpit/here.html", Audience.COCKPIT, gathers=["count"])
@alone
def chip(event: Event) -> Mapping[str, int]:
    """How many are here, in the bar."""
    return {"count": here(event)}


@view("links", "live/cockpit/links.html", Audience.COCKPIT, gathers=["phase", "event"])
@alone
def links(event: Event) -> Mapping[str, Any]:
    """Where phones and the projector go; the result once the event is closing."""
    result = event.phase.place >= Phase.CLOSING.place
    return {
        "join": url_for("join.door", token=event.join_token, _external=True),
        "screen": url_for("screen.page", token=event.screen_token, _external=True),
        "result": url_for("result.page", token=event.result_token, _external=True) if result else "",
    }


@view("ending", "live/cockpit/ending.html", Audience.COCKPIT, gathers=["phase", "event"])
@alone
def ending(event: Event) -> Mapping[str, Any]:
    """Closing the event, and until when it may be opened again."""
    return {"until": event.closed_at + REOPENING if event.closed_at else None}


@view("last", "live/cockpit/last.html", Audience.COCKPIT, gathers=EVERYTHING)
@alone
def last(event: Event) -> Mapping[str, Any]:
    """What was done last and can be taken back."""
    entry = last_done(event)
    if entry is None:
        return {"entry": None}
    to = db.session.get(Step, entry.way_back.get("to", 0))
    said = DONE_TO_WORDS if entry.subject.startswith("outcome-") else DONE
    return {"entry": entry, "said": said.get(entry.verb), "values": {"number": _number(entry)}, "to": to}


def _number(entry: LogEntry) -> int:
    kind, _, key = entry.subject.partition("-")
    topic = db.session.get(Topic, int(key) if kind == "topic" else entry.way_back.get("topic", 0))
    return topic.number if topic else 0

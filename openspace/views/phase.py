"""The phase in one plain sentence, and the clock."""

from collections.abc import Mapping

from openspace.i18n import lazy, plazy
from openspace.models import Event
from openspace.views.registry import alone, view
from openspace.vocabulary import Audience, Phase

# What residents read; what staff say. PRODUCT.md, "The event".
RESIDENTS_READ = {
    Phase.ARRIVAL: lazy("Welcome"),
    Phase.OPENING: lazy("Now without a phone. Look into the circle."),
    Phase.COLLECTING: lazy("What do you want to talk about today?"),
    Phase.MARKETPLACE: lazy("Where and when?"),
    Phase.ROUNDS: lazy("In the group"),
    Phase.NEWS: lazy("This is what the groups wrote"),
    Phase.WEIGHTING: lazy("Stick your dots"),
    Phase.ACTION_PLANNING: lazy("What do we go on with?"),
    Phase.CLOSING: lazy("Now without a phone"),
    Phase.CLOSED: lazy("Thank you!"),
}
SHORTLY = {
    Phase.ARRIVAL: lazy("Arriving"),
    Phase.OPENING: lazy("Opening"),
    Phase.COLLECTING: lazy("Collecting topics"),
    Phase.MARKETPLACE: lazy("Marketplace"),
    Phase.ROUNDS: lazy("Group work"),
    Phase.NEWS: lazy("News"),
    Phase.WEIGHTING: lazy("Dots"),
    Phase.ACTION_PLANNING: lazy("Going on"),
    Phase.CLOSING: lazy("Closing"),
    Phase.CLOSED: lazy("The end"),
}
STAFF_SAY = {
    Phase.ARRIVAL: plazy("staff", "Arriving"),
    Phase.OPENING: plazy("staff", "Opening"),
    Phase.COLLECTING: plazy("staff", "Collecting topics"),
    Phase.MARKETPLACE: plazy("staff", "Marketplace"),
    Phase.ROUNDS: plazy("staff", "Group work"),
    Phase.NEWS: plazy("staff", "News"),
    Phase.WEIGHTING: plazy("staff", "Weighting"),
    Phase.ACTION_PLANNING: plazy("staff", "Action planning"),
    Phase.CLOSING: plazy("staff", "Closing"),
    Phase.CLOSED: plazy("staff", "Closed"),
}


@view("phase", "live/phase.html", Audience.PARTICIPANT)
@alone
def phase(event: Event) -> Mapping[str, object]:
    """The line on top of every phone: what is going on, and until when."""
    step = event.step
    return {
        "name": SHORTLY[event.phase],
        "pause": step.word if step and step.is_break else None,
        "round": event.current_round,
        "ends_at": event.clock_ends_at,
    }

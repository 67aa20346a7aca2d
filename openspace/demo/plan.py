"""An event of the demo before anybody has come: texts, spaces, plan; open."""

from datetime import datetime, timedelta

from openspace.actions import events, plan_steps
from openspace.actions.change import By
from openspace.actions.plan_steps import Length
from openspace.database import now
from openspace.demo.content import content
from openspace.models import Event, Site, Step
from openspace.vocabulary import Phase

SYSTEM = By("system")
MINUTES = {
    Phase.ARRIVAL: 15,
    Phase.OPENING: 20,
    Phase.COLLECTING: 20,
    Phase.MARKETPLACE: 15,
    Phase.ROUNDS: 40,
    Phase.NEWS: 10,
    Phase.WEIGHTING: 10,
    Phase.ACTION_PLANNING: 25,
    Phase.CLOSING: 15,
}
PAUSE = 10
PAUSES = ("Tee", "Luft")
ROUNDS = 3


def open_event(site: Site, starts_at: datetime, *, weighting: bool = False) -> Event:
    """An open event with the demo's words, five spaces, three rounds and a break after each but the last."""
    words = content()["event"]
    event = events.create_event(
        site,
        title=words["title"],
        theme=words["theme"]["de"],
        starts_at=starts_at,
        languages=words["languages"],
        givens="\n".join(words["givens"]),
        **{name: words[name] for name in ("place", "contact", "childcare")},
    )
    for space in content()["spaces"]:
        events.add_space(event, SYSTEM, space["name"], step_free=space["step_free"], quiet=space["quiet"])
    _plan(event, weighting=weighting)
    events.open_event(event, SYSTEM)
    return event


def _plan(event: Event, *, weighting: bool) -> None:
    plan_steps.add_round(event, SYSTEM, {})
    rounds = [step for step in event.steps if step.round is not None]
    plan_steps.add_break(event, SYSTEM, rounds[1], {})
    plan_steps.set_weighting(event, SYSTEM, on=weighting, typed={})
    plan_steps.edit_plan(event, SYSTEM, _lengths(event.steps))


def _lengths(steps: list[Step]) -> dict[int, Length]:
    words = iter(PAUSES)
    return {step.id: Length(MINUTES[step.phase]) if step.phase else Length(PAUSE, next(words, "")) for step in steps}


def began_today() -> datetime:
    """When an evening began that has just come to its action planning."""
    before = [minutes for phase, minutes in MINUTES.items() if phase.place < Phase.ACTION_PLANNING.place]
    rounds = (ROUNDS - 1) * (MINUTES[Phase.ROUNDS] + PAUSE)
    start = now() - timedelta(minutes=sum(before) - MINUTES[Phase.WEIGHTING] + rounds + 2)
    return start.replace(minute=start.minute // 5 * 5, second=0, microsecond=0)

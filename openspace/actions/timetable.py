"""When the steps of a plan begin: one after another from the event's start, over as many days as it takes."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from openspace.models import Event, Step


def next_days(event: Event) -> list[Step]:
    """The steps that begin a new day: there is a night before them."""
    pairs = zip(event.steps, event.steps[1:], strict=False)
    return [step for before, step in pairs if step.starts_at > before.starts_at + timedelta(minutes=before.minutes)]


def retime(event: Event, mornings: Collection[Step]) -> None:
    """Give every step and round its planned time. What has begun keeps its own; ``mornings`` begin a new day."""
    moment = event.starts_at
    for position, step in enumerate(event.steps):
        step.position = position
        if step in mornings:
            moment = _next_morning(event, moment)
        if event.has_reached(step):
            moment = step.starts_at
        step.starts_at = moment
        moment += timedelta(minutes=step.minutes)
        if step.round is not None:
            step.round.starts_at, step.round.ends_at = step.starts_at, moment


def _next_morning(event: Event, moment: datetime) -> datetime:
    """When the clock next shows the event's own starting time."""
    start = event.starts_at.astimezone(event.zone)
    local = moment.astimezone(event.zone)
    morning = local.replace(hour=start.hour, minute=start.minute, second=0, microsecond=0)
    return (morning if morning > local else morning + timedelta(days=1)).astimezone(UTC)

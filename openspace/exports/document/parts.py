"""What drafts and events share: site, event, topics, moments."""

from datetime import datetime

from openspace.exports import shape
from openspace.models import Event, Site, Topic


def site_head(site: Site) -> shape.Site:
    """A site is called as its quarter is."""
    return {"name": site.name, "quarter": site.name, "carrier": site.carrier}


def event_head(event: Event) -> shape.EventHead:
    """An event as its drafts name it."""
    return {
        "id": event.code,
        "title": event.title,
        "theme": event.theme,
        "date": event.starts_at.astimezone(event.zone).date().isoformat(),
        "place": event.place,
    }


def topic_head(topic: Topic) -> shape.TopicHead:
    """A card that was taken down gives its number, not its words."""
    title = topic.title if topic.is_shown else ""
    return {"id": topic.stable_id, "number": topic.number, "title": title, "language": topic.language}


def local_time(moment: datetime, event: Event | None) -> str:
    """ISO 8601 on the clock of the event's place."""
    local = moment.astimezone(event.zone) if event else moment
    return local.isoformat(timespec="seconds")

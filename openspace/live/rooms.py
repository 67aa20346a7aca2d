"""Which rooms have somebody in them, so that nothing is rendered for nobody."""

from collections import Counter

from openspace.vocabulary import Audience

_present: Counter[str] = Counter()
_rooms_of: dict[str, list[str]] = {}


def shared(event_id: int, audience: Audience, tag: str) -> str:
    """The room of everybody who sees the same bytes."""
    return f"event/{event_id}/{audience}/{tag}"


def person(participant_id: int) -> str:
    """The room of one person's devices."""
    return f"person/{participant_id}"


def enter(sid: str, rooms: list[str]) -> None:
    """Somebody connected."""
    _rooms_of[sid] = rooms
    _present.update(rooms)


def leave(sid: str) -> list[str]:
    """Somebody is gone; returns the rooms they were in."""
    rooms = _rooms_of.pop(sid, [])
    _present.subtract(rooms)
    for room in rooms:
        if _present[room] <= 0:
            del _present[room]
    return rooms


def phones(event_id: int) -> int:
    """How many phones of an event are connected."""
    own = shared(event_id, Audience.PARTICIPANT, "")
    return sum(count for room, count in _present.items() if room.startswith(own))


def present(event_id: int | None = None) -> list[tuple[int, Audience, str]]:
    """Event, audience and language of every shared room that has somebody in it."""
    found = [room.split("/") for room in list(_present) if room.startswith("event/")]
    split = [(int(event), Audience(audience), tag) for _, event, audience, tag in found]
    return [room for room in split if event_id is None or room[0] == event_id]

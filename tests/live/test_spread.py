"""Many phones do not all fetch their page at once: the news say over how long they spread."""

from openspace.live import rooms
from openspace.vocabulary import Audience


def test_phones_of_all_languages_count_and_nobody_else() -> None:
    phones = [rooms.shared(7, Audience.PARTICIPANT, tag) for tag in ("de", "de", "ar")]
    others = [rooms.shared(7, Audience.SCREEN, "de"), rooms.shared(71, Audience.PARTICIPANT, "de")]
    for number, room in enumerate(phones + others):
        rooms.enter(f"socket-{number}", [room, rooms.person(number)])
    assert rooms.phones(7) == 3
    for number in range(len(phones + others)):
        rooms.leave(f"socket-{number}")
    assert rooms.phones(7) == 0

"""Coming in, coming back, going."""

import random
import secrets

from sqlalchemy import func, select

from openspace import nicknames
from openspace.actions.change import By, Change, change, write
from openspace.actions.touching import touch_cards
from openspace.database import now
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import Attendance, Device, Event, Participant, Topic
from openspace.tokens import code, digest
from openspace.vocabulary import Phase, Way

_chance = random.SystemRandom()


def remember_device(token: str | None, language: str | None = None) -> tuple[Device, str]:
    """The device of this cookie, or a new one with its new token. Belongs inside a change."""
    known = db.session.scalar(select(Device).filter_by(token_hash=digest(token))) if token else None
    if known is None:
        token = secrets.token_urlsafe(24)
        known = Device(token_hash=digest(token), created_at=now())
        db.session.add(known)
    known.language = language or known.language
    assert token is not None
    return known, token


def join(event: Event, token: str | None, language: str, *, way: Way = Way.PHONE) -> tuple[Participant, str]:
    """Bring a phone into an event. The same phone comes back as the same person.

    Returns the participant and the token for its cookie. Raises ``RuleBroken`` before the event is
    opened and after it is closed.
    """
    with change(event, By("system"), "join") as under_way:
        if event.phase is Phase.CLOSED:
            raise RuleBroken("closed")
        if not event.is_open:
            raise RuleBroken("not_opened")
        device, token = remember_device(token, language)
        db.session.flush()
        person = db.session.scalar(select(Participant).filter_by(event_id=event.id, device_id=device.id))
        if person is None:
            person = _new(event, device, way)
        person.language, person.left_at = language, None
        db.session.flush()
        under_way.about(f"participant-{person.id}")
        under_way.touch("count")
    return person, token


def guest(event: Event, language: str, way: Way) -> Participant:
    """Somebody without a phone, for whom others write. Belongs inside a change."""
    person = _new(event, None, way)
    person.language = language
    db.session.flush()
    return person


def _new(event: Event, device: Device | None, way: Way) -> Participant:
    person = Participant(
        event_id=event.id,
        device=device,
        nickname=_free_nickname(event.id),
        return_code=_free_code(event.id),
        way=way,
        joined_at=now(),
        language="de",
    )
    db.session.add(person)
    return person


def _free_nickname(event_id: int) -> int:
    """A nickname that nobody here has; above 400 people they repeat, as rarely as possible."""
    used = select(Participant.nickname, func.count()).filter_by(event_id=event_id).group_by(Participant.nickname)
    counts = dict(db.session.execute(used).all())
    rarest = min((counts.get(index, 0) for index in range(nicknames.COUNT)), default=0)
    return _chance.choice([index for index in range(nicknames.COUNT) if counts.get(index, 0) == rarest])


def _free_code(event_id: int) -> str:
    while True:
        tried = code()
        if not db.session.scalar(select(Participant.id).filter_by(event_id=event_id, return_code=tried)):
            return tried


def come_back(event: Event, return_code: str, token: str | None) -> tuple[Participant, str]:
    """Take over a participant on another phone by their return code, which is used up by it.

    The old phone is signed off. Raises ``RuleBroken("wrong_return_code")``.
    """
    with change(event, By("system"), "come_back") as under_way:
        person = db.session.scalar(select(Participant).filter_by(event_id=event.id, return_code=return_code))
        if person is None or not event.is_open:
            raise RuleBroken("wrong_return_code")
        device, token = remember_device(token, person.language)
        db.session.flush()
        _sign_off_others(under_way, device, person)
        person.device, person.left_at, person.return_code = device, None, _free_code(event.id)
        _touch_topics(under_way, person)
        under_way.about(f"participant-{person.id}")
        under_way.touch("count")
        under_way.touch_person(person)
    return person, token


def _sign_off_others(under_way: Change, device: Device, person: Participant) -> None:
    """A phone is one person at an event: who it was before leaves it."""
    others = select(Participant).filter_by(event_id=under_way.event.id, device_id=device.id)
    for other in db.session.scalars(others).all():
        if other.id != person.id:
            other.device, other.left_at = None, now()
            _touch_topics(under_way, other)


def speak(event: Event, by: By, person: Participant, language: str) -> None:
    """Change somebody's language."""
    with change(event, by, "speak") as under_way:
        person.language = language
        if person.device is not None:
            person.device.language = language
        under_way.about(f"participant-{person.id}")
        under_way.touch("count")
        under_way.touch_person(person)


def prefer_language(token: str | None, language: str) -> str:
    """Remember the language of somebody who is at no event. Returns the token for the cookie."""
    with write():
        _, token = remember_device(token, language)
    return token


def leave(event: Event, by: By, person: Participant) -> None:
    """Delete everything from this phone: topics and words stay on the wall, without the person."""
    with change(event, by, "leave") as under_way:
        person.device, person.left_at = None, now()
        _leave_groups(under_way, person)
        _touch_topics(under_way, person)
        under_way.about(f"participant-{person.id}")
        under_way.touch("count")


def _leave_groups(under_way: Change, person: Participant) -> None:
    for row in db.session.scalars(select(Attendance).filter_by(participant_id=person.id, moved_on_at=None)):
        row.moved_on_at = now()
        under_way.touch(f"group-{row.group_id}")


def _touch_topics(under_way: Change, person: Participant) -> None:
    """Whether somebody invites is read on the card."""
    touch_cards(under_way, db.session.scalars(select(Topic).filter_by(convener_id=person.id)).all())

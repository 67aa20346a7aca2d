"""The one door: a cookie, an account or a link → who is here, at which event, and what they may do.

Rows are found through the event, never by bare id; what belongs to another event is not there.
No request objects: the web layer and the sockets hand in what they were given.
"""

from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from openspace.errors import NotAllowed, NotFound
from openspace.extensions import Base, db
from openspace.i18n import FALLBACK, LANGUAGES, Language, choose
from openspace.models import Account, Device, Draft, Event, Participant
from openspace.tokens import digest
from openspace.vocabulary import Audience

M = TypeVar("M", bound=Base)
LARGEST = 2**63  # what a database can hold; an address may carry more


@dataclass(frozen=True)
class Here:
    """Somebody at an event. ``draft`` is set for who came by a project link."""

    event: Event
    audience: Audience
    language: Language
    participant: Participant | None = None
    account: Account | None = None
    draft: Draft | None = None

    @property
    def actor(self) -> str:
        """How the log names this person; never a name."""
        for word, row in (
            ("participant", self.participant),
            ("account", self.account),
            ("project", self.draft),
        ):
            if row is not None:
                return f"{word}-{row.id}"
        return "link"

    @property
    def person(self) -> Participant:
        """The resident who is here. Raises ``NotAllowed`` for anybody else."""
        if self.participant is None:
            raise NotAllowed
        return self.participant

    def find(self, model: type[M], key: int) -> M:
        """A row of this event. Raises ``NotFound`` for another event's row as for one that never was."""
        row = db.session.get(model, key) if key < LARGEST else None
        if row is None or getattr(row, "event_id", None) != self.event.id:
            raise NotFound
        return row


def device(token: str | None) -> Device | None:
    """The device behind a cookie's token."""
    if not token:
        return None
    return db.session.scalar(
        select(Device).where(Device.token_hash == digest(token)).options(joinedload(Device.account))
    )


def event(public_id: str) -> Event:
    """An event by the id in its address. Raises ``NotFound``."""
    found = db.session.scalar(select(Event).where(Event.public_id == public_id).options(joinedload(Event.site)))
    if found is None:
        raise NotFound
    return found


def participant(public_id: str, token: str | None) -> Here:
    """A resident at an event. Raises ``NotFound`` for everybody else."""
    there = (
        select(Participant, Event)
        .join(Event, Event.id == Participant.event_id)
        .join(Participant.device)
        .where(Event.public_id == public_id, Device.token_hash == digest(token or ""), Participant.left_at.is_(None))
        .options(joinedload(Event.site))
    )
    found = db.session.execute(there).first()
    if found is None:
        raise NotFound
    who, at = found
    return Here(at, Audience.PARTICIPANT, LANGUAGES.get(who.language, FALLBACK), participant=who)


def signed_in(token: str | None) -> Account:
    """Somebody with an account. Raises ``NotAllowed`` for who is not signed in."""
    known = device(token)
    if known is None or known.account is None:
        raise NotAllowed
    return known.account


def facilitator(public_id: str, token: str | None) -> Here:
    """Somebody who may steer this event. Raises ``NotAllowed`` when not signed in, else ``NotFound``."""
    account = signed_in(token)
    return _at_work(public_id, token, account, may=account.may_steer)


def staff(public_id: str, token: str | None) -> Here:
    """Somebody who may work on this event's drafts. Raises as ``facilitator``."""
    account = signed_in(token)
    return _at_work(public_id, token, account, may=account.may_draft)


def _at_work(public_id: str, token: str | None, account: Account, *, may: bool) -> Here:
    found = event(public_id)
    if not may or found.site_id != account.site_id:
        raise NotFound
    known = device(token)
    language = choose([known.language or "de"] if known else [])
    return Here(found, Audience.COCKPIT, language, account=account)


def screen(token: str) -> Here:
    """The projector, by its link. Raises ``NotFound``."""
    found = db.session.scalar(select(Event).filter_by(screen_token=token).options(joinedload(Event.site)))
    if found is None:
        raise NotFound
    return Here(found, Audience.SCREEN, choose(found.languages))


def result(token: str) -> Event:
    """An event by its result link. Raises ``NotFound``."""
    found = db.session.scalar(select(Event).filter_by(result_token=token).options(joinedload(Event.site)))
    if found is None:
        raise NotFound
    return found


def project(token: str, device_token: str | None) -> Here:
    """Whoever holds a project link; the resident too, if this phone knows one. Raises ``NotFound``."""
    draft = db.session.scalar(select(Draft).filter_by(token=token))
    if draft is None or draft.event is None:
        raise NotFound
    try:
        who = participant(draft.event.public_id, device_token).participant
    except NotFound:
        who = None
    language = LANGUAGES.get(who.language, FALLBACK) if who else FALLBACK
    return Here(draft.event, Audience.PARTICIPANT, language, participant=who, draft=draft)

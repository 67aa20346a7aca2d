"""Sockets: who connects is put into the rooms that ``access`` names. After that they only listen."""

from typing import Any

from flask import request, session
from flask_socketio import SocketIO, join_room
from socketio.exceptions import ConnectionRefusedError as Refused

from openspace import access
from openspace.errors import NotAllowed, NotFound
from openspace.i18n import LANGUAGES
from openspace.live import rooms
from openspace.vocabulary import Audience

DOORS = {Audience.PARTICIPANT: access.participant, Audience.COCKPIT: access.facilitator}


def prepare(socketio: SocketIO) -> None:
    """Listen for connections and for nothing else."""
    socketio.on_event("connect", connect)
    socketio.on_event("disconnect", disconnect)


def connect(asked: dict[str, Any] | None = None) -> None:
    """``asked`` says where: ``{event, audience}``, or ``{screen}`` with the screen's token."""
    try:
        here = _here(asked or {})
    except (NotFound, NotAllowed, ValueError, TypeError) as wrong:
        raise Refused("not here") from wrong
    tag = here.language.tag
    if here.audience is Audience.SCREEN:
        tag = str((asked or {}).get("language", tag))
        tag = tag if tag in LANGUAGES else here.language.tag
    names = [rooms.shared(here.event.id, here.audience, tag)]
    if here.participant is not None:
        names.append(rooms.person(here.participant.id))
    for name in names:
        join_room(name)
    rooms.enter(_sid(), names)


def disconnect(*_reason: object) -> None:
    """Somebody is gone; "here" is a row, not a socket, so nothing else changes."""
    rooms.leave(_sid())


def _here(asked: dict[str, Any]) -> access.Here:
    if "screen" in asked:
        return access.screen(str(asked["screen"]))
    door = DOORS[Audience(str(asked.get("audience")))]
    return door(str(asked.get("event")), session.get("device"))


def _sid() -> str:
    return str(request.sid)  # type: ignore[attr-defined]

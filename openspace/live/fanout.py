"""Bytes to sockets. The only place that emits."""

from typing import Any

from openspace.extensions import socketio


def send(room: str, kind: str, message: dict[str, Any]) -> None:
    """Send one message to everybody in a room: ``changes``, ``head`` or ``me``."""
    socketio.emit(kind, message, to=room)

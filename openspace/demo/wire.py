"""A Socket.IO client that is as patient as a browser."""

import logging
from typing import Any

import engineio
import socketio
from requests import Session

PATIENCE = 35.0  # seconds; a browser waits for 40, this library would give up 25 after the last ping

_quiet = logging.getLogger(__name__)  # what a socket would complain of is counted
_quiet.setLevel(logging.CRITICAL)


class _Connection(engineio.Client):
    @property
    def ping_timeout(self) -> float:
        return PATIENCE

    @ping_timeout.setter
    def ping_timeout(self, told: float) -> None:
        """What the server says about it is not heard."""


class _Socket(socketio.Client):
    def _engineio_client_class(self) -> type[engineio.Client]:
        return _Connection


def wire(session: Session) -> socketio.Client:
    """A client, not yet connected, that shows the cookies of ``session``."""
    made: Any = _Socket
    client: socketio.Client = made(
        http_session=session,
        handle_sigint=False,
        request_timeout=PATIENCE,
        reconnection_delay=0.5,
        engineio_logger=_quiet,
        websocket_extra_options={"skip_utf8_validation": True},  # in Python it takes more time than all the rest
    )
    return client

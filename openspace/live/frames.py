"""Frames that are too large end their connection at the websocket layer, before anything is buffered for long.

Socket.IO's own limit (``max_http_buffer_size``) comes only after the whole frame was read.
"""

from typing import Any

from flask_socketio import SocketIO

LARGEST = 64 * 1024  # bytes; clients have nothing to say after they connect


def limit(socketio: SocketIO) -> None:
    """Give every websocket of this server the limit."""
    server: Any = socketio.server  # type: ignore[attr-defined]
    engine: dict[str, Any] = server.eio._async  # python-engineio has no option for it
    plain = engine["websocket"]

    class Limited(plain):  # type: ignore[misc,valid-type]
        """A websocket that closes on a message above the limit."""

        def __init__(self, *values: Any, **more: Any) -> None:
            super().__init__(*values, **more)
            self.server_args["max_message_size"] = LARGEST

    server.eio._async = {**engine, "websocket": Limited}

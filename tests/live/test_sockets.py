"""Real sockets: who may listen, and what a socket may send."""

from collections.abc import Iterator
from contextlib import closing

import pytest
import requests
import socketio
import websocket

from openspace.app import create_app
from openspace.live.frames import LARGEST
from openspace.vocabulary import Phase
from tests.conftest import make_event, make_site
from tests.serving import Server, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("sockets")) as running:
        yield running


@pytest.fixture(scope="module")
def event_ids(server: Server) -> dict[str, str]:
    app = create_app(server.settings)
    with app.app_context():
        event = make_event(make_site(), Phase.COLLECTING)
        return {"public": event.public_id, "screen": event.screen_token}


def raw(server: Server, origin: str | None) -> websocket.WebSocket:
    address = server.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    return websocket.create_connection(address, origin=origin, timeout=10)


def test_a_screen_may_listen(server: Server, event_ids: dict[str, str]) -> None:
    client = socketio.Client()
    client.connect(server.url, auth={"screen": event_ids["screen"]}, transports=["websocket"])
    assert client.connected
    client.disconnect()


@pytest.mark.parametrize(
    "asked",
    [{}, {"screen": "x"}, {"audience": "participant"}, {"audience": "cockpit"}, {"audience": "nonsense"}],
)
def test_strangers_may_not(server: Server, event_ids: dict[str, str], asked: dict[str, str]) -> None:
    client = socketio.Client(reconnection=False)
    with pytest.raises(socketio.exceptions.ConnectionError):
        client.connect(server.url, auth={"event": event_ids["public"], **asked}, transports=["websocket"])


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1.evil.example"])
def test_pages_of_other_addresses_are_refused(server: Server, origin: str) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException):
        raw(server, origin)


@pytest.mark.parametrize("size", [LARGEST + 1, 5_000_000])
def test_a_frame_that_is_too_large_ends_its_own_connection_only(server: Server, size: int) -> None:
    with closing(raw(server, server.url)) as connection:
        connection.recv()
        assert ends(connection, "4" + "x" * size)
    assert requests.get(f"{server.url}/livez", timeout=5).ok


def ends(connection: websocket.WebSocket, message: str) -> bool:
    """Whether the server hangs up on this message."""
    try:
        connection.send(message)
        while connection.recv():
            pass
    except websocket.WebSocketTimeoutException:
        return False
    except (websocket.WebSocketConnectionClosedException, OSError):
        return True
    return True


def test_a_frame_within_the_limit_does_not(server: Server) -> None:
    with closing(raw(server, server.url)) as connection:
        connection.settimeout(2)
        connection.recv()
        assert not ends(connection, "6")

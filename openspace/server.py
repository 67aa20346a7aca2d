"""The server process: patches first, then makes the app. Started by ``openspace serve``."""

# ruff: noqa: E402
from gevent import monkey

monkey.patch_all()

import signal
from importlib.util import find_spec

from gevent import spawn
from gevent.pywsgi import WSGIHandler, WSGIServer

from openspace.app import create_app
from openspace.config import Misconfigured
from openspace.live import publish

BACKLOG = 4096  # a hall joins within a minute; with 128 many are lost (QUALITY.md, P3)


class Handler(WSGIHandler):
    """A connection that was a socket ends with it: its last bytes are no request, and no line in the log."""

    def handle_one_response(self) -> None:
        super().handle_one_response()
        self.close_connection = self.close_connection or "HTTP_UPGRADE" in (self.environ or {})


def main() -> None:
    """Serve until told to stop."""
    if find_spec("geventwebsocket"):
        raise Misconfigured("gevent-websocket is installed: one large frame would stall everybody. Remove it.")
    app = create_app()
    settings = app.config["SETTINGS"]
    with app.app_context():
        publish.start()
    server = WSGIServer((settings.host, settings.port), app.wsgi_app, backlog=BACKLOG, log=None, handler_class=Handler)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: spawn(server.stop, 5))
    server.serve_forever()


if __name__ == "__main__":
    main()

"""The server process: patches first, then makes the app. Started by ``openspace serve``."""

# ruff: noqa: E402
from gevent import monkey

monkey.patch_all()

import logging
import signal
from importlib.util import find_spec

from flask import Flask
from gevent import sleep, spawn
from gevent.pywsgi import WSGIHandler, WSGIServer

from openspace.actions.forgetting import forget
from openspace.app import create_app
from openspace.config import Misconfigured
from openspace.database import now
from openspace.errors import NotSavedYet
from openspace.live import publish

log = logging.getLogger(__name__)

BACKLOG = 4096  # a hall joins within a minute; with 128 many are lost (QUALITY.md, P3)


class Handler(WSGIHandler):
    """A connection that was a socket ends with it: its last bytes are no request, and no line in the log."""

    def handle_one_response(self) -> None:
        super().handle_one_response()
        self.close_connection = self.close_connection or "HTTP_UPGRADE" in (self.environ or {})


def forget_on_time(app: Flask) -> None:
    """Every hour, what is due for deletion goes. Never returns."""
    while True:
        with app.app_context():
            try:
                forget(now())
            except NotSavedYet:
                log.warning("nothing could be deleted this hour; the next hour tries again")
        sleep(3600)


def main() -> None:
    """Serve until told to stop."""
    if find_spec("geventwebsocket"):
        raise Misconfigured("gevent-websocket is installed: one large frame would stall everybody. Remove it.")
    app = create_app()
    settings = app.config["SETTINGS"]
    with app.app_context():
        publish.start()
    spawn(forget_on_time, app)
    server = WSGIServer((settings.host, settings.port), app.wsgi_app, backlog=BACKLOG, log=None, handler_class=Handler)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: spawn(server.stop, 5))
    server.serve_forever()


if __name__ == "__main__":
    main()

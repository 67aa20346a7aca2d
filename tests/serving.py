"""A real server in a process of its own, for tests with real sockets and real browsers."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from openspace.app import create_app
from openspace.config import Settings
from openspace.extensions import db

PATIENCE = 30


@dataclass
class Server:
    """A running server. ``url`` is where it answers, ``settings`` how to reach its database."""

    url: str
    settings: Settings
    process: subprocess.Popen[bytes]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings_for(data: Path, port: int, host: str = "127.0.0.1") -> Settings:
    return Settings(
        host="127.0.0.1",
        port=port,
        base_url=f"http://{host}:{port}",
        database_url=f"sqlite:///{data / 'openspace.sqlite3'}",
        secret="a secret for tests",
        data=data,
    )


@contextmanager
def serving(data: Path, host: str = "127.0.0.1") -> Iterator[Server]:
    """Serve an empty database until the block ends. ``host`` is the name that browsers use."""
    settings = settings_for(data, free_port(), host)
    app = create_app(settings)
    with app.app_context():
        db.create_all()
        db.engine.dispose()
    process = start(settings)
    try:
        yield Server(settings.base_url, settings, process)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def start(settings: Settings) -> subprocess.Popen[bytes]:
    """Start the server process and wait until it is ready."""
    env = {
        **os.environ,
        "HOST": settings.host,
        "PORT": str(settings.port),
        "OPENSPACE_BASE_URL": settings.base_url,
        "OPENSPACE_DATA": str(settings.data),
        "OPENSPACE_SECRET": settings.secret,
    }
    process = subprocess.Popen([sys.executable, "-m", "openspace.server"], env=env)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(f"http://127.0.0.1:{settings.port}/readyz", timeout=1).read()
            return process
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start (exit code {process.poll()})")

"""Settings from the environment. One place, one table in the README."""

import os
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

ROOT = Path(__file__).resolve().parent.parent


class Misconfigured(Exception):
    """The environment does not fit; the message is one sentence for the operator."""


@dataclass(frozen=True)
class Settings:
    """What an operator may set.

    ``base_url`` has no slash at its end. ``data`` is the folder of the embedded
    database and of the secret made at first start.
    """

    host: str
    port: int
    base_url: str
    database_url: str
    secret: str
    data: Path

    @property
    def is_sqlite(self) -> bool:
        """Whether the embedded database is used."""
        return self.database_url.startswith("sqlite")


def from_environment(env: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings. Raises ``Misconfigured`` with a sentence that says what to do."""
    host = env.get("HOST", "0.0.0.0")  # noqa: S104 - phones of the hall must reach it
    port = _port(env.get("PORT", "8000"))
    data = Path(env.get("OPENSPACE_DATA", ROOT / "instance")).resolve()
    database_url = env.get("DATABASE_URL", "")
    base_url = env.get("OPENSPACE_BASE_URL", "").rstrip("/") or f"http://{_address(host)}:{port}"
    return Settings(
        host=host,
        port=port,
        base_url=base_url,
        database_url=_database(database_url) if database_url else f"sqlite:///{data / 'openspace.sqlite3'}",
        secret=env.get("OPENSPACE_SECRET") or _secret(data, needed=bool(database_url)),
        data=data,
    )


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise Misconfigured(f"PORT must be a number from 1 to 65535, not {text!r}.")


def _database(url: str) -> str:
    """The address as it is, once there is a driver for it."""
    try:
        make_url(url).get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError, ImportError) as unknown:
        raise Misconfigured("DATABASE_URL names no database for which there is a driver here.") from unknown
    return url


def _secret(data: Path, *, needed: bool) -> str:
    if needed:
        raise Misconfigured(
            "DATABASE_URL is set, so OPENSPACE_SECRET must be set too: a long random text that stays the same."
        )
    path = data / "secret"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()


def _address(host: str) -> str:
    """The address at which phones in the same network find this machine."""
    if host not in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # A UDP "connect" sends nothing; it only asks the routing table for the outgoing address.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"

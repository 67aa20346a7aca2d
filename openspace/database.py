"""How the embedded database is opened. PostgreSQL needs none of this."""

import sqlite3
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError

WRITING = "openspace_writing"  # execution option: this transaction is going to write


def now() -> datetime:
    """The present moment in UTC, to the millisecond."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def busy_or_full(trouble: OperationalError) -> bool:
    """Whether trying again later may help; a missing column, say, is a defect and stays one."""
    name = getattr(trouble.orig, "sqlite_errorname", "")
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR"))


def prepare(engine: Engine) -> None:
    """Give SQLite connections our settings and explicit transactions."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _settings)
        event.listen(engine, "begin", _begin)


def _settings(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver must not open transactions by itself, or BEGIN IMMEDIATE comes too late.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    # SQLite waits in C and would stop every greenlet meanwhile: wait briefly here, longer in actions/change.py.
    connection.execute("PRAGMA busy_timeout=50")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

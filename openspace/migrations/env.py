"""Runs migrations on the app's own connection, each in one transaction: old or new schema, never mixed."""

from typing import Literal

from alembic import context
from flask import current_app

from openspace.extensions import Base, UtcTime


def _plain(kind: str, thing: object, _context: object) -> str | Literal[False]:
    """Migrations outlive our classes: they name plain column types."""
    return "sa.DateTime()" if kind == "type" and isinstance(thing, UtcTime) else False


database = current_app.extensions["migrate"].db


def run() -> None:
    """Bring the connected database up or down."""
    with database.engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        context.configure(
            connection=connection, target_metadata=Base.metadata, render_as_batch=sqlite, render_item=_plain
        )
        with context.begin_transaction():
            context.run_migrations()


run()

"""Whether the database is one that this program knows."""

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy.exc import DBAPIError

from openspace.config import Misconfigured
from openspace.extensions import db


def require_known() -> None:
    """Raise ``Misconfigured`` when a newer program has changed this database."""
    scripts = ScriptDirectory(current_app.extensions["migrate"].directory)
    known = {None, *(script.revision for script in scripts.walk_revisions())}
    if present() not in known:
        raise Misconfigured(
            "This database was made by a newer Openspace. Install that version, or use another database."
        )


def present() -> str | None:
    """The version of the database; ``None`` for an empty one. Raises ``Misconfigured`` when it cannot be reached."""
    try:
        with db.engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    except DBAPIError as silent:
        raise Misconfigured("The database cannot be reached. Check its address, and whether it runs.") from silent

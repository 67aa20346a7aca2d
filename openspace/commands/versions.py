"""Whether the database is one that this program knows."""

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app

from openspace.config import Misconfigured
from openspace.extensions import db


def require_known() -> None:
    """Raise ``Misconfigured`` when a newer program has changed this database."""
    with db.engine.connect() as connection:
        present = MigrationContext.configure(connection).get_current_revision()
    scripts = ScriptDirectory(current_app.extensions["migrate"].directory)
    known = {script.revision for script in scripts.walk_revisions()}
    if present is not None and present not in known:
        raise Misconfigured(
            "This database was made by a newer Openspace. Install that version, or use another database."
        )

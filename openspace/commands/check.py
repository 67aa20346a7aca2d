"""``openspace check``: whether everything is in place to hold an event."""

from collections.abc import Iterator
from dataclasses import dataclass

import click
from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy import func, make_url, select

from openspace.app import create_app
from openspace.commands import versions
from openspace.config import Misconfigured, Settings
from openspace.extensions import db
from openspace.models import Account, Site


@dataclass(frozen=True)
class Line:
    """One line of the table. ``todo`` says what to do where something is not in place."""

    what: str
    how: str
    todo: str = ""


def run() -> int:
    """Print a table. Returns the exit code: 0 when nothing is left to do."""
    with create_app().app_context():
        lines = list(_lines(current_app.config["SETTINGS"]))
    width = max(len(line.what) for line in lines)
    for line in lines:
        click.echo(f"{'--' if line.todo else 'ok'}  {line.what:{width}}  {line.how}")
        if line.todo:
            click.echo(f"    {'':{width}}  → {line.todo}")
    return 1 if any(line.todo for line in lines) else 0


def _lines(settings: Settings) -> Iterator[Line]:
    yield _address(settings)
    yield Line("listens on", f"{settings.host}:{settings.port}")
    database = _database(settings)
    yield database
    if not database.todo:
        yield from _sites()


def _address(settings: Settings) -> Line:
    secure = settings.base_url.startswith("https:")
    return Line("address", settings.base_url + ("" if secure else " (no HTTPS: no offline pages, no installing)"))


def _database(settings: Settings) -> Line:
    name = make_url(settings.database_url).render_as_string(hide_password=True)
    try:
        versions.require_known()
        present = versions.present()
    except Misconfigured as wrong:
        return Line("database", name, str(wrong))
    newest = ScriptDirectory(current_app.extensions["migrate"].directory).get_current_head()
    if present != newest:
        return Line("database", f"{name}, version {present or 'none'}", "`openspace serve` brings it up to date.")
    return Line("database", f"{name}, version {present}")


def _sites() -> Iterator[Line]:
    sites = list(db.session.scalars(select(Site).order_by(Site.code)))
    if not sites:
        yield Line("sites", "none", "Open the set-up link that `openspace serve` prints, or `openspace site create`.")
    for site in sites:
        yield _texts(site)
        yield _accounts(site)


def _texts(site: Site) -> Line:
    missing = [part for part in ("imprint", "privacy") if not site.has_written(part)]
    if not missing:
        return Line(f"site {site.code}", f"{site.name}: imprint and privacy notice are written")
    return Line(f"site {site.code}", f"{site.name}: not complete: {', '.join(missing)}", "Write them at /staff/site.")


def _accounts(site: Site) -> Line:
    count = db.session.scalars(select(func.count()).select_from(Account).filter_by(site_id=site.id)).one()
    todo = "" if count else "openspace account create"
    return Line(f"accounts of {site.code}", str(count), todo)

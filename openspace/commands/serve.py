"""``openspace serve``: checks, migrations, links, then the server in a process of its own."""

import os
import socket
import sys

import click
import segno
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import select

from openspace.actions import accounts
from openspace.app import create_app
from openspace.commands import versions
from openspace.config import Misconfigured, Settings
from openspace.extensions import db
from openspace.models import Event


def run(*, demo_if_empty: bool) -> None:
    """Prepare everything, print the links, serve. Raises ``Misconfigured``."""
    app = create_app()
    settings: Settings = app.config["SETTINGS"]
    _require_free(settings)
    with app.app_context():
        versions.require_known()
        upgrade()
        if demo_if_empty:
            _load_demo()
        _print_links(app)
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "openspace.server"])  # noqa: S606 - our own module


def _require_free(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as taken:
            raise Misconfigured(
                f"Port {settings.port} is in use. Stop the other program, or choose another with PORT=8080."
            ) from taken


def _load_demo() -> None:
    """Comes with the demo."""


def _print_links(app: Flask) -> None:
    base = app.config["BASE_URL"]
    if accounts.needs_setup():
        token = accounts.setup_token(app.config["SECRET_KEY"])
        click.echo(f"Set up the first account: {base}/setup/{token}")
    event = db.session.scalar(select(Event).where(Event.opened_at.is_not(None)).order_by(Event.id.desc()))
    if event is not None:
        join = f"{base}/j/{event.join_token}"
        segno.make(join).terminal(compact=True)
        click.echo(f"Phone    {join}   or {base} and {event.join_code}")
        click.echo(f"Screen   {base}/s/{event.screen_token}")
        click.echo(f"Cockpit  {base}/c/{event.public_id}")
    click.echo(f"Staff    {base}/staff")

"""``openspace serve``: checks, migrations, links, then the server in a process of its own."""

import errno
import os
import socket
import sys

import click
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import select

from openspace.actions import accounts
from openspace.app import create_app
from openspace.commands import demo, links, versions
from openspace.config import Misconfigured, Settings
from openspace.demo import site
from openspace.demo.build import build
from openspace.extensions import db
from openspace.models import Site

REFUSED: dict[int | None, str] = {
    errno.EADDRINUSE: "Port {port} is in use. Stop the other program, or choose another with PORT=8080.",
    errno.EACCES: "Port {port} is kept for the system. Choose one above 1023, with PORT=8080.",
}


def run(*, demo_if_empty: bool) -> None:
    """Prepare everything, print the links, serve. Raises ``Misconfigured``."""
    app = create_app()
    settings: Settings = app.config["SETTINGS"]
    _require_free(settings)
    with app.app_context():
        versions.require_known()
        upgrade()
        password = _load_demo() if demo_if_empty else None
        _print_links(app, password)
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "openspace.server"])  # noqa: S606 - our own module


def _require_free(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as refused:
            sentence = REFUSED.get(refused.errno, "HOST={host} is no address of this machine.")
            raise Misconfigured(sentence.format(host=settings.host, port=settings.port)) from refused


def _load_demo() -> str | None:
    """Load the demo where there is no site at all; returns the password of its accounts."""
    if db.session.scalar(select(Site.id).limit(1)) is not None:
        return None
    return site.one_password(build().site)


def _print_links(app: Flask, password: str | None) -> None:
    base = app.config["BASE_URL"]
    if accounts.needs_setup():
        token = accounts.setup_token(app.config["SECRET_KEY"])
        click.echo(f"Set up the first account: {base}/setup/{token}")
    event = links.open_event()
    if event is None:
        click.echo(f"Staff    {base}/staff")
        return
    links.show(demo.loaded(event.site) if event.site.is_demo else event)
    if event.site.is_demo:
        demo.say_password(password)

"""``openspace demo --live``: simulated residents at a running server, on the database that it serves."""

import json
import subprocess
import sys
from urllib.error import URLError
from urllib.request import urlopen

import click
from flask import current_app
from flask_migrate import upgrade

from openspace.app import create_app
from openspace.commands import demo, links, versions
from openspace.config import Misconfigured
from openspace.database import now
from openspace.demo.build import SEED
from openspace.demo.plan import open_event
from openspace.demo.site import simulated_facilitator


def run(*, phones: int, minutes: float, url: str | None) -> int:
    """Play a fresh event of the demo's site. Returns the exit code. Raises ``Misconfigured``."""
    with create_app().app_context():
        versions.require_known()
        upgrade()
        url = url or f"http://127.0.0.1:{current_app.config['SETTINGS'].port}"
        _require_server(url)
        script = _script(url, phones, minutes)
    # The script goes by the pipe: arguments of a program can be read by everybody on this machine.
    player = [sys.executable, "-m", "openspace.demo.live"]
    return subprocess.run(player, input=json.dumps(script), text=True, check=False).returncode


def _require_server(url: str) -> None:
    try:
        urlopen(f"{url}/readyz", timeout=10).close()  # noqa: S310 - the operator's own server
    except (URLError, ValueError, TimeoutError) as silent:
        raise Misconfigured(f"No server is ready at {url}: start it with `openspace serve`, or say --url.") from silent


def _script(url: str, phones: int, minutes: float) -> dict[str, object]:
    site = demo.the_site()
    event = open_event(site, now(), weighting=True)
    email, password = simulated_facilitator(site)
    click.echo(f"Screen   {links.links(event)['screen']}")
    click.echo(f"Cockpit  {links.links(event)['cockpit']}")
    return {
        "url": url,
        "seconds": minutes * 60,
        "phones": phones,
        "seed": SEED,
        "event": event.public_id,
        "join": f"/j/{event.join_token}",
        "screen": event.screen_token,
        "email": email,
        "password": password,
        "steps": [(step.id, step.phase) for step in event.steps],
    }

"""``openspace demo``: load it, take it away, print its links."""

import json

import click
from flask_migrate import upgrade
from sqlalchemy import select

from openspace.app import create_app
from openspace.commands import links, versions
from openspace.demo import site as demo
from openspace.demo.build import build
from openspace.extensions import db
from openspace.models import Event, Site, Topic

CONVENED = 14  # the topic whose convener's return code is printed


def run(*, remove: bool, as_json: bool) -> None:
    """Do what was asked for, in the database of the environment. Raises ``Misconfigured``."""
    with create_app().app_context():
        versions.require_known()
        upgrade()
        if remove:
            click.echo("The demo is removed." if demo.remove_site() else "There is no demo to remove.")
        elif as_json:
            click.echo(json.dumps(as_links(the_site()), indent=2))
        else:
            _load()


def the_site() -> Site:
    """The demo's site; where it is missing the demo is loaded."""
    return demo.demo_site() or build().site


def _load() -> None:
    site = demo.demo_site()
    if site is not None:
        click.echo("The demo is there already.")
    event = loaded(site) if site is not None else build()
    links.show(event)
    say_password(demo.one_password(event.site) if site is None else None)


def say_password(password: str | None) -> None:
    """Print how to sign in; ``None`` where the password was printed at another time: nobody knows it now."""
    known = password or "printed when the demo was loaded; `openspace demo --json` makes a new one"
    click.echo(f"Sign in  {demo.FACILITATOR} (facilitator) or {demo.STAFF} (staff)")
    click.echo(f"         Password: {known}")


def loaded(site: Site) -> Event:
    """The event that was loaded, not one that played by itself."""
    return db.session.scalars(select(Event).filter_by(site_id=site.id).order_by(Event.id).limit(1)).one()


def as_links(site: Site) -> dict[str, str]:
    """Everything that somebody needs who tries the demo; both accounts get one new password."""
    event = loaded(site)
    topic = db.session.scalars(select(Topic).filter_by(event_id=event.id, number=CONVENED)).one()
    return {
        **links.links(event),
        "return_code": topic.convener.return_code if topic.convener else "",
        "facilitator": demo.FACILITATOR,
        "staff_account": demo.STAFF,
        "password": demo.one_password(site),
    }

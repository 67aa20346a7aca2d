"""The links of an event, printed where an operator starts the program."""

import click
import segno
from flask import current_app
from sqlalchemy import select

from openspace.extensions import db
from openspace.models import Event
from openspace.tokens import spaced


def links(event: Event) -> dict[str, str]:
    """Where phones, the projector, the facilitator and staff go, at the address by which this machine is reached."""
    base = current_app.config["BASE_URL"]
    return {
        "join": f"{base}/j/{event.join_token}",
        "screen": f"{base}/s/{event.screen_token}",
        "cockpit": f"{base}/c/{event.public_id}",
        "staff": f"{base}/staff/{event.public_id}/drafts",
    }


def open_event() -> Event | None:
    """The newest event that residents may join."""
    running = select(Event).where(Event.opened_at.is_not(None), Event.closed_at.is_(None))
    return db.session.scalar(running.order_by(Event.id.desc()).limit(1))


def show(event: Event) -> None:
    """Print the links, and the one for phones as a QR code as well."""
    to, base = links(event), current_app.config["BASE_URL"]
    segno.make(to["join"]).terminal(compact=True)
    click.echo(f"Phone    {to['join']}   or {base} and {spaced(event.join_code)}")
    for label in ("screen", "cockpit", "staff"):
        click.echo(f"{label.capitalize():8} {to[label]}")

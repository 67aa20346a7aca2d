"""``openspace account create``."""

import sys

import click
from sqlalchemy import select

from openspace.actions import accounts
from openspace.commands.ground import ground
from openspace.config import Misconfigured
from openspace.extensions import db
from openspace.forms.desk import EMAIL
from openspace.models import Site
from openspace.tokens import new_password
from openspace.vocabulary import Role


def create(email: str, role: Role, code: str) -> None:
    """Give somebody an account at a site. Raises ``Misconfigured``."""
    if not EMAIL.shape.fullmatch(email):
        raise Misconfigured(f"--email takes an e-mail address, not {email!r}.")
    with ground():
        site = _site(code)
        typed = _ask()
        password = typed or new_password()
        account = accounts.create_account(site, email, password, role)
        click.echo(f"{account.email} may sign in at {site.name} as {account.role}.")
        if not typed:
            click.echo(f"Password: {password}")


def _ask() -> str:
    """What the operator types; nothing where nobody sits at a terminal."""
    if not sys.stdin.isatty():
        return ""
    asked: str = click.prompt(
        "Password (leave empty and one is made)",
        default="",
        show_default=False,
        hide_input=True,
        confirmation_prompt=True,
    )
    return asked


def _site(code: str) -> Site:
    site = db.session.scalar(select(Site).filter_by(code=code.upper()))
    if site is not None:
        return site
    there = ", ".join(db.session.scalars(select(Site.code).order_by(Site.code)))
    known = f"There are: {there}." if there else "Make one first: openspace site create."
    raise Misconfigured(f"There is no site {code!r}. {known}")

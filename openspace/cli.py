"""The command line: ``openspace serve`` and what an operator needs beside it."""

import sys
from pathlib import Path

import click

from openspace.config import Misconfigured
from openspace.vocabulary import Role


@click.group()
def cli() -> None:
    """Openspace: live Open Space events in a neighbourhood."""


def main() -> None:
    """Run a command; what does not fit is one clear sentence and an exit code that is not 0."""
    try:
        cli(standalone_mode=True)
    except Misconfigured as wrong:
        click.echo(str(wrong), err=True)
        sys.exit(2)


@cli.command()
@click.option("--demo-if-empty", is_flag=True, help="Load the demo event when there is no site yet.")
def serve(demo_if_empty: bool) -> None:
    """Bring the database up to date and serve."""
    from openspace.commands import serve as command

    command.run(demo_if_empty=demo_if_empty)


@cli.command()
@click.option("--remove", is_flag=True, help="Delete the demo with its events and its accounts, and nothing else.")
@click.option("--json", "as_json", is_flag=True, help="Print its links as JSON, with a new password.")
@click.option("--live", is_flag=True, help="Let simulated residents act at a running server, through all phases.")
@click.option("--phones", type=click.IntRange(1, 5000), default=30, show_default=True, help="With --live: how many.")
@click.option(
    "--minutes", type=click.FloatRange(0.1, 600), default=5.0, show_default=True, help="With --live: how long."
)
@click.option("--url", help="With --live: where the server answers. [default: this machine, at PORT]")
def demo(*, remove: bool, as_json: bool, live: bool, phones: int, minutes: float, url: str | None) -> None:
    """Load one believable event of a neighbourhood."""
    if live:
        from openspace.commands import live as playing

        sys.exit(playing.run(phones=phones, minutes=minutes, url=url))
    from openspace.commands import demo as command

    command.run(remove=remove, as_json=as_json)


@cli.group()
def site() -> None:
    """Neighbourhoods with their offices."""


@site.command("create")
@click.option(
    "--code", required=True, help="2 to 8 letters; they head the number of every topic, as in LIND-2026-05-14."
)
@click.option("--name", required=True, help="The neighbourhood, as people call it.")
@click.option("--carrier", default="", help="The organisation that is responsible.")
@click.option("--imprint", type=click.Path(path_type=Path), help="A text file with the imprint.")
@click.option("--privacy", type=click.Path(path_type=Path), help="A text file with the privacy notice.")
def create_site(code: str, name: str, carrier: str, imprint: Path | None, privacy: Path | None) -> None:
    """Make a site."""
    from openspace.commands import site as command

    command.create(code, name, carrier, imprint, privacy)


@cli.group()
def account() -> None:
    """Those who work for a site."""


@account.command("create")
@click.option("--email", required=True)
@click.option("--role", required=True, type=click.Choice([role.value for role in Role]))
@click.option("--site", "code", required=True, help="The letters of the site, such as LIND.")
def create_account(email: str, role: str, code: str) -> None:
    """Give somebody an account. The password is asked for, or made and printed."""
    from openspace.commands import account as command

    command.create(email, Role(role), code)


@cli.command()
def check() -> None:
    """Say whether everything is in place to hold an event."""
    from openspace.commands import check as command

    sys.exit(command.run())


if __name__ == "__main__":
    main()

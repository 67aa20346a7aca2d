"""The command line: ``openspace serve`` and what an operator needs beside it."""

import sys

import click

from openspace.config import Misconfigured


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


if __name__ == "__main__":
    main()

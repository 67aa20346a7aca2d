"""``openspace site create``."""

import re
from pathlib import Path

import click

from openspace.actions import sites
from openspace.commands.ground import ground
from openspace.config import Misconfigured


def create(code: str, name: str, carrier: str, imprint: Path | None, privacy: Path | None) -> None:
    """Make a site; its texts may come from files. Raises ``Misconfigured``."""
    if not re.fullmatch("[A-Za-z]{2,8}", code):
        raise Misconfigured(f"--code takes 2 to 8 letters from A to Z, not {code!r}.")
    if not name.strip():
        raise Misconfigured("--name must not be empty: it stands on the sign of every page.")
    texts = {"carrier": carrier, "imprint": _text(imprint), "privacy": _text(privacy)}
    with ground():
        site = sites.create_site(code, name.strip(), **texts)
        click.echo(f"Site {site.code} is made: {site.name}.")
        if not site.may_open_events:
            click.echo("Imprint or privacy notice are not complete. Events can be prepared, but not opened yet.")


def _text(path: Path | None) -> str:
    """What stands in a file; nothing where there is none."""
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as wrong:
        raise Misconfigured(f"{path} cannot be read as a text file in UTF-8.") from wrong

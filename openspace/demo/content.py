"""The words of the demo: one evening in an invented neighbourhood, as ``neighbourhood.toml`` has it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("neighbourhood.toml")

Entry = dict[str, Any]


@cache
def content() -> Entry:
    """The whole file; its head comment says what the entries mean."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))

"""Static files under a folder named by their hash, so that browsers may keep them for ever."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, send_from_directory, url_for

from openspace.config import ROOT

bp = Blueprint("assets", __name__)
STATIC = ROOT / "static"


@cache
def build() -> str:
    """A hash over all static files. Relative imports between modules stay whole within it."""
    sums = hashlib.sha256()
    for path in sorted(p for p in STATIC.rglob("*") if p.is_file()):
        sums.update(str(path.relative_to(STATIC)).encode() + path.read_bytes())
    return sums.hexdigest()[:12]


@bp.get("/static/<build>/<path:name>")
def file(build: str, name: str) -> Response:
    """A static file. An older build's address gets the present file."""
    answer = send_from_directory(STATIC, name)
    answer.cache_control.no_cache = None
    answer.cache_control.public = True
    answer.cache_control.max_age = 31536000
    answer.cache_control.immutable = True
    return answer


def asset(name: str) -> str:
    """The address of a static file (``js/live.js``)."""
    return url_for("assets.file", build=build(), name=name)


def modules() -> list[str]:
    """Names of our own scripts, for preloading."""
    return [f"js/{path.name}" for path in sorted(Path(STATIC / "js").glob("*.js"))]

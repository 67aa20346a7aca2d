"""Imprint, privacy, accessibility: linked from every page."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from openspace.errors import NotFound
from openspace.extensions import db
from openspace.i18n import speak
from openspace.models import Site
from openspace.web.door import guest_language

bp = Blueprint("about", __name__, url_prefix="/about/<code>")


def _page(code: str, part: str) -> ResponseReturnValue:
    site = db.session.scalar(select(Site).filter_by(code=code))
    if site is None:
        raise NotFound
    speak(guest_language())
    return render_template("pages/about.html", site=site, part=part)


@bp.get("/imprint")
def imprint(code: str) -> ResponseReturnValue:
    """Who is responsible."""
    return _page(code, "imprint")


@bp.get("/privacy")
def privacy(code: str) -> ResponseReturnValue:
    """What is stored, in plain words."""
    return _page(code, "privacy")

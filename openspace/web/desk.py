"""The desk: where somebody who works for a site begins. Its events, and the way to everything else."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from openspace.extensions import db
from openspace.models import Account, Event
from openspace.web.door import for_account

bp = Blueprint("desk", __name__, url_prefix="/staff")


@bp.get("")
@for_account
def home(account: Account) -> ResponseReturnValue:
    """The site's events, the latest first."""
    rows = select(Event).filter_by(site_id=account.site_id).order_by(Event.starts_at.desc(), Event.id.desc())
    return render_template("pages/desk/home.html", events=list(db.session.scalars(rows)))

"""A new event from a template."""

from zoneinfo import ZoneInfo

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from openspace import plans
from openspace.actions import events
from openspace.forms.events import NewEventForm
from openspace.models import Account
from openspace.web.answers import submit
from openspace.web.door import for_organiser

bp = Blueprint("new_event", __name__, url_prefix="/staff/new")

ZONE = "Europe/Berlin"


@bp.get("")
@for_organiser
def page(account: Account) -> ResponseReturnValue:
    """An empty form, with the site's languages ticked."""
    return _page(NewEventForm(languages=account.site.languages))


def _page(form: NewEventForm) -> ResponseReturnValue:
    return render_template("pages/desk/new_event.html", form=form, plans=plans)


@bp.post("")
@for_organiser
def create(account: Account) -> ResponseReturnValue:
    """Make it; everything else is prepared on its own page."""
    form = NewEventForm()
    return submit(form, lambda: _create(account, form), _page)


def _create(account: Account, form: NewEventForm) -> ResponseReturnValue:
    template = form.template.data or "half_day"
    event = events.create_event(account.site, template=template, timezone=ZONE, **form.values(ZoneInfo(ZONE)))
    return redirect(url_for("prepare.page", event=event.public_id, people=form.people.data), 303)

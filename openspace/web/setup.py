"""The set-up link of the first start: makes the first site and its admin, then leads nowhere any more."""

from flask import Blueprint, current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from openspace.actions import accounts
from openspace.errors import NotFound
from openspace.forms.sites import SetUpForm
from openspace.i18n import speak
from openspace.web.answers import submit
from openspace.web.door import guest_language
from openspace.web.signin import begin

bp = Blueprint("setup", __name__, url_prefix="/setup/<token>")


def _require_open(token: str) -> None:
    if not accounts.opens_setup(current_app.config["SECRET_KEY"], token):
        raise NotFound
    speak(guest_language())


@bp.get("")
def page(token: str) -> ResponseReturnValue:
    """Site, e-mail and password."""
    _require_open(token)
    return _page(token, SetUpForm())


def _page(token: str, form: SetUpForm) -> ResponseReturnValue:
    return render_template("pages/setup.html", token=token, form=form)


@bp.post("")
def set_up(token: str) -> ResponseReturnValue:
    """Make both, and go on signed in to the site's texts."""
    _require_open(token)
    form = SetUpForm()
    return submit(form, lambda: _set_up(form), lambda f: _page(token, f))


def _set_up(form: SetUpForm) -> ResponseReturnValue:
    email, password = form.email.data or "", form.password.data or ""
    accounts.set_up(email, password, code=form.code.data or "", name=form.name.data or "")
    begin(accounts.sign_in(email, password, guest_language().tag))
    return redirect(url_for("site.page", start="texts"), 303)

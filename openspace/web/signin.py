"""Signing in, for those who work for a site."""

from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from openspace.actions import accounts
from openspace.extensions import limiter
from openspace.forms.signin import SignInForm
from openspace.i18n import speak
from openspace.web.answers import submit
from openspace.web.door import device_token, guest_language

bp = Blueprint("signin", __name__)


@bp.get("/signin")
def page() -> ResponseReturnValue:
    """E-mail and password."""
    return _page(SignInForm())


def _page(form: SignInForm) -> ResponseReturnValue:
    speak(guest_language())
    return render_template("pages/signin.html", form=form, then=request.values.get("then", ""))


@bp.post("/signin")
@limiter.limit("20 per minute", deduct_when=lambda answer: answer.status_code == 409)
def sign_in() -> ResponseReturnValue:
    """In, with a new session."""
    speak(guest_language())
    form = SignInForm()
    return submit(form, lambda: _sign_in(form), _page)


def _sign_in(form: SignInForm) -> ResponseReturnValue:
    begin(accounts.sign_in(form.email.data or "", form.password.data or "", guest_language().tag))
    return redirect(_inside(request.values.get("then", "")), 303)


def begin(token: str) -> None:
    """A new session for who has just signed in; nothing of the one before survives."""
    session.clear()
    session["device"] = token


def _inside(address: str) -> str:
    """Only addresses of our own are gone on to."""
    parts = urlsplit(address)
    ours = address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.netloc
    return address if ours else url_for("desk.home")


@bp.post("/signout")
def sign_out() -> ResponseReturnValue:
    """Out."""
    accounts.sign_out(device_token())
    session.clear()
    return redirect(url_for("join.page"), 303)

"""Join: QR or code → one tap on a language → in."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from openspace import access
from openspace.actions import participants
from openspace.errors import NotFound, RuleBroken
from openspace.extensions import db, limiter
from openspace.forms.join import CodeForm, LanguageForm
from openspace.i18n import FALLBACK, LANGUAGES, offered_tags, speak
from openspace.models import Event
from openspace.tokens import read_code
from openspace.web.answers import submit
from openspace.web.door import device_token, guest_language

bp = Blueprint("join", __name__)

# Only failures count, and they only slow down: one venue is one address (QUALITY.md, "Doors").
GUESSES = "60 per minute; 600 per hour"
wrong_guesses = limiter.shared_limit(GUESSES, scope="guess", deduct_when=lambda answer: answer.status_code == 409)


def remember(token: str) -> None:
    """Put the device's token into the one necessary cookie."""
    session.permanent = True
    session["device"] = token


@bp.get("/")
def page() -> ResponseReturnValue:
    """Where somebody types the number from the screen."""
    return _code_page(CodeForm())


def _code_page(form: CodeForm) -> ResponseReturnValue:
    speak(guest_language())
    return render_template("pages/code.html", form=form)


@bp.post("/join")
@wrong_guesses
def code() -> ResponseReturnValue:
    """The number from the screen → the page with the languages."""
    speak(guest_language())
    form = CodeForm()
    return submit(form, lambda: _enter_code(read_code(form.code.data or "")), _code_page)


def _enter_code(digits: str) -> ResponseReturnValue:
    event = db.session.scalar(select(Event).filter_by(join_code=digits)) if len(digits) == 8 else None
    # Wrong, closed and not yet opened codes answer alike.
    if event is None or not event.is_open:
        raise RuleBroken("wrong_code")
    return redirect(url_for("join.door", token=event.join_token), 303)


def _by_token(token: str) -> Event:
    event = db.session.scalar(select(Event).filter_by(join_token=token))
    if event is None:
        raise NotFound
    return event


@bp.get("/j/<token>")
def door(token: str) -> ResponseReturnValue:
    """The page behind the QR: languages, one tap. Who is in already goes straight on."""
    event = _by_token(token)
    try:
        here = access.participant(event.public_id, device_token())
    except NotFound:
        return _languages(event)
    return redirect(_next(here.event), 303)


def _languages(event: Event) -> ResponseReturnValue:
    speak(guest_language())
    first = [LANGUAGES[tag] for tag in event.languages if tag in offered_tags()]
    more = [LANGUAGES[tag] for tag in offered_tags() if tag not in event.languages]
    return render_template("pages/join.html", event=event, first=first, more=more, form=LanguageForm())


@bp.post("/j/<token>")
def enter(token: str) -> ResponseReturnValue:
    """One tap on a language: in."""
    event = _by_token(token)
    form = LanguageForm()
    return submit(form, lambda: _join(event, form.language.data or ""), lambda _form: _languages(event))


def _join(event: Event, tag: str) -> ResponseReturnValue:
    language = tag if tag in offered_tags() else FALLBACK.tag
    speak(LANGUAGES[language])
    _, token = participants.join(event, device_token(), language)
    remember(token)
    return redirect(_next(event), 303)


def _next(event: Event) -> str:
    """Where a space's QR wanted to lead, or *Now*."""
    space = request.args.get("space", type=int)
    if space:
        return url_for("groups.at_space", event=event.public_id, space=space)
    return url_for("now.page", event=event.public_id)


@bp.get("/j/<token>/back")
def back(token: str) -> ResponseReturnValue:
    """ "I was here before": type the return code."""
    return _back_page(_by_token(token), CodeForm())


def _back_page(event: Event, form: CodeForm) -> ResponseReturnValue:
    speak(guest_language())
    return render_template("pages/come_back.html", event=event, form=form)


@bp.post("/j/<token>/back")
@wrong_guesses
def come_back(token: str) -> ResponseReturnValue:
    """The return code moves somebody to this phone, once."""
    event = _by_token(token)
    form = CodeForm()
    return submit(form, lambda: _come_back(event, read_code(form.code.data or "")), lambda f: _back_page(event, f))


def _come_back(event: Event, digits: str) -> ResponseReturnValue:
    _, token = participants.come_back(event, digits, device_token())
    remember(token)
    return redirect(_next(event), 303)


@bp.post("/language")
def language() -> ResponseReturnValue:
    """Change the language of a page for somebody who is at no event."""
    form = LanguageForm()
    tag = form.language.data
    if form.validate_on_submit() and tag in offered_tags():
        remember(participants.prefer_language(device_token(), str(tag)))
    return redirect(url_for("join.page"), 303)

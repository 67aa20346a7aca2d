"""The answer contract: the same action answers a plain form with a page and a script with JSON.

JSON: 200 ``{revision, url, said, undo, fragments}`` · 422 ``{fields}`` · 409 ``{code, message}`` ·
403/404 · 429/503 "later". HTML: 303 · 422 with the form · 409 with the reason.
"""

from collections.abc import Callable
from typing import Any

from flask import flash, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from openspace.access import Here
from openspace.errors import RuleBroken
from openspace.live.publish import changes
from openspace.web.sentences import sentence

Page = Callable[[Any], Any]


def wants_json() -> bool:
    """Whether a script asked."""
    best = request.accept_mimetypes.best_match(["text/html", "application/json"])
    return best == "application/json"


def saved(here: Here, to: str, said: str = "", undo: str = "") -> ResponseReturnValue:
    """It is done. ``said`` is one sentence, ``undo`` the address of the form that takes it back."""
    if not wants_json():
        if said:
            flash(said, undo or "done")
        return redirect(to, 303)
    since = request.form.get("since", type=int)
    news = changes(here.event, here.event.revision - 1 if since is None else since, here.audience, here.language)
    return jsonify({**news, "url": to, "said": said, "undo": undo})


def rejected(form: FlaskForm, again: Page) -> ResponseReturnValue:
    """The form's shape is wrong: the same page with sentences under the fields, all typed text kept."""
    if wants_json():
        return jsonify({"fields": {name: [str(e) for e in errors] for name, errors in form.errors.items()}}), 422
    return again(form), 422


def refused(broken: RuleBroken, form: FlaskForm | None = None, again: Page | None = None) -> ResponseReturnValue:
    """A rule said no: the reason, and the form as it was typed."""
    message = sentence(broken)
    if wants_json():
        return jsonify({"code": broken.code, "message": message}), 409
    if form is None or again is None:
        return render_template("pages/trouble.html", message=message), 409
    flash(message, "trouble")
    return again(form), 409


def submit(form: FlaskForm, do: Callable[[], ResponseReturnValue], again: Page) -> ResponseReturnValue:
    """Check the form, do it, answer. Whatever goes wrong brings the form back with its text."""
    if not form.validate_on_submit():
        return rejected(form, again)
    try:
        return do()
    except RuleBroken as broken:
        return refused(broken, form, again)

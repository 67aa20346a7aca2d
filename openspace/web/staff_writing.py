"""What staff do on a draft's page: write a field, take over words, set budget and status."""

from typing import Any

from flask import Blueprint, flash, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import applications
from openspace.actions.applications import Cost, budget_mark
from openspace.errors import Repeated, Stale
from openspace.forms.applications import BudgetForm, FieldForm, ShelveForm, StatusForm, TitleForm, WordsForm
from openspace.i18n import gettext, guess
from openspace.models import Draft, Outcome
from openspace.models.draft import FIELDS
from openspace.vocabulary import DraftStatus
from openspace.web.answers import submit, wants_json
from openspace.web.door import by, for_staff
from openspace.web.staff import show

bp = Blueprint("staff_writing", __name__, url_prefix="/staff/<event>/drafts/<int:draft>")


@bp.post(f"/fields/<any({','.join(FIELDS)}):field>")
@for_staff
def write(here: Here, draft: int, field: str) -> ResponseReturnValue:
    """One field; a stale one comes back with both texts and what was typed."""
    found, form = here.find(Draft, draft), TitleForm() if field == "title" else FieldForm()
    try:
        return submit(form, lambda: _write(here, found, field, form), lambda f: show(here, found, field, field=f))
    except Stale as stale:
        if wants_json():
            raise
        form.rev.data = str(stale.rev)
        return show(here, found, field, field=form, stale=stale), 409


def _write(here: Here, found: Draft, name: str, form: FieldForm) -> ResponseReturnValue:
    text = form.text.data or ""
    behind = [here.find(Outcome, key) for key in form.behind.data or []]
    language = _language(text, here.language.tag)
    applications.write_field(here.event, by(here), found, name, text, form.seen(), language=language, behind=behind)
    return _done(here, draft=found.id, field=name, rev=found.field(name).rev)


def _language(text: str, own: str) -> str:
    """Staff's own, also around somebody's words in another script."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = [letter for letter in letters if letter < "\u0250"]
    return own if len(latin) * 2 >= len(letters) else guess(text, own)


def _done(here: Here, draft: int, field: str = "", rev: int = 0, said: str = "") -> ResponseReturnValue:
    """It is saved. Staff's pages are not live: they get no fragments."""
    said = said or gettext("Saved.")
    where: dict[str, Any] = {"field": field, "_anchor": f"field-{field}"} if field else {}
    to = url_for("staff.draft", event=here.event.public_id, draft=draft, **where)
    if wants_json():
        news = {"revision": here.event.revision, "fragments": []}
        return jsonify({**news, "url": to, "said": said, "undo": "", "rev": rev})
    flash(said, "done")
    return redirect(to, 303)


@bp.errorhandler(Repeated)
def repeated(repeated: Repeated) -> ResponseReturnValue:
    """The same form came twice: the page shows what it did."""
    values = request.view_args or {}
    to = url_for("staff.draft", event=values["event"], draft=values["draft"])
    if wants_json():
        return jsonify({"revision": repeated.revision, "url": to, "said": "", "undo": "", "fragments": []})
    return redirect(to, 303)


@bp.post("/words")
@for_staff
def take(here: Here, draft: int) -> ResponseReturnValue:
    """Take somebody's words over into a field."""
    found, form = here.find(Draft, draft), WordsForm()
    return submit(form, lambda: _take(here, found, form), lambda _: show(here, found))


def _take(here: Here, found: Draft, form: WordsForm) -> ResponseReturnValue:
    name, outcome = form.field.data, here.find(Outcome, form.key_of_outcome())
    applications.take_words(here.event, by(here), found, name, outcome)
    return _done(here, found.id, name, found.field(name).rev, gettext("The words are in the text now."))


@bp.post("/words/untie")
@for_staff
def untie(here: Here, draft: int) -> ResponseReturnValue:
    """These words are not behind a field after all."""
    found, form = here.find(Draft, draft), WordsForm()
    return submit(form, lambda: _untie(here, found, form), lambda _: show(here, found))


def _untie(here: Here, found: Draft, form: WordsForm) -> ResponseReturnValue:
    name, outcome = form.field.data, here.find(Outcome, form.key_of_outcome())
    applications.untie_words(here.event, by(here), found, name, outcome)
    said = gettext("These words are no source of this field any more.")
    return _done(here, found.id, name, found.field(name).rev, said)


@bp.post("/budget")
@for_staff
def budget(here: Here, draft: int) -> ResponseReturnValue:
    """All lines of the budget at once."""
    found, form = here.find(Draft, draft), BudgetForm()
    return submit(form, lambda: _budget(here, found, form), lambda f: _budget_again(here, found, f))


def _budget(here: Here, found: Draft, form: BudgetForm) -> ResponseReturnValue:
    costs = [Cost(line.label.data or "", line.kind.data, line.cents.data or 0) for line in form.filled()]
    applications.set_budget(here.event, by(here), found, costs, form.seen.data or "")
    return _done(here, found.id, said=gettext("The budget is saved."))


def _budget_again(here: Here, found: Draft, form: BudgetForm) -> str:
    """What was typed. Where somebody was faster it stands beside theirs, and may be saved now."""
    if form.errors:
        return show(here, found, budget=form)
    form.seen.data = budget_mark(found)
    return show(here, found, budget=form, theirs=True)


@bp.post("/status")
@for_staff
def status(here: Here, draft: int) -> ResponseReturnValue:
    """How far the draft is."""
    found, form = here.find(Draft, draft), StatusForm()
    return submit(form, lambda: _status(here, found, form), lambda f: show(here, found, status=f))


def _status(here: Here, found: Draft, form: StatusForm) -> ResponseReturnValue:
    applications.set_status(here.event, by(here), found, DraftStatus(form.status.data))
    return _done(here, found.id, said=gettext("The status is changed."))


@bp.post("/shelve")
@for_staff
def shelve(here: Here, draft: int) -> ResponseReturnValue:
    """Let it rest, with a reason."""
    found, form = here.find(Draft, draft), ShelveForm()
    return submit(form, lambda: _shelve(here, found, form), lambda f: show(here, found, shelve=f))


def _shelve(here: Here, found: Draft, form: ShelveForm) -> ResponseReturnValue:
    applications.shelve(here.event, by(here), found, form.because.data or "")
    return _done(here, found.id, said=gettext("The draft rests now. Residents can read why."))

"""A project on a phone: the sheet with nine questions, and the page of one question.

The same pages serve residents at the event and whoever holds the project link.
"""

from collections.abc import Callable
from dataclasses import dataclass

from flask import flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import drafts
from openspace.actions.change import By
from openspace.errors import Stale
from openspace.forms.drafts import AnswerForm, PromiseForm, TitleForm
from openspace.i18n import gettext, guess
from openspace.models import Commitment, Draft
from openspace.models.draft import RESIDENT_FIELDS
from openspace.views.drafts import QUESTIONS, whole
from openspace.web.answers import saved, submit, wants_json

QUESTION = f"<any({','.join(RESIDENT_FIELDS)}):field>"  # in routes


@dataclass(frozen=True)
class Sheet:
    """A draft as somebody holds it: at the event, or by its link."""

    here: Here
    draft: Draft
    by_link: bool = False

    @property
    def base(self) -> str:
        """The template around its pages."""
        return "by_link.html" if self.by_link else "phone.html"

    @property
    def home(self) -> str:
        """The address of the whole sheet."""
        if self.by_link:
            return url_for("project.page", token=self.draft.token)
        return url_for("drafts.draft", event=self.here.event.public_id, draft=self.draft.id)

    def question(self, field: str) -> str:
        """The address of one question."""
        if self.by_link:
            return url_for("project.field", token=self.draft.token, field=field)
        return url_for("drafts.field", event=self.here.event.public_id, draft=self.draft.id, field=field)

    @property
    def is_writable(self) -> bool:
        """Whether the pencils are there: until closing at the event, and by the link until it is ready."""
        return self.draft.takes_residents_words and (self.by_link or self.here.event.closed_at is None)

    @property
    def mine(self) -> Commitment | None:
        """What this person said when they said "I'm in"."""
        rows = [row for row in self.draft.commitments if row.taken_back_at is None]
        return next((row for row in rows if row.participant == self.here.participant), None)


def show(sheet: Sheet, form: PromiseForm | None = None) -> str:
    """The sheet with its nine questions."""
    whole(sheet.draft)
    form = form or PromiseForm(data={"words": sheet.mine.words if sheet.mine else ""})
    return render_template(
        "pages/draft.html", sheet=sheet, here=sheet.here, draft=sheet.draft, form=form, asked=QUESTIONS
    )


def ask(sheet: Sheet, name: str, form: AnswerForm | None = None, stale: Stale | None = None) -> str:
    """One question on a page, with the words that its answer came from."""
    field = whole(sheet.draft).field(name)
    form = form or _form(name, {"text": field.text, "rev": field.rev})
    return render_template(
        "pages/draft_field.html",
        sheet=sheet,
        here=sheet.here,
        draft=sheet.draft,
        field=field,
        form=form,
        stale=stale,
        question=QUESTIONS[name],
    )


def _form(name: str, data: dict[str, object] | None = None) -> AnswerForm:
    form: Callable[..., AnswerForm] = TitleForm if name == "title" else AnswerForm
    return form(data=data)


def answer(sheet: Sheet, name: str, by: By) -> ResponseReturnValue:
    """Write one answer; a stale one comes back with both texts and what was typed."""
    form = _form(name)
    try:
        return submit(form, lambda: _write(sheet, name, by, form), lambda f: ask(sheet, name, f))
    except Stale as stale:
        if wants_json():
            raise
        form.rev.data = str(stale.rev)
        return ask(sheet, name, form, stale), 409


def _write(sheet: Sheet, name: str, by: By, form: AnswerForm) -> ResponseReturnValue:
    text = form.text.data or ""
    language = guess(text, sheet.here.language.tag)
    drafts.write_field(sheet.here.event, by, sheet.draft, name, text, form.seen(), language=language)
    return done(sheet, gettext("Your answer is written down."))


def done(sheet: Sheet, said: str) -> ResponseReturnValue:
    """It is saved. By the link no news of the event are told: its holder may never have been there."""
    if not sheet.by_link:
        return saved(sheet.here, sheet.home, said)
    if wants_json():
        news = {"revision": sheet.here.event.revision, "fragments": []}
        return jsonify({**news, "url": sheet.home, "said": said, "undo": ""})
    flash(said, "done")
    return redirect(sheet.home, 303)

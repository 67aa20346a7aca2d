"""Staff's desk for one event: its drafts, and one draft beside the residents' words."""

from collections import Counter
from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from openspace.access import Here
from openspace.actions.applications import LASTING, WAYS, budget_mark
from openspace.exports.wording import euros
from openspace.extensions import db
from openspace.forms.applications import BLANK, BudgetForm, FieldForm, ShelveForm, StatusForm, WordsForm, longest
from openspace.models import Draft, Event, LogEntry
from openspace.views import draft_form
from openspace.views.drafts import QUESTIONS, cards, whole
from openspace.views.words_behind import words_for
from openspace.web.door import for_staff

bp = Blueprint("staff", __name__, url_prefix="/staff/<event>/drafts")


@bp.get("")
@for_staff
def drafts(here: Here) -> ResponseReturnValue:
    """All drafts of the event, in the order they were made."""
    found = list(db.session.scalars(cards(Draft.event_id == here.event.id)))
    return render_template("pages/desk/drafts.html", here=here, drafts=found, **_words_of_staff())


@bp.get("/<int:draft>")
@for_staff
def draft(here: Here, draft: int) -> ResponseReturnValue:
    """One draft: the form, and the words beside it. ``?field=`` lights a field, ``?words=all`` shows all words."""
    return show(here, here.find(Draft, draft))


def show(here: Here, found: Draft, lit: str | None = None, **came_back: Any) -> str:
    """The page; ``field``, ``status``, ``shelve`` or ``budget`` are forms that came back with what was typed.

    ``stale`` belongs to ``field``, and ``lit`` says which field that is.
    """
    found = whole(found)
    words = words_for(found)
    lit = lit or request.args.get("field", "")
    lit = lit if lit in draft_form.LABELS else _first(found)
    values = {
        "draft": found,
        "lit": lit,
        "all": request.args.get("words") == "all",
        "words": words,
        "mine": sum(lit in one.fields for one in words),
        "fitting": Counter(name for one in words for name in one.fields - set(one.tied)),
        "changed_at": _changed_at(here.event, found),
        "ways": WAYS[found.status],
        "may_shelve": found.status not in LASTING,
        "status": StatusForm(formdata=None),
        "shelve": ShelveForm(formdata=None),
        "budget": budget_form(found),
        "taking": WordsForm(formdata=None),
        "blank": FieldForm(formdata=None),
        "longest": longest,
        "rows": _rows,
        "euros": lambda cents: euros(cents, here.language.tag),
    }
    return render_template("pages/desk/draft.html", here=here, **_words_of_staff(), **(values | came_back))


def _first(found: Draft) -> str:
    """The field at which one begins: the first with words behind it that is not the title."""
    return next((source.field for source in found.sources if source.field != "title"), "need")


def _rows(text: str) -> int:
    """How many lines a text needs, about; one where it is empty. A script knows it better."""
    return min(sum(len(line) // 65 + 1 for line in text.split("\n")) + bool(text), 12)


def _words_of_staff() -> dict[str, Any]:
    return {"say": draft_form, "questions": QUESTIONS}


def _changed_at(event: Event, found: Draft) -> Any:
    entries = select(LogEntry.at).filter_by(event_id=event.id, subject=f"draft-{found.id}")
    return db.session.scalar(entries.order_by(LogEntry.revision.desc()).limit(1))


def budget_form(found: Draft) -> BudgetForm:
    """The budget with some free lines below it."""
    lines: list[dict[str, object]] = [
        {"label": line.label, "kind": line.kind, "cents": line.cents} for line in found.budget
    ]
    return BudgetForm(formdata=None, data={"lines": [*lines, *({} for _ in range(BLANK))], "seen": budget_mark(found)})

"""What somebody wrote in a group, and what they may still do with it."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import outcomes
from openspace.errors import NotAllowed, NotFound
from openspace.forms.groups import KindForm, OutcomeForm
from openspace.i18n import gettext
from openspace.models import Outcome
from openspace.vocabulary import OutcomeKind
from openspace.web.answers import saved, submit
from openspace.web.door import by, for_participant

bp = Blueprint("outcomes", __name__, url_prefix="/e/<event>/outcomes/<int:outcome>")


def _is_author(here: Here, outcome: Outcome) -> bool:
    return outcome.author_id is not None and outcome.author_id == here.person.id


def _may_sort(here: Here, outcome: Outcome) -> bool:
    return _is_author(here, outcome) or outcome.group.note_taker_id == here.person.id


def _own(here: Here, key: int) -> Outcome:
    found = here.find(Outcome, key)
    if not _is_author(here, found):
        raise NotAllowed
    return found


@bp.get("")
@for_participant
def outcome(here: Here, outcome: int) -> ResponseReturnValue:
    """The words, large; for their author with everything that may be done with them."""
    found = here.find(Outcome, outcome)
    if not found.is_shown and not _is_author(here, found):
        raise NotFound
    return _show(here, found)


def _show(here: Here, found: Outcome, form: OutcomeForm | KindForm | None = None) -> ResponseReturnValue:
    if not isinstance(form, OutcomeForm):
        form = OutcomeForm(formdata=None, text=found.text)
    open_ = here.event.takes_outcomes
    may = {
        "changes": open_ and _is_author(here, found),
        "may_sort": open_ and _may_sort(here, found) and found.is_shown,
    }
    return render_template("pages/outcome.html", here=here, outcome=found, group=found.group, form=form, **may)


@bp.post("/kind")
@for_participant
def kind(here: Here, outcome: int) -> ResponseReturnValue:
    """Say what it is; its author or the group's note taker."""
    found, form = here.find(Outcome, outcome), KindForm()
    if not _may_sort(here, found):
        raise NotAllowed
    return submit(form, lambda: _sort(here, found, form), lambda f: _show(here, found, f))


def _sort(here: Here, found: Outcome, form: KindForm) -> ResponseReturnValue:
    who, by_when = form.details()
    outcomes.sort_outcome(here.event, by(here), found, OutcomeKind(form.kind.data or ""), who, by_when)
    return saved(here, _group(here, found))


def _group(here: Here, found: Outcome) -> str:
    anchor = f"outcome-{found.id}" if found.is_shown else None
    return url_for("groups.group", event=here.event.public_id, group=found.group_id, _anchor=anchor)


@bp.post("/edit")
@for_participant
def edit(here: Here, outcome: int) -> ResponseReturnValue:
    """Change one's own words."""
    found, form = _own(here, outcome), OutcomeForm()
    return submit(form, lambda: _edit(here, found, form), lambda f: _show(here, found, f))


def _edit(here: Here, found: Outcome, form: OutcomeForm) -> ResponseReturnValue:
    outcomes.edit_outcome(here.event, by(here), found, form.text.data or "")
    return saved(here, _group(here, found), gettext("Your words are changed."))


@bp.post("/withdraw")
@for_participant
def withdraw(here: Here, outcome: int) -> ResponseReturnValue:
    """Take one's own words back."""
    found = _own(here, outcome)
    outcomes.withdraw_outcome(here.event, by(here), found)
    undo = url_for("outcomes.put_back", event=here.event.public_id, outcome=found.id)
    return saved(here, _group(here, found), gettext("Your words are taken back."), undo)


@bp.post("/put-back")
@for_participant
def put_back(here: Here, outcome: int) -> ResponseReturnValue:
    """Put one's own words up again."""
    found = _own(here, outcome)
    outcomes.put_back_outcome(here.event, by(here), found)
    return saved(here, _group(here, found), gettext("Your words are there again."))

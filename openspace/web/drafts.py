"""Projects at the event: read them, make one in three taps, answer its questions, "I'm in"."""

from urllib.parse import urlsplit

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import drafts
from openspace.forms.drafts import PromiseForm, WordsForm
from openspace.i18n import gettext
from openspace.models import Draft, Outcome
from openspace.views import carrying_on
from openspace.views.drafts import QUESTIONS, projects, whole
from openspace.vocabulary import Fidelity
from openspace.web import convert, sheet
from openspace.web.answers import saved, submit
from openspace.web.door import by, for_participant
from openspace.web.sheet import QUESTION, Sheet

bp = Blueprint("drafts", __name__, url_prefix="/e/<event>/projects")
bp.add_url_rule("/new", "convert_page", for_participant(convert.page))
bp.add_url_rule("", "make", for_participant(convert.make), methods=["POST"])


@bp.get("")
@for_participant
def page(here: Here) -> ResponseReturnValue:
    """All projects, in the order they were made."""
    return render_template("pages/projects.html", here=here, projects=projects(here.event))


@bp.get("/<int:draft>")
@for_participant
def draft(here: Here, draft: int) -> ResponseReturnValue:
    """One project: its nine questions, who is in, its link."""
    return sheet.show(Sheet(here, here.find(Draft, draft)))


@bp.get(f"/<int:draft>/{QUESTION}")
@for_participant
def field(here: Here, draft: int, field: str) -> ResponseReturnValue:
    """One question on a page."""
    return sheet.ask(Sheet(here, here.find(Draft, draft)), field)


@bp.post(f"/<int:draft>/{QUESTION}")
@for_participant
def write(here: Here, draft: int, field: str) -> ResponseReturnValue:
    """Write down one answer."""
    return sheet.answer(Sheet(here, here.find(Draft, draft)), field, by(here))


@bp.get(f"/<int:draft>/{QUESTION}/words")
@for_participant
def words(here: Here, draft: int, field: str) -> ResponseReturnValue:
    """What the groups wrote, to take along into one answer."""
    return _words(Sheet(here, here.find(Draft, draft)), field, WordsForm())


def _words(at: Sheet, field: str, form: WordsForm) -> str:
    here, found = at.here, whole(at.draft)
    groups = carrying_on.groups(here.event)
    written = carrying_on.words([group.id for group in groups])
    there = {source.outcome_id for source in found.sources_of(field) if source.how is Fidelity.VERBATIM}
    return render_template(
        "pages/draft_words.html",
        here=here,
        sheet=at,
        field=field,
        question=QUESTIONS[field],
        form=form,
        groups=groups,
        mine={topic.id for topic in found.topics},
        outcomes=[outcome for outcome in written if outcome.id not in there],
        used={key: used for key, used in carrying_on.used(written).items() if used is not found},
    )


@bp.post(f"/<int:draft>/{QUESTION}/words")
@for_participant
def add_words(here: Here, draft: int, field: str) -> ResponseReturnValue:
    """Take words along into one answer."""
    at, form = Sheet(here, here.find(Draft, draft)), WordsForm()
    return submit(form, lambda: _add_words(at, field, form), lambda f: _words(at, field, f))


def _add_words(at: Sheet, field: str, form: WordsForm) -> ResponseReturnValue:
    here = at.here
    chosen = [here.find(Outcome, key) for key in form.words.data or []]
    drafts.add_words(here.event, by(here), at.draft, field, *chosen)
    return saved(here, at.question(field), gettext("The words are in your answer now."))


@bp.post("/<int:draft>/commit")
@for_participant
def commit(here: Here, draft: int) -> ResponseReturnValue:
    """ "I'm in", and perhaps what I will do."""
    at, form = Sheet(here, here.find(Draft, draft)), PromiseForm()
    return submit(form, lambda: _commit(at, form), lambda f: sheet.show(at, f))


def _commit(at: Sheet, form: PromiseForm) -> ResponseReturnValue:
    here = at.here
    words = form.words.data if "words" in request.form else None
    drafts.commit(here.event, by(here), at.draft, here.person, words)
    said = gettext("You are in. You sign nothing. You can leave at any time.")
    return saved(here, _back(at), said, _to("take_back", at))


@bp.post("/<int:draft>/take-back")
@for_participant
def take_back(here: Here, draft: int) -> ResponseReturnValue:
    """Not in any more."""
    at = Sheet(here, here.find(Draft, draft))
    drafts.take_back_commitment(here.event, by(here), at.draft, here.person)
    return saved(here, _back(at), gettext("You are not in any more."), _to("commit", at))


def _to(verb: str, at: Sheet) -> str:
    return url_for(f"drafts.{verb}", event=at.here.event.public_id, draft=at.draft.id)


def _back(at: Sheet) -> str:
    """Where the button was tapped: a list of projects, or the project itself."""
    came_from = urlsplit(request.referrer or "").path
    key = at.here.event.public_id
    ways = {url_for("now.page", event=key), url_for("drafts.page", event=key)}
    if at.draft.token:
        ways.add(url_for("project.page", token=at.draft.token))
    return came_from if came_from in ways else at.home

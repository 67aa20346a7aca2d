"""The spaces on the page where an event is prepared."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import events, spaces
from openspace.errors import Repeated
from openspace.forms.spaces import SpaceForm
from openspace.forms.text import TapForm
from openspace.i18n import gettext
from openspace.models import Space
from openspace.symbols import SPACE_SYMBOLS
from openspace.web.answers import saved, submit
from openspace.web.door import by, for_facilitator
from openspace.web.prepare import back, sent_again, show, space_form, space_forms

bp = Blueprint("prepare_spaces", __name__, url_prefix="/c/<event>/prepare/spaces")
bp.register_error_handler(Repeated, sent_again)


@bp.post("")
@for_facilitator
def add(here: Here) -> ResponseReturnValue:
    """One more space; its symbol and colour are the next ones."""
    form = SpaceForm()
    return submit(form, lambda: _add(here, form), lambda f: show(here, new_space=f))


def _add(here: Here, form: SpaceForm) -> ResponseReturnValue:
    name, step_free, quiet = form.name.data or "", form.step_free.data, form.quiet.data
    space = events.add_space(here.event, by(here), name, step_free=step_free, quiet=quiet)
    return saved(here, back(here, "spaces"), gettext("%(space)s is added.", space=space.name))


@bp.post("/advised")
@for_facilitator
def prepare(here: Here) -> ResponseReturnValue:
    """As many spaces as the advice says, by one tap."""
    count = min(request.form.get("count", 0, type=int), len(SPACE_SYMBOLS))
    return submit(TapForm(), lambda: _prepare(here, count), lambda _form: show(here))


def _prepare(here: Here, count: int) -> ResponseReturnValue:
    events.prepare_spaces(here.event, by(here), count)
    return saved(here, back(here, "spaces"), gettext("The spaces are added."))


@bp.post("/<int:space>")
@for_facilitator
def edit(here: Here, space: int) -> ResponseReturnValue:
    """Name and access of a space; its symbol stays."""
    found = here.find(Space, space)
    form = space_form(found)
    return submit(form, lambda: _edit(here, found, form), lambda f: _again(here, found, f))


def _again(here: Here, space: Space, form: SpaceForm) -> ResponseReturnValue:
    return show(here, spaces=space_forms(here.event) | {space.id: form})


def _edit(here: Here, space: Space, form: SpaceForm) -> ResponseReturnValue:
    name, step_free, quiet = form.name.data or "", form.step_free.data, form.quiet.data
    changed = spaces.edit_space(here.event, by(here), space, name=name, step_free=step_free, quiet=quiet)
    return saved(here, back(here, "spaces"), gettext("%(space)s is changed.", space=changed.name))


@bp.post("/<int:space>/remove")
@for_facilitator
def remove(here: Here, space: int) -> ResponseReturnValue:
    """Take a space away in which nobody ever met."""
    found = here.find(Space, space)
    return submit(TapForm(), lambda: _remove(here, found), lambda _form: show(here))


def _remove(here: Here, space: Space) -> ResponseReturnValue:
    said = gettext("%(space)s is taken away.", space=space.name)
    spaces.remove_space(here.event, by(here), space)
    return saved(here, back(here, "spaces"), said)

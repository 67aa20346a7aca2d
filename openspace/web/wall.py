"""The wall: topics, and what their conveners do with them."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import topics
from openspace.errors import NotAllowed, NotFound
from openspace.forms.topics import TopicForm
from openspace.i18n import gettext
from openspace.models import Topic
from openspace.views.invitations import questions
from openspace.views.topics import convened, head_of, unplaced, wall
from openspace.web.answers import saved, submit
from openspace.web.door import by, for_participant
from openspace.web.handing_on import beside

bp = Blueprint("wall", __name__, url_prefix="/e/<event>")


@bp.get("/wall")
@for_participant
def page(here: Here) -> ResponseReturnValue:
    """All cards, mine, or those without a place."""
    only = request.args.get("only", "all")
    return render_template("pages/wall.html", here=here, only=only, names=_filtered(here, only))


def _filtered(here: Here, only: str) -> list[str]:
    if only == "mine":
        return list(convened(here.event, here.person))
    return list(unplaced(here.event) if only == "unplaced" else wall(here.event))


@bp.get("/topics/new")
@for_participant
def new(here: Here) -> ResponseReturnValue:
    """An empty card."""
    return _card(here, TopicForm())


def _card(here: Here, form: TopicForm) -> ResponseReturnValue:
    return render_template("pages/topic_new.html", here=here, form=form)


@bp.post("/topics")
@for_participant
def post(here: Here) -> ResponseReturnValue:
    """Hang a card on the wall."""
    form = TopicForm()
    return submit(form, lambda: _post(here, form), lambda f: _card(here, f))


def _post(here: Here, form: TopicForm) -> ResponseReturnValue:
    title, details = form.words()
    topic = topics.post_topic(here.event, by(here), here.person, title=title, details=details, wishes=form.wishes.data)
    said = gettext("No. %(number)s hangs on the wall.", number=topic.number)
    return saved(here, url_for(".page", event=here.event.public_id), said, _to("withdraw", here, topic))


def _to(verb: str, here: Here, topic: Topic) -> str:
    return url_for(f"wall.{verb}", event=here.event.public_id, topic=topic.id)


@bp.get("/topics/<int:topic>")
@for_participant
def topic(here: Here, topic: int) -> ResponseReturnValue:
    """One card, large, with everything that may be done with it."""
    return _show(here, _seen(here, topic))


def _show(here: Here, found: Topic, form: TopicForm | None = None) -> ResponseReturnValue:
    form = form or TopicForm(data={"title": found.title, "details": found.details, "wishes": found.wishes})
    asked = [q for q in questions(here.event, here.person) if found in q.staying]
    return render_template(
        "pages/topic.html",
        here=here,
        topic=found,
        card=head_of(found),
        form=form,
        questions=asked,
        people=beside(here, found),
    )


def _seen(here: Here, key: int) -> Topic:
    """A card this person may see: any that is up, and their own in every state."""
    found = here.find(Topic, key)
    if not found.is_shown and not found.is_convened_by(here.participant):
        raise NotFound
    return found


def _own(here: Here, key: int) -> Topic:
    found = _seen(here, key)
    if not found.is_convened_by(here.participant):
        raise NotAllowed
    return found


@bp.post("/topics/<int:topic>/edit")
@for_participant
def edit(here: Here, topic: int) -> ResponseReturnValue:
    """Change the words of one's own card."""
    found, form = _own(here, topic), TopicForm()
    return submit(form, lambda: _edit(here, found, form), lambda f: _show(here, found, f))


def _edit(here: Here, found: Topic, form: TopicForm) -> ResponseReturnValue:
    title, details = form.words()
    topics.edit_topic(here.event, by(here), found, title=title, details=details, wishes=form.wishes.data or [])
    return saved(here, _to("topic", here, found), gettext("Your topic is changed."))


@bp.post("/topics/<int:topic>/withdraw")
@for_participant
def withdraw(here: Here, topic: int) -> ResponseReturnValue:
    """Take one's own card down."""
    found = _own(here, topic)
    topics.withdraw_topic(here.event, by(here), found)
    said = gettext("No. %(number)s is taken down.", number=found.number)
    return saved(here, url_for(".page", event=here.event.public_id), said, _to("put_back", here, found))


@bp.post("/topics/<int:topic>/put-back")
@for_participant
def put_back(here: Here, topic: int) -> ResponseReturnValue:
    """Hang one's own card up again."""
    found = _own(here, topic)
    topics.put_back_topic(here.event, by(here), found)
    said = gettext("No. %(number)s hangs on the wall.", number=found.number)
    return saved(here, url_for(".page", event=here.event.public_id), said)


@bp.post("/topics/<int:topic>/let-go")
@for_participant
def let_go(here: Here, topic: int) -> ResponseReturnValue:
    """Stop inviting; the card stays and asks who invites."""
    found = _own(here, topic)
    topics.let_go_topic(here.event, by(here), found)
    return saved(here, _to("topic", here, found), gettext("You do not invite any more. The card stays."))


@bp.post("/topics/<int:topic>/take-up")
@for_participant
def take_up(here: Here, topic: int) -> ResponseReturnValue:
    """Invite to a topic whose convener has gone."""
    found = _seen(here, topic)
    topics.take_up_topic(here.event, by(here), found, here.person)
    return saved(here, _to("topic", here, found), gettext("Now you invite to this topic."))

"""A project in three taps: what do we go on with, these words, make a project of it."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.actions import drafts
from openspace.forms.drafts import ConvertForm, row_id
from openspace.i18n import gettext
from openspace.models import BreakoutGroup, Outcome, Topic
from openspace.views import carrying_on
from openspace.vocabulary import OutcomeKind
from openspace.web.answers import saved, submit
from openspace.web.door import by

Keys = list[int]


def page(here: Here) -> ResponseReturnValue:
    """First the groups and topics, mine first; then the words of the chosen ones."""
    groups, topics, ticked = (request.args.getlist(name, type=row_id) for name in ("group", "topic", "words"))
    if "more" in request.args or not groups + topics:
        return _choose(here, groups, topics, ticked)
    return _pick(here, groups, topics, {*ticked, *_agreements(groups[-1:])})


def _agreements(groups: Keys) -> Keys:
    return [outcome.id for outcome in carrying_on.words(groups) if outcome.kind is OutcomeKind.AGREEMENT]


def _choose(here: Here, groups: Keys, topics: Keys, ticked: Keys) -> str:
    offered = carrying_on.groups(here.event)
    mine = carrying_on.mine(here.event, here.person)
    return render_template(
        "pages/convert_choose.html",
        here=here,
        chosen={"group": groups, "topic": topics, "words": ticked},
        mine=[group for group in offered if group.id in mine],
        others=[group for group in offered if group.id not in mine],
        topics=carrying_on.topics_without_group(here.event, offered),
    )


def _pick(here: Here, groups: Keys, topics: Keys, ticked: set[int]) -> str:
    chosen = carrying_on.chosen(here.event, groups)
    words = carrying_on.words([group.id for group in chosen])
    used = carrying_on.used(words)
    return render_template(
        "pages/convert.html",
        here=here,
        form=ConvertForm(),
        groups=groups,
        topic_ids=topics,
        topics=_topics(here, chosen, topics),
        outcomes=sorted(words, key=lambda outcome: outcome.id in used),
        ticked=ticked,
        used=used,
    )


def _topics(here: Here, groups: list[BreakoutGroup], topics: Keys) -> list[Topic]:
    """The topics of these groups and these topics, once each."""
    found = [*(topic for group in groups for topic in group.topics), *(here.find(Topic, key) for key in topics)]
    return list(dict.fromkeys(found))


def make(here: Here) -> ResponseReturnValue:
    """Make a project of these words, or choose another group's words as well."""
    form = ConvertForm()
    groups, topics, ticked = form.group.data or [], form.topic.data or [], form.words.data or []
    if "more" in request.form:
        again = url_for(
            "drafts.convert_page", event=here.event.public_id, more=1, group=groups, topic=topics, words=ticked
        )
        return redirect(again, 303)
    return submit(
        form, lambda: _make(here, groups, topics, ticked), lambda _form: _pick(here, groups, topics, set(ticked))
    )


def _make(here: Here, groups: Keys, topics: Keys, ticked: Keys) -> ResponseReturnValue:
    chosen = carrying_on.chosen(here.event, groups)
    words = [here.find(Outcome, key) for key in dict.fromkeys(ticked)]
    made = drafts.convert(here.event, by(here), here.person, words, topics=_topics(here, chosen, topics))
    said = gettext("Your project is there. Now nine questions wait for you.")
    return saved(here, url_for("drafts.draft", event=here.event.public_id, draft=made.id), said)

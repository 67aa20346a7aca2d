"""Whatever is done, a cockpit that hears the news shows what a fresh page shows: no touch is forgotten."""

from collections.abc import Callable

from sqlalchemy import select

from openspace.actions import cells, events, groups, outcomes, participants, places, plan_steps, spaces, steps, topics
from openspace.extensions import db
from openspace.i18n import LANGUAGES
from openspace.live.publish import changes
from openspace.models import BreakoutGroup, Event, Outcome
from openspace.views.render import render
from openspace.vocabulary import Audience, OutcomeKind, Phase
from tests.conftest import FAYS_HAND, Person, go
from tests.web.at_the_cockpit import card

VIEWS = ("heading", "here", "last", "clock", "steps", "tray", "matrix", "hidden", "groups", "people", "links")
VIEWS = (*VIEWS, "words", "ending")
ENGLISH = LANGUAGES["en"]


def page(event: Event) -> dict[str, str]:
    """What a fresh page shows."""
    return {f.view: f.html for f in render(event, VIEWS, Audience.COCKPIT, ENGLISH)}


def test_the_news_are_complete(event: Event, amina: Person, ben: Person) -> None:
    cockpit, since = page(event), event.revision
    for number, do in enumerate(_an_evening(event, amina, ben), start=1):
        do()
        news = changes(event, since, Audience.COCKPIT, ENGLISH)
        cockpit.update({part["view"]: part["html"] for part in news["fragments"] if part["view"] in VIEWS})
        since = event.revision
        fresh = page(event)
        assert [view for view in VIEWS if cockpit[view] != fresh[view]] == [], f"after action {number}"


def _an_evening(event: Event, amina: Person, ben: Person) -> list[Callable[[], object]]:
    """Everything that changes what a cockpit shows, in an order in which it may happen."""
    garden, cooking = card(amina), card(ben, "Kochen")
    held, later, here, there = event.rounds[0], event.rounds[1], event.spaces[0], event.spaces[1]

    def group() -> BreakoutGroup:
        return cells.live_groups([garden])[0]

    def word() -> Outcome:
        return db.session.scalars(select(Outcome)).one()

    a, b = amina.participant, ben.participant
    return [
        lambda: topics.post_topic(event, amina.by, a, title="Drittes"),
        lambda: topics.edit_topic(event, ben.by, cooking, title="Kochen", details="", wishes=["step_free"]),
        lambda: topics.post_for_somebody(event, FAYS_HAND, title="Für jemanden", language="uk"),
        lambda: participants.join(event, None, "tr"),
        lambda: places.place_topic(event, FAYS_HAND, garden, held, here, anywhere=True),
        lambda: places.place_topic(event, FAYS_HAND, cooking, held, there, anywhere=True),
        lambda: spaces.edit_space(event, FAYS_HAND, there, name="Oben", step_free=False, quiet=True),
        lambda: places.move_group(event, FAYS_HAND, group(), held, there, anywhere=True),
        lambda: places.take_back(event, FAYS_HAND, group()),
        lambda: places.rest_topic(event, FAYS_HAND, garden),
        lambda: places.wake_topic(event, FAYS_HAND, garden),
        lambda: topics.hide_topic(event, FAYS_HAND, garden),
        lambda: topics.show_topic(event, FAYS_HAND, garden),
        lambda: places.place_topic(event, FAYS_HAND, garden, later, here, anywhere=True),
        lambda: places.move_group(event, FAYS_HAND, group(), held, here, anywhere=True),
        lambda: events.add_space(event, FAYS_HAND),
        lambda: plan_steps.add_round(event, FAYS_HAND, {}),
        lambda: go(event, Phase.MARKETPLACE),
        lambda: go(event, Phase.ROUNDS),
        lambda: steps.extend(event, FAYS_HAND, 5),
        lambda: groups.join_group(event, amina.by, group(), a),
        lambda: groups.join_group(event, ben.by, group(), b),
        lambda: groups.move_on(event, ben.by, b),
        lambda: outcomes.write_outcome(event, amina.by, group(), a, "Ein Satz"),
        lambda: outcomes.sort_outcome(event, amina.by, word(), OutcomeKind.IDEA),
        lambda: outcomes.hide_outcome(event, FAYS_HAND, word()),
        lambda: outcomes.show_outcome(event, FAYS_HAND, word()),
        lambda: outcomes.withdraw_outcome(event, amina.by, word()),
        lambda: topics.withdraw_topic(event, ben.by, cooking),
        lambda: topics.put_back_topic(event, ben.by, cooking),
        lambda: go(event, Phase.NEWS),
        lambda: go(event, Phase.CLOSING),
        lambda: events.close_event(event, FAYS_HAND),
        lambda: events.reopen_event(event, FAYS_HAND),
    ]

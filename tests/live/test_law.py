"""The law: for any sequence of actions by any people, a client that was away and caught up
shows exactly what a fresh page shows, for every audience and language."""

import os
import random
from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import Phase as HypothesisPhase
from hypothesis import strategies as st
from sqlalchemy import select

from openspace.actions import drafts, events, groups, merges, outcomes, places, steps, topics, weighting
from openspace.actions.change import By
from openspace.errors import NotAllowed, NotFound, RuleBroken, Stale
from openspace.extensions import Base, db
from openspace.i18n import LANGUAGES
from openspace.live.publish import changes
from openspace.models import BreakoutGroup, Draft, Event, MergeRequest, Outcome, Participant, Topic
from openspace.views import registry
from openspace.views.render import render
from openspace.vocabulary import Audience, OutcomeKind, Phase
from tests.conftest import FAYS_HAND, arrive, make_event, make_site

EXAMPLES = 150 if os.environ.get("OPENSPACE_TEST_ALL") else 20
TAGS = ("de", "en")


def by(person: Participant) -> By:
    return By(f"participant-{person.id}")


class Evening:
    """An event on which chance acts. ``pick`` chooses rows; a rule may say no, that is part of the evening."""

    def __init__(self, app: Flask, seed: int) -> None:
        self.chance = random.Random(seed)
        site = db.session.get(Base.registry._class_registry["Site"], 1) or make_site()  # type: ignore[arg-type]
        self.event: Event = make_event(site, Phase.COLLECTING)
        self.people = [arrive(app, self.event, tag).participant for tag in ("de", "ar", "uk")]

    def person(self) -> Participant:
        return self.chance.choice(self.people)

    def pick(self, model: type[Base]) -> Base | None:
        rows = list(db.session.scalars(select(model).filter_by(event_id=self.event.id)))
        return self.chance.choice(rows) if rows else None

    def cell(self) -> tuple[object, object]:
        return self.chance.choice(self.event.rounds), self.chance.choice(self.event.spaces)

    def act(self, verb: Callable[["Evening"], None]) -> None:
        try:
            verb(self)
        except (RuleBroken, NotAllowed, NotFound, Stale):
            db.session.rollback()


def post(e: Evening) -> None:
    who = e.person()
    topics.post_topic(e.event, by(who), who, title=f"Thema {e.chance.random():.3f}", details="Mehr dazu")


def on_topic(verb: Callable[[Evening, Topic], object]) -> Callable[[Evening], None]:
    def act(e: Evening) -> None:
        topic = e.pick(Topic)
        if isinstance(topic, Topic):
            verb(e, topic)

    return act


def on_group(verb: Callable[[Evening, BreakoutGroup], object]) -> Callable[[Evening], None]:
    def act(e: Evening) -> None:
        group = e.pick(BreakoutGroup)
        if isinstance(group, BreakoutGroup):
            verb(e, group)

    return act


def on_outcome(verb: Callable[[Evening, Outcome], object]) -> Callable[[Evening], None]:
    def act(e: Evening) -> None:
        outcome = e.pick(Outcome)
        if isinstance(outcome, Outcome):
            verb(e, outcome)

    return act


def on_draft(verb: Callable[[Evening, Draft], object]) -> Callable[[Evening], None]:
    def act(e: Evening) -> None:
        draft = e.pick(Draft)
        if isinstance(draft, Draft):
            verb(e, draft)

    return act


def merge(e: Evening) -> None:
    asking, asked = e.pick(Topic), e.pick(Topic)
    if isinstance(asking, Topic) and isinstance(asked, Topic):
        merges.ask_to_merge(e.event, By(f"participant-{asking.convener_id}"), asking, asked)


def answer(e: Evening) -> None:
    request = e.pick(MergeRequest)
    if isinstance(request, MergeRequest):
        merges.answer_merge(e.event, By(f"participant-{request.asked.convener_id}"), request, e.chance.random() < 0.8)


def move_on_phase(e: Evening) -> None:
    steps.go_to(e.event, FAYS_HAND, e.chance.choice(e.event.steps))


def start_groups(e: Evening) -> None:
    steps.go_to(e.event, FAYS_HAND, next(s for s in e.event.steps if s.phase is Phase.ROUNDS))


def write(e: Evening, group: BreakoutGroup) -> None:
    who = e.person()
    outcomes.write_outcome(e.event, by(who), group, who, f"Gesagt {e.chance.random():.3f}")


def convert(e: Evening, outcome: Outcome) -> None:
    who = e.person()
    drafts.convert(e.event, by(who), who, [outcome], topics=outcome.group.topics)


def write_field(e: Evening, draft: Draft) -> None:
    field = e.chance.choice(draft.fields)
    text = f"Antwort {e.chance.random():.3f}"
    drafts.write_field(e.event, by(e.person()), draft, field.name, text, field.rev, language="de")


def commit(e: Evening, draft: Draft) -> None:
    who = e.person()
    drafts.commit(e.event, by(who), draft, who)


def join(e: Evening, group: BreakoutGroup) -> None:
    who = e.person()
    groups.join_group(e.event, by(who), group, who)


VERBS: list[Callable[[Evening], None]] = [
    post,
    post,
    on_topic(lambda e, t: topics.edit_topic(e.event, by(e.person()), t, title="Anders", details="", wishes=["quiet"])),
    on_topic(lambda e, t: topics.withdraw_topic(e.event, by(e.person()), t)),
    on_topic(lambda e, t: topics.put_back_topic(e.event, by(e.person()), t)),
    on_topic(lambda e, t: topics.hide_topic(e.event, FAYS_HAND, t)),
    on_topic(lambda e, t: topics.show_topic(e.event, FAYS_HAND, t)),
    on_topic(lambda e, t: topics.let_go_topic(e.event, by(e.person()), t)),
    on_topic(lambda e, t: topics.take_up_topic(e.event, by(e.person()), t, e.person())),
    on_topic(lambda e, t: places.place_topic(e.event, FAYS_HAND, t, *e.cell(), anywhere=True)),  # type: ignore[arg-type]
    on_topic(lambda e, t: places.place_topic(e.event, FAYS_HAND, t, *e.cell(), anywhere=True)),  # type: ignore[arg-type]
    on_topic(lambda e, t: places.rest_topic(e.event, FAYS_HAND, t)),
    on_topic(lambda e, t: places.wake_topic(e.event, FAYS_HAND, t)),
    on_topic(lambda e, t: merges.split(e.event, by(e.person()), t)),
    on_topic(lambda e, t: weighting.stick(e.event, by(e.people[0]), e.people[0], t)),
    merge,
    answer,
    on_group(lambda e, g: places.move_group(e.event, FAYS_HAND, g, *e.cell(), anywhere=True)),  # type: ignore[arg-type]
    on_group(lambda e, g: places.take_back(e.event, FAYS_HAND, g)),
    on_group(join),
    on_group(write),
    on_group(write),
    on_group(lambda e, g: groups.take_notes(e.event, by(e.people[0]), g, e.people[0])),
    on_group(lambda e, g: groups.write_summary(e.event, by(e.people[0]), g, e.people[0], "So war es")),
    on_outcome(
        lambda e, o: outcomes.sort_outcome(
            e.event, by(e.person()), o, e.chance.choice(list(OutcomeKind)), "wir", "bald"
        )
    ),
    on_outcome(lambda e, o: outcomes.edit_outcome(e.event, by(e.person()), o, "Anders gesagt")),
    on_outcome(lambda e, o: outcomes.withdraw_outcome(e.event, by(e.person()), o)),
    on_outcome(lambda e, o: outcomes.put_back_outcome(e.event, by(e.person()), o)),
    on_outcome(lambda e, o: outcomes.hide_outcome(e.event, FAYS_HAND, o)),
    on_outcome(lambda e, o: outcomes.show_outcome(e.event, FAYS_HAND, o)),
    on_outcome(convert),
    on_draft(write_field),
    on_draft(commit),
    lambda e: groups.move_on(e.event, by(e.people[1]), e.people[1]),
    lambda e: events.add_space(e.event, FAYS_HAND),
    lambda e: steps.extend(e.event, FAYS_HAND, 5),
    lambda e: events.close_event(e.event, FAYS_HAND),
    lambda e: events.reopen_event(e.event, FAYS_HAND),
    move_on_phase,
    start_groups,
    start_groups,
]

KEYED = {"topic": Topic, "group": BreakoutGroup, "outcome": Outcome, "draft": Draft}


def names(event: Event, audience: Audience) -> list[str]:
    """Every view that this audience could show of an event."""
    found: list[str] = []
    for (whose, kind), shown in registry._views.items():
        if whose is not audience:
            continue
        if kind == "cell":
            found += [f"cell-{r.id}-{s.id}" for r in event.rounds for s in event.spaces]
        elif model := KEYED.get(kind) or KEYED.get(shown.follows):
            found += [f"{kind}-{key}" for key in db.session.scalars(select(model.id).filter_by(event_id=event.id))]
        else:
            found.append(kind)
    return found


def fresh(event: Event, audience: Audience, tag: str) -> dict[str, str]:
    """What a fresh page shows: every view that is there."""
    fragments = render(event, names(event, audience), audience, LANGUAGES[tag])
    return {f.view: f.html for f in fragments if f.html}


def catch_up(shown: dict[str, str], told: dict[str, str]) -> dict[str, str]:
    """What a page shows after it was told. A view may stand inside another one, as cells do in the plan."""
    after = dict(shown)
    for view, html in told.items():
        old = after.get(view)
        if old and html:
            after = {name: page.replace(old, html) for name, page in after.items()}
        after[view] = html
    return {view: html for view, html in after.items() if html}


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[HypothesisPhase.explicit, HypothesisPhase.generate],  # shrinking an evening takes minutes
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    seed=st.integers(0, 2**32),
    acts=st.lists(st.sampled_from(range(len(VERBS))), min_size=8, max_size=40),
    left=st.floats(0, 1),
)
def test_away_and_caught_up_is_fresh(app: Flask, seed: int, acts: list[int], left: float) -> None:
    evening = Evening(app, seed)
    event = evening.event
    leaves = int(len(acts) * left)
    for act in acts[:leaves]:
        evening.act(VERBS[act])
    where = [(audience, tag) for audience in Audience for tag in TAGS]
    shown = {place: fresh(event, *place) for place in where}
    revision = event.revision
    for act in acts[leaves:]:
        evening.act(VERBS[act])
    for place in where:
        told = changes(event, revision, place[0], LANGUAGES[place[1]])["fragments"]
        caught_up = catch_up(shown[place], {fragment["view"]: fragment["html"] for fragment in told})
        now_fresh = fresh(event, *place)
        fetched = "cell-" if any(f["view"] == "plan" for f in told) else "nothing"  # the plan's page fetches itself
        missing = [v for v in now_fresh if v not in caught_up and not v.startswith(fetched)]
        assert missing == [], f"{place}: something new was not told"
        assert caught_up == {view: now_fresh.get(view) for view in caught_up}, f"{place}: a touch was forgotten"


@pytest.mark.parametrize("audience", list(Audience))
def test_every_view_renders(app: Flask, event: Event, audience: Audience) -> None:
    assert render(event, names(event, audience), audience, LANGUAGES["de"]) is not None

"""The plan of an event is changed; the times follow."""

import pytest
from sqlalchemy import select

from openspace.actions import events, plan_steps
from openspace.actions.plan_steps import Length
from openspace.errors import NotFound, RuleBroken
from openspace.extensions import db
from openspace.i18n import clock
from openspace.models import BreakoutGroup, Event, Site, Step
from openspace.vocabulary import Phase
from tests.conftest import EVENING, FAYS_HAND, go


def plan(event: Event) -> list[str]:
    """Times and phases as somebody reads them: ``16:30 arrival``."""
    return [f"{clock(step.starts_at, event.zone)} {step.phase or 'break'}" for step in event.steps]


def step_of(event: Event, phase: Phase | None, nth: int = 0) -> Step:
    return [step for step in event.steps if step.phase is phase][nth]


@pytest.fixture
def early(site: Site) -> Event:
    """An event that nobody has opened yet: half a day from 16:30."""
    return events.create_event(site, title="Abend", theme="Was fehlt?", starts_at=EVENING, contact="Fay")


def test_a_template_begins_one_step_after_the_other(early: Event) -> None:
    assert plan(early)[:6] == [
        "16:30 arrival",
        "16:45 opening",
        "17:05 collecting",
        "17:20 marketplace",
        "17:35 rounds",
        "18:20 break",
    ]
    assert [clock(held.starts_at, early.zone) for held in early.rounds] == ["17:35", "18:30"]


def test_longer_collecting_moves_everything_after_it(early: Event) -> None:
    collecting = step_of(early, Phase.COLLECTING)
    plan_steps.edit_plan(early, FAYS_HAND, {collecting.id: Length(25)})
    assert plan(early)[3:5] == ["17:30 marketplace", "17:45 rounds"]
    assert clock(early.rounds[1].ends_at, early.zone) == "19:25"


def test_only_breaks_have_a_word(early: Event) -> None:
    pause, news = step_of(early, None), step_of(early, Phase.NEWS)
    plan_steps.edit_plan(early, FAYS_HAND, {pause.id: Length(10, "Tee"), news.id: Length(10, "Tee")})
    assert (pause.word, news.word) == ("Tee", "")


def test_a_break_goes_in_and_out_again(early: Event) -> None:
    before = plan(early)
    plan_steps.add_break(early, FAYS_HAND, step_of(early, Phase.MARKETPLACE), {})
    assert plan(early)[4:6] == ["17:35 break", "17:45 rounds"]
    plan_steps.remove_step(early, FAYS_HAND, step_of(early, None), {})
    assert plan(early) == before


def test_what_was_typed_before_a_button_is_kept(early: Event) -> None:
    arrival = step_of(early, Phase.ARRIVAL)
    plan_steps.add_break(early, FAYS_HAND, arrival, {arrival.id: Length(30)})
    assert plan(early)[:3] == ["16:30 arrival", "17:00 break", "17:10 opening"]


def test_a_round_comes_after_the_last_one_and_is_as_long(early: Event) -> None:
    held = plan_steps.add_round(early, FAYS_HAND, {})
    assert (held.number, clock(held.starts_at, early.zone), clock(held.ends_at, early.zone)) == (3, "19:15", "20:00")
    assert plan(early)[7:9] == ["19:15 rounds", "20:00 news"]


def test_removing_a_round_renumbers_the_others(early: Event) -> None:
    plan_steps.add_round(early, FAYS_HAND, {})
    plan_steps.remove_step(early, FAYS_HAND, step_of(early, Phase.ROUNDS), {})
    assert [held.number for held in early.rounds] == [1, 2]
    assert [step.round.number for step in early.steps if step.round] == [1, 2]


def test_the_only_round_stays(early: Event) -> None:
    plan_steps.remove_step(early, FAYS_HAND, step_of(early, Phase.ROUNDS), {})
    with pytest.raises(RuleBroken, match="step_needed"):
        plan_steps.remove_step(early, FAYS_HAND, step_of(early, Phase.ROUNDS), {})


def test_a_phase_stays(early: Event) -> None:
    with pytest.raises(RuleBroken, match="step_needed"):
        plan_steps.remove_step(early, FAYS_HAND, step_of(early, Phase.NEWS), {})


def test_a_round_in_which_a_topic_stands_stays(event: Event) -> None:
    group = BreakoutGroup(
        event_id=event.id, round_id=event.rounds[1].id, space_id=event.spaces[0].id, placed_at=EVENING
    )
    db.session.add(group)
    db.session.commit()
    with pytest.raises(RuleBroken, match="round_in_use"):
        plan_steps.remove_step(event, FAYS_HAND, step_of(event, Phase.ROUNDS, 1), {})
    assert len(db.session.scalars(select(BreakoutGroup)).all()) == 1


def test_weighting_comes_before_the_action_planning_and_goes(early: Event) -> None:
    before = plan(early)
    plan_steps.set_weighting(early, FAYS_HAND, on=True, typed={})
    plan_steps.set_weighting(early, FAYS_HAND, on=True, typed={})
    assert [step.phase for step in early.steps][-3:] == [Phase.WEIGHTING, Phase.ACTION_PLANNING, Phase.CLOSING]
    plan_steps.set_weighting(early, FAYS_HAND, on=False, typed={})
    assert plan(early) == before


def test_a_night_before_a_step_and_away_again(early: Event) -> None:
    before = [step.starts_at for step in early.steps]
    news = step_of(early, Phase.NEWS)
    plan_steps.edit_plan(early, FAYS_HAND, {news.id: Length(10, next_day=True)})
    assert news.starts_at.astimezone(early.zone).strftime("%d. %H:%M") == "13. 16:30"
    plan_steps.edit_plan(early, FAYS_HAND, {})
    assert news.starts_at.astimezone(early.zone).strftime("%d. %H:%M") == "13. 16:30"
    plan_steps.edit_plan(early, FAYS_HAND, {news.id: Length(10)})
    assert [step.starts_at for step in early.steps] == before


def test_what_is_past_keeps_its_time_and_its_length(event: Event) -> None:
    go(event, Phase.MARKETPLACE)
    past = plan(event)[:4]
    arrival, present = step_of(event, Phase.ARRIVAL), step_of(event, Phase.MARKETPLACE)
    plan_steps.edit_plan(event, FAYS_HAND, {arrival.id: Length(60), present.id: Length(30)})
    assert plan(event)[:5] == [*past, "17:50 rounds"]
    assert arrival.minutes == 15
    with pytest.raises(RuleBroken, match="step_begun"):
        plan_steps.add_break(event, FAYS_HAND, arrival, {})


def test_a_break_that_somebody_else_took_out_is_gone(early: Event) -> None:
    pause = step_of(early, None)
    db.session.delete(pause)
    db.session.commit()
    for verb in (plan_steps.remove_step, plan_steps.add_break):
        with pytest.raises(NotFound):
            verb(early, FAYS_HAND, pause, {})


def test_a_round_added_late_comes_after_the_present_step(event: Event) -> None:
    go(event, Phase.NEWS)
    plan_steps.add_round(event, FAYS_HAND, {})
    phases = [step.phase for step in event.steps]
    assert phases[phases.index(Phase.NEWS) + 1] is Phase.ROUNDS


def test_a_round_that_runs_stays(event: Event) -> None:
    go(event, Phase.ROUNDS)
    with pytest.raises(RuleBroken, match=r"round_in_use|step_begun"):
        plan_steps.remove_step(event, FAYS_HAND, step_of(event, Phase.ROUNDS), {})


def test_after_the_event_nothing_changes(event: Event) -> None:
    events.close_event(event, FAYS_HAND)
    before = plan(event)
    for verb in (plan_steps.add_round, plan_steps.edit_plan):
        with pytest.raises(RuleBroken, match="closed"):
            verb(event, FAYS_HAND, {})
    assert plan(event) == before


def test_two_and_a_half_days_begin_every_morning_at_the_same_time(site: Site) -> None:
    long = events.create_event(site, title="Tage", theme="Was?", starts_at=EVENING, template="two_and_a_half_days")
    mornings = {step.starts_at.astimezone(long.zone).strftime("%d. %H:%M") for step in long.steps}
    assert {"12. 16:30", "13. 16:30", "14. 16:30"} <= mornings

"""Two topics go together when both conveners like. Both cards, numbers and titles stay."""

import pytest
from sqlalchemy import select

from openspace.actions import merges, places, topics
from openspace.errors import NotAllowed, RuleBroken
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, MergeRequest, Topic
from openspace.views.invitations import questions
from openspace.vocabulary import Phase, TopicStatus
from tests.conftest import FAYS_HAND, Person, arrive, go


@pytest.fixture
def market(event: Event) -> Event:
    go(event, Phase.MARKETPLACE)
    return event


@pytest.fixture
def cook(market: Event, amina: Person) -> Topic:
    return topics.post_topic(market, amina.by, amina.participant, title="Zusammen kochen")


@pytest.fixture
def feast(market: Event, ben: Person) -> Topic:
    return topics.post_topic(market, ben.by, ben.participant, title="Feste feiern")


def question() -> MergeRequest:
    return db.session.scalars(select(MergeRequest)).one()


def groups() -> list[BreakoutGroup]:
    return list(db.session.scalars(select(BreakoutGroup).order_by(BreakoutGroup.id)))


def together(event: Event, amina: Person, ben: Person, cook: Topic, feast: Topic) -> None:
    """Amina asks Ben, Ben says yes."""
    request = merges.ask_to_merge(event, amina.by, cook, feast)
    merges.answer_merge(event, ben.by, request, yes=True)


def test_ben_is_asked_on_now_plan_and_topic_and_says_yes(amina: Person, ben: Person, cook: Topic, feast: Topic) -> None:
    assert f"/topics/{cook.id}/merge/{feast.id}" in amina.get(f"topics/{cook.id}/merge").text
    assert amina.post(f"topics/{cook.id}/merge/{feast.id}").status_code == 303
    yes = f"/merges/{question().id}/yes"
    for page in ("now", "plan", f"topics/{feast.id}"):
        text = ben.get(page).text
        assert yes in text and "Zusammen kochen" in text
        assert yes not in amina.get(page).text
    assert ben.post(f"merges/{question().id}/yes").status_code == 303
    assert cook.merged_into is feast
    wall = amina.get("wall").text
    assert f'data-view="topic-{cook.id}"' in wall
    assert f'data-view="topic-{feast.id}"' not in wall
    assert "Zusammen kochen" in wall and "Feste feiern" in wall
    marks = ben.get("me/marks").json
    assert marks is not None and f"topic-{cook.id}" in marks["mine"], "the card is Ben's as well"
    assert "Feste feiern" in amina.get(f"topics/{feast.id}").text


def test_a_no_changes_nothing(amina: Person, ben: Person, cook: Topic, feast: Topic) -> None:
    amina.post(f"topics/{cook.id}/merge/{feast.id}")
    assert ben.post(f"merges/{question().id}/no").status_code == 303
    assert cook.merged_into is None
    assert ben.post(f"merges/{question().id}/yes").status_code == 409
    assert cook.merged_into is None


def test_both_meet_where_the_asked_one_has_its_place(
    market: Event, amina: Person, ben: Person, cook: Topic, feast: Topic
) -> None:
    places.place_topic(market, amina.by, cook, market.rounds[0], market.spaces[0])
    there = places.place_topic(market, ben.by, feast, market.rounds[1], market.spaces[1])
    together(market, amina, ben, cook, feast)
    assert groups() == [there]
    assert there.numbers == [1, 2]
    assert cook.status is feast.status is TopicStatus.SCHEDULED


def test_the_place_of_the_asking_one_is_kept_when_the_other_has_none(
    market: Event, amina: Person, ben: Person, cook: Topic, feast: Topic
) -> None:
    there = places.place_topic(market, amina.by, cook, market.rounds[0], market.spaces[0])
    together(market, amina, ben, cook, feast)
    assert there.numbers == [1, 2]


def test_either_convener_may_place_and_separate_them(
    market: Event, amina: Person, ben: Person, cook: Topic, feast: Topic
) -> None:
    together(market, amina, ben, cook, feast)
    held, space = market.rounds[0], market.spaces[0]
    assert amina.post(f"topics/{cook.id}/place/{held.id}/{space.id}").status_code == 303
    assert groups()[0].numbers == [1, 2]
    assert f"/topics/{cook.id}/split" in ben.get("plan").text
    assert ben.post(f"topics/{cook.id}/split").status_code == 303
    assert groups()[0].numbers == [2]
    assert cook.status is TopicStatus.POSTED
    assert f'data-view="topic-{feast.id}"' in amina.get("wall").text


def test_undo_of_a_yes_separates(amina: Person, ben: Person, cook: Topic, feast: Topic) -> None:
    amina.post(f"topics/{cook.id}/merge/{feast.id}")
    said = ben.send(f"merges/{question().id}/yes", key="k1").json
    assert said is not None
    ben.send(said["undo"], key="k2")
    assert cook.merged_into is None


def test_the_third_topic_is_warned_of(market: Event, amina: Person, ben: Person, cook: Topic, feast: Topic) -> None:
    together(market, amina, ben, cook, feast)
    third = topics.post_topic(market, amina.by, amina.participant, title="Ein Spielplatz")
    amina.post(f"topics/{third.id}/merge/{feast.id}")
    assert questions(market, ben.participant)[0].is_crowded
    assert len(groups()) == 0


def test_when_the_head_is_taken_down_the_other_card_shows_again(
    market: Event, amina: Person, ben: Person, cook: Topic, feast: Topic
) -> None:
    together(market, amina, ben, cook, feast)
    left = market.revision
    topics.withdraw_topic(market, amina.by, cook)
    said = ben.get(f"changes?since={left}").json
    assert said is not None
    told = {fragment["view"]: fragment["html"] for fragment in said["fragments"]}
    assert told[f"topic-{cook.id}"] == ""
    assert "Feste feiern" in told[f"topic-{feast.id}"]


def test_what_cannot_be_asked(market: Event, amina: Person, ben: Person, cook: Topic, feast: Topic) -> None:
    with pytest.raises(RuleBroken, match="merge_with_itself"):
        merges.ask_to_merge(market, amina.by, cook, cook)
    merges.ask_to_merge(market, amina.by, cook, feast)
    with pytest.raises(RuleBroken, match=r"merge_asked$"):
        merges.ask_to_merge(market, amina.by, cook, feast)
    with pytest.raises(RuleBroken, match="merge_asked_you"):
        merges.ask_to_merge(market, ben.by, feast, cook)
    topics.let_go_topic(market, ben.by, feast)
    other = topics.post_topic(market, amina.by, amina.participant, title="Ein Spielplatz")
    with pytest.raises(RuleBroken, match="no_convener"):
        merges.ask_to_merge(market, amina.by, other, feast)


def test_only_the_two_conveners_decide(market: Event, amina: Person, ben: Person, cook: Topic, feast: Topic) -> None:
    with pytest.raises(NotAllowed):
        merges.ask_to_merge(market, ben.by, cook, feast)
    with pytest.raises(NotAllowed):
        merges.ask_to_merge(market, FAYS_HAND, cook, feast)
    request = merges.ask_to_merge(market, amina.by, cook, feast)
    for hand in (amina.by, FAYS_HAND):
        with pytest.raises(NotAllowed):
            merges.answer_merge(market, hand, request, yes=True)
    assert request.answer is None


def test_another_resident_and_cleo_cannot_answer_or_separate(
    market: Event, amina: Person, ben: Person, cleo: Person, cook: Topic, feast: Topic
) -> None:
    dora = arrive(amina.browser.application, market)
    amina.post(f"topics/{cook.id}/merge/{feast.id}")
    number = question().id
    assert dora.post(f"merges/{number}/yes").status_code == 403
    assert cleo.post(f"/e/{market.public_id}/merges/{number}/yes").status_code == 404
    assert cleo.post(f"merges/{number}/yes").status_code == 404
    ben.post(f"merges/{number}/yes")
    assert dora.post(f"topics/{cook.id}/split").status_code == 403
    assert cleo.post(f"topics/{cook.id}/split").status_code == 404
    assert cook.merged_into is feast

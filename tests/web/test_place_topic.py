"""A convener gives their topic a place, by tap."""

from sqlalchemy import select

from openspace.actions import places, topics
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Topic
from openspace.vocabulary import Phase, TopicStatus
from tests.conftest import FAYS_HAND, Person, go


def post(event: Event, person: Person, title: str = "Ein Garten") -> Topic:
    """Somebody's card on the wall."""
    return topics.post_topic(event, person.by, person.participant, title=title)


def cell(event: Event, number: int = 1, space: int = 0) -> tuple[int, int]:
    """Ids of the cell in a round at the space of this position."""
    return event.rounds[number - 1].id, event.spaces[space].id


def groups() -> list[BreakoutGroup]:
    return list(db.session.scalars(select(BreakoutGroup).order_by(BreakoutGroup.id)))


def test_amina_chooses_a_place_and_ben_sees_it(event: Event, amina: Person, ben: Person) -> None:
    topic = post(event, amina)
    go(event, Phase.MARKETPLACE)
    held, space = cell(event)
    assert f"/topics/{topic.id}/place/{held}/{space}" in amina.get(f"topics/{topic.id}/place").text
    assert amina.post(f"topics/{topic.id}/place/{held}/{space}").status_code == 303
    plan = ben.get("plan").text
    assert "Ein Garten" in plan
    assert f"/groups/{groups()[0].id}" in plan
    assert topic.status is TopicStatus.SCHEDULED
    assert event.spaces[0].name in ben.get("wall").text


def test_the_plan_says_where_my_topic_is(event: Event, amina: Person) -> None:
    topic = post(event, amina)
    go(event, Phase.MARKETPLACE)
    assert f"/topics/{topic.id}/place" in amina.get("now").text
    amina.post("topics/{}/place/{}/{}".format(topic.id, *cell(event)))
    for page in ("plan", "now"):
        assert f"/groups/{groups()[0].id}/place" in amina.get(page).text


def test_the_script_gets_the_cell_and_the_way_back(event: Event, amina: Person) -> None:
    topic = post(event, amina)
    go(event, Phase.MARKETPLACE)
    held, space = cell(event)
    said = amina.send(f"topics/{topic.id}/place/{held}/{space}", key="k1").json
    assert said is not None
    assert f"cell-{held}-{space}" in {fragment["view"] for fragment in said["fragments"]}
    amina.send(said["undo"], key="k2")
    assert groups() == []
    assert topic.status is TopicStatus.POSTED


def test_a_taken_cell_says_so_and_shows_what_is_free(event: Event, amina: Person, ben: Person) -> None:
    first, second = post(event, amina), post(event, ben, "Licht")
    go(event, Phase.MARKETPLACE)
    held, space = cell(event)
    amina.post(f"topics/{first.id}/place/{held}/{space}")
    answer = ben.post(f"topics/{second.id}/place/{held}/{space}")
    assert answer.status_code == 409
    assert f"/topics/{second.id}/place/{held}/{event.spaces[1].id}" in answer.text
    assert f"/topics/{second.id}/place/{held}/{space}" not in answer.text
    assert len(groups()) == 1


def test_the_facilitator_may_put_neighbours_into_one_cell(event: Event, amina: Person, ben: Person) -> None:
    first, second = post(event, amina), post(event, ben, "Licht")
    held, space = event.rounds[0], event.spaces[0]
    places.place_topic(event, FAYS_HAND, first, held, space, anywhere=True)
    places.place_topic(event, FAYS_HAND, second, held, space, anywhere=True)
    go(event, Phase.MARKETPLACE)
    page = amina.get("plan").text
    assert "Ein Garten" in page and "Licht" in page


def test_placing_again_in_the_same_round_moves_and_can_be_undone(event: Event, amina: Person) -> None:
    topic = post(event, amina)
    go(event, Phase.MARKETPLACE)
    amina.post("topics/{}/place/{}/{}".format(topic.id, *cell(event)))
    said = amina.send("topics/{}/place/{}/{}".format(topic.id, *cell(event, space=2)), key="k1").json
    assert said is not None
    assert [group.space_id for group in groups()] == [event.spaces[2].id]
    amina.send(said["undo"], key="k2")
    assert [group.space_id for group in groups()] == [event.spaces[0].id]


def test_a_group_moves_to_another_round(event: Event, amina: Person) -> None:
    topic = post(event, amina)
    go(event, Phase.MARKETPLACE)
    amina.post("topics/{}/place/{}/{}".format(topic.id, *cell(event)))
    held, space = cell(event, number=2, space=3)
    group = groups()[0]
    assert f"/groups/{group.id}/place/{held}/{space}" in amina.get(f"groups/{group.id}/place").text
    assert amina.post(f"groups/{group.id}/place/{held}/{space}").status_code == 303
    assert (group.round_id, group.space_id) == (held, space)


def test_taking_back_and_undoing_it(event: Event, amina: Person) -> None:
    topic = post(event, amina)
    go(event, Phase.MARKETPLACE)
    amina.post("topics/{}/place/{}/{}".format(topic.id, *cell(event)))
    said = amina.send(f"groups/{groups()[0].id}/take-back", key="k1").json
    assert said is not None and groups() == []
    amina.send(said["undo"], key="k2")
    assert [(group.round_id, group.space_id) for group in groups()] == [cell(event)]


def test_a_tap_on_a_free_cell_asks_which_topic(event: Event, amina: Person, ben: Person) -> None:
    topic = post(event, amina)
    go(event, Phase.MARKETPLACE)
    held, space = cell(event)
    assert f"/topics/{topic.id}/place/{held}/{space}" in amina.get(f"plan/{held}/{space}").text
    assert "/topics/new" in ben.get(f"plan/{held}/{space}").text


def test_before_the_marketplace_conveners_wait(event: Event, amina: Person) -> None:
    topic = post(event, amina)
    answer = amina.post("topics/{}/place/{}/{}".format(topic.id, *cell(event)))
    assert answer.status_code == 409
    assert groups() == []


def test_a_round_that_is_over_takes_nobody(event: Event, amina: Person) -> None:
    topic = post(event, amina)
    go(event, Phase.ROUNDS)
    go(event, Phase.NEWS)
    answer = amina.post("topics/{}/place/{}/{}".format(topic.id, *cell(event)))
    assert answer.status_code == 409
    assert groups() == []


def test_a_withdrawn_topic_frees_its_cell(event: Event, amina: Person, ben: Person) -> None:
    first, second = post(event, amina), post(event, ben, "Licht")
    go(event, Phase.MARKETPLACE)
    amina.post("topics/{}/place/{}/{}".format(first.id, *cell(event)))
    amina.post(f"topics/{first.id}/withdraw")
    assert "Ein Garten" not in ben.get("plan").text
    assert ben.post("topics/{}/place/{}/{}".format(second.id, *cell(event))).status_code == 303


def test_without_a_place(event: Event, amina: Person, ben: Person) -> None:
    placed = post(event, amina)
    post(event, ben, "Licht")
    go(event, Phase.MARKETPLACE)
    amina.post("topics/{}/place/{}/{}".format(placed.id, *cell(event)))
    page = ben.get("wall?only=unplaced").text
    assert "Licht" in page
    assert "Ein Garten" not in page


def test_ben_does_not_place_aminas_topic(event: Event, amina: Person, ben: Person) -> None:
    topic = post(event, amina)
    go(event, Phase.MARKETPLACE)
    assert ben.post("topics/{}/place/{}/{}".format(topic.id, *cell(event))).status_code == 403
    amina.post("topics/{}/place/{}/{}".format(topic.id, *cell(event)))
    assert ben.post(f"groups/{groups()[0].id}/take-back").status_code == 403
    assert len(groups()) == 1


def test_cleo_and_cells_of_another_event(event: Event, other_event: Event, amina: Person, cleo: Person) -> None:
    topic = post(event, amina)
    go(event, Phase.MARKETPLACE)
    own = "/e/{}/topics/{}/place/{}/{}".format(event.public_id, topic.id, *cell(event))
    assert cleo.post(own).status_code == 404
    assert cleo.get(f"/e/{event.public_id}/plan").status_code == 404
    assert amina.post("topics/{}/place/{}/{}".format(topic.id, *cell(other_event))).status_code == 404
    assert amina.get("plan/{}/{}".format(*cell(other_event))).status_code == 404
    assert groups() == []

"""Dots: per person, changeable until closed, hidden until then, ties as ties."""

import pytest
from sqlalchemy import func, select

from openspace.actions import topics, weighting
from openspace.actions.change import write
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import Dot, Event, Topic
from openspace.models.weighting import latecomers, result, voters
from openspace.vocabulary import Phase
from tests.conftest import FAYS_HAND, Person, arrive, go


@pytest.fixture
def garden(event: Event, amina: Person) -> Topic:
    return topics.post_topic(event, amina.by, amina.participant, title="Ein Garten")


@pytest.fixture
def light(event: Event, amina: Person) -> Topic:
    return topics.post_topic(event, amina.by, amina.participant, title="Mehr Licht")


def open_weighting(event: Event) -> None:
    """The half-day template has no weighting; Fay opens it by hand in these tests."""
    with write():
        event.steps[-2].phase = Phase.WEIGHTING
    go(event, Phase.WEIGHTING)


def stuck() -> int:
    return db.session.scalars(select(func.coalesce(func.sum(Dot.dots), 0))).one()


def test_ben_sticks_and_takes_off(event: Event, ben: Person, garden: Topic) -> None:
    open_weighting(event)
    ben.post(f"dots/{garden.id}/stick")
    ben.post(f"dots/{garden.id}/stick")
    assert "noch 3 Punkte" in ben.get("now").text
    ben.post(f"dots/{garden.id}/take-off")
    assert stuck() == 1


def test_five_dots_are_five(event: Event, ben: Person, garden: Topic) -> None:
    open_weighting(event)
    for _ in range(5):
        assert ben.send(f"dots/{garden.id}/stick").status_code == 200
    assert ben.send(f"dots/{garden.id}/stick").status_code == 409
    assert stuck() == 5


def test_results_are_hidden_until_closed(event: Event, amina: Person, ben: Person, garden: Topic) -> None:
    open_weighting(event)
    ben.post(f"dots/{garden.id}/stick")
    assert 'class="list"' not in amina.get("now").text
    weighting.close_weighting(event, FAYS_HAND)
    assert "Ein Garten" in amina.get("now").text
    assert ben.send(f"dots/{garden.id}/stick").status_code == 409
    weighting.reopen_weighting(event, FAYS_HAND)
    assert ben.send(f"dots/{garden.id}/stick").status_code == 200


def test_a_tie_is_a_tie(event: Event, ben: Person, amina: Person, garden: Topic, light: Topic) -> None:
    open_weighting(event)
    ben.post(f"dots/{light.id}/stick")
    amina.post(f"dots/{garden.id}/stick")
    assert [(w.item.number, w.dots) for w in result(event)] == [(garden.number, 1), (light.number, 1)]
    assert voters(event) == 2


def test_who_comes_later_gets_dots_after_one_tap(app, event: Event, garden: Topic) -> None:  # type: ignore[no-untyped-def]
    open_weighting(event)
    late = arrive(app, event)
    assert late.send(f"dots/{garden.id}/stick").status_code == 409
    assert latecomers(event) == 1
    weighting.give_dots_to_latecomers(event, FAYS_HAND)
    assert late.send(f"dots/{garden.id}/stick").status_code == 200


def test_before_the_weighting_nothing_sticks(event: Event, ben: Person, garden: Topic) -> None:
    with pytest.raises(RuleBroken, match="no_weighting"):
        weighting.stick(event, ben.by, ben.participant, garden)


def test_cleo_cannot_weigh_here(event: Event, cleo: Person, garden: Topic) -> None:
    open_weighting(event)
    assert cleo.post(f"/e/{event.public_id}/dots/{garden.id}/stick").status_code == 404
    assert cleo.post(f"dots/{garden.id}/stick").status_code == 404
    assert stuck() == 0


def test_fay_closes_and_gives_dots_in_the_cockpit(event: Event, ben: Person, fay: Person, garden: Topic) -> None:
    open_weighting(event)
    ben.post(f"dots/{garden.id}/stick")
    cockpit = f"/c/{event.public_id}"
    assert "1 von 2" in fay.get(cockpit).text
    fay.post(f"{cockpit}/dots/close")
    assert not event.takes_dots
    fay.post(f"{cockpit}/dots/reopen")
    assert event.takes_dots
    assert ben.post(f"{cockpit}/dots/close").status_code == 403
    assert event.takes_dots

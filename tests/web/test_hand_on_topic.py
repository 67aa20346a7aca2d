"""A convener asks somebody of the group to invite from now on."""

from flask.testing import FlaskClient

from openspace import nicknames
from openspace.extensions import db
from openspace.models import Event, Topic
from openspace.vocabulary import Phase
from tests.conftest import Person, go
from tests.groups import placed


def meeting(event: Event, amina: Person, ben: Person) -> Topic:
    """Amina's topic; she and Ben sit in its group."""
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    for person in (amina, ben):
        person.post(f"groups/{group.id}/join")
    return group.topics[0]


def test_amina_hands_on_to_ben_who_sits_with_her(event: Event, amina: Person, ben: Person) -> None:
    topic = meeting(event, amina, ben)
    name = nicknames.phrase(ben.participant.nickname, "ar")
    assert name in amina.get(f"topics/{topic.id}").text
    answer = amina.post(f"topics/{topic.id}/hand-on", to=ben.participant.id)
    assert answer.status_code == 303
    assert topic.convener == ben.participant
    assert f"topics/{topic.id}" in ben.get("me").text


def test_who_sits_there_is_shown_to_the_convener_only(event: Event, amina: Person, ben: Person) -> None:
    topic = meeting(event, amina, ben)
    name = nicknames.phrase(amina.participant.nickname, "de")
    assert name not in ben.get(f"topics/{topic.id}").text


def test_nobody_but_people_of_the_group_can_be_asked(event: Event, amina: Person, ben: Person, cleo: Person) -> None:
    topic = meeting(event, amina, ben)
    ben.post("move-on")
    assert nicknames.phrase(ben.participant.nickname, "ar") not in amina.get(f"topics/{topic.id}").text
    for to in (ben.participant.id, cleo.participant.id, amina.participant.id, "", "x"):
        assert amina.send(f"topics/{topic.id}/hand-on", to=to).json["code"] == "not_there"  # type: ignore[index]
    assert topic.convener == amina.participant


def test_the_same_tap_twice_hands_on_once(event: Event, amina: Person, ben: Person) -> None:
    topic = meeting(event, amina, ben)
    assert amina.post(f"topics/{topic.id}/hand-on", to=ben.participant.id, key="k1").status_code == 303
    assert amina.post(f"topics/{topic.id}/hand-on", to=ben.participant.id, key="k1").status_code == 403
    assert topic.convener == ben.participant


def test_after_closing_nothing_is_handed_on(event: Event, amina: Person, ben: Person) -> None:
    topic = meeting(event, amina, ben)
    event.closed_at = event.opened_at
    db.session.commit()
    assert amina.send(f"topics/{topic.id}/hand-on", to=ben.participant.id).json["code"] == "closed"  # type: ignore[index]
    assert topic.convener == amina.participant


def test_only_the_convener_hands_on(
    event: Event, amina: Person, ben: Person, cleo: Person, nobody: FlaskClient
) -> None:
    topic = meeting(event, amina, ben)
    there = f"/e/{event.public_id}/topics/{topic.id}/hand-on"
    assert ben.post(f"topics/{topic.id}/hand-on", to=ben.participant.id).status_code == 403
    assert cleo.post(there, to=cleo.participant.id).status_code == 404
    assert cleo.post(f"topics/{topic.id}/hand-on", to=cleo.participant.id).status_code == 404
    assert nobody.post(there).status_code == 404
    assert topic.convener == amina.participant

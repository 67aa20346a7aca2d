"""Anyone in the group may take the part of writing its notes, and say it in short."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from openspace.actions import groups
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event
from openspace.vocabulary import GroupStatus, Phase
from tests.conftest import FAYS_HAND, Person, arrive, go
from tests.groups import placed


@pytest.fixture
def group(event: Event, amina: Person, ben: Person) -> BreakoutGroup:
    """Amina's group, meeting, with Amina and Ben in it."""
    made = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    for person in (amina, ben):
        person.post(f"groups/{made.id}/join")
    return made


def test_ben_takes_the_part_and_gives_it_back(group: BreakoutGroup, amina: Person, ben: Person) -> None:
    here = f"groups/{group.id}"
    assert f"{here}/notes" in amina.get(here).text
    assert ben.post(f"{here}/notes").status_code == 303
    assert group.note_taker == ben.participant
    assert f"{here}/summary" in ben.get(here).text
    assert f"{here}/notes" not in amina.get(here).text
    ben.post(f"{here}/notes/back")
    assert group.note_taker is None
    assert f"{here}/notes" in amina.get(here).text


def test_the_part_is_taken_once(group: BreakoutGroup, amina: Person, ben: Person) -> None:
    ben.post(f"groups/{group.id}/notes")
    assert ben.send(f"groups/{group.id}/notes").status_code == 200
    assert amina.send(f"groups/{group.id}/notes").json["code"] == "has_note_taker"  # type: ignore[index]
    amina.post(f"groups/{group.id}/notes/back")
    assert group.note_taker == ben.participant


def test_who_is_not_there_takes_no_notes(app: Flask, event: Event, group: BreakoutGroup) -> None:
    dana = arrive(app, event)
    assert dana.send(f"groups/{group.id}/notes").json["code"] == "not_in_group"  # type: ignore[index]


def test_who_moves_on_frees_the_part(event: Event, group: BreakoutGroup, amina: Person, ben: Person) -> None:
    ben.post(f"groups/{group.id}/notes")
    ben.post("move-on")
    assert group.note_taker is None
    assert amina.post(f"groups/{group.id}/notes").status_code == 303


def test_who_left_the_event_frees_the_part(group: BreakoutGroup, amina: Person, ben: Person) -> None:
    ben.post(f"groups/{group.id}/notes")
    ben.post("me/leave")
    assert amina.post(f"groups/{group.id}/notes").status_code == 303
    assert group.note_taker == amina.participant


def test_after_the_round_the_note_taker_writes_on_from_another_group(
    event: Event, group: BreakoutGroup, amina: Person, ben: Person
) -> None:
    ben.post(f"groups/{group.id}/notes")
    later = placed(event, amina.participant, "Kochen", held=1)
    from openspace.actions import steps

    steps.go_to(event, FAYS_HAND, next(step for step in event.steps if step.round == event.rounds[1]))
    ben.post(f"groups/{later.id}/join")
    assert group.note_taker == ben.participant
    assert ben.post(f"groups/{group.id}/summary", text="Wir wollen einen Garten.").status_code == 303
    assert group.status is GroupStatus.DOCUMENTED
    assert "Wir wollen einen Garten." in amina.get(f"groups/{group.id}").text


def test_the_summary_belongs_to_the_note_taker(group: BreakoutGroup, amina: Person, ben: Person) -> None:
    answer = ben.send(f"groups/{group.id}/summary", text="Von mir nicht")
    assert answer.json["code"] == "not_note_taker"  # type: ignore[index]
    ben.post(f"groups/{group.id}/notes")
    assert ben.post(f"groups/{group.id}/summary", text="Kurz gesagt", key="k1").status_code == 303
    assert ben.post(f"groups/{group.id}/summary", text="Kurz gesagt", key="k1").status_code == 303
    assert "Kurz gesagt" in amina.get(f"groups/{group.id}").text
    ben.post(f"groups/{group.id}/summary", text="")
    assert "Kurz gesagt" not in amina.get(f"groups/{group.id}").text


def test_a_summary_that_is_too_long_keeps_every_word(group: BreakoutGroup, ben: Person) -> None:
    ben.post(f"groups/{group.id}/notes")
    answer = ben.post(f"groups/{group.id}/summary", text="b" * 1201)
    assert answer.status_code == 422
    assert "b" * 1201 in answer.text
    assert group.summary == ""


def test_after_closing_the_notes_stay(event: Event, group: BreakoutGroup, ben: Person) -> None:
    ben.post(f"groups/{group.id}/notes")
    event.closed_at = event.opened_at
    db.session.commit()
    for path in ("notes", "notes/back", "summary"):
        assert ben.send(f"groups/{group.id}/{path}", text="Zu spät").json["code"] == "closed"  # type: ignore[index]
    assert (group.summary, group.note_taker) == ("", ben.participant)


def test_fay_counts_heads_and_no_phone_shows_it(event: Event, group: BreakoutGroup, ben: Person) -> None:
    groups.count_heads(event, FAYS_HAND, group, 7391)
    assert group.head_count == 7391
    for page in ("now", "plan", f"groups/{group.id}"):
        assert "7391" not in ben.get(page).text
    groups.count_heads(event, FAYS_HAND, group, None)
    assert group.head_count is None


def test_cleo_and_nobody_take_no_notes(event: Event, group: BreakoutGroup, cleo: Person, nobody: FlaskClient) -> None:
    there = f"/e/{event.public_id}/groups/{group.id}"
    for path in ("notes", "notes/back", "summary"):
        assert cleo.post(f"{there}/{path}", text="Fremd").status_code == 404
        assert cleo.post(f"groups/{group.id}/{path}", text="Fremd").status_code == 404
        assert nobody.post(f"{there}/{path}", data={"text": "Fremd"}).status_code == 404
    assert (group.note_taker, group.summary) == (None, "")

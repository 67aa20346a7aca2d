"""One tap and somebody is in a group; another tap and they have moved on, and nobody is told."""

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from openspace import nicknames
from openspace.actions import steps
from openspace.extensions import db
from openspace.models import Attendance, BreakoutGroup, Event
from openspace.vocabulary import GroupStatus, Phase
from tests.conftest import FAYS_HAND, Person, arrive, go
from tests.groups import GARDEN, placed


def inside(person: Person) -> list[int]:
    """The groups in which somebody is now."""
    rows = select(Attendance.group_id).filter_by(participant_id=person.participant.id, moved_on_at=None)
    return list(db.session.scalars(rows))


def pause(event: Event) -> None:
    """The break after the first round."""
    steps.go_to(event, FAYS_HAND, next(step for step in event.steps if step.is_break))


def test_ben_joins_with_one_tap_and_finds_his_group_again(event: Event, amina: Person, ben: Person) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    assert f'formaction="/e/{event.public_id}/groups/{group.id}/join"' in ben.get("now").text
    answer = ben.post(f"groups/{group.id}/join")
    assert answer.status_code == 303
    assert answer.location.endswith(f"/groups/{group.id}")
    assert inside(ben) == [group.id]
    for page in ("now", "me"):
        assert f"/groups/{group.id}" in ben.get(page).text
    assert f"group-{group.id}" in ben.get("me/marks").json["mine"]  # type: ignore[index]


def test_joining_another_group_moves_on(event: Event, amina: Person, ben: Person) -> None:
    first, second = placed(event, amina.participant), placed(event, amina.participant, "Kochen", space=1)
    go(event, Phase.ROUNDS)
    ben.post(f"groups/{first.id}/join")
    ben.post(f"groups/{second.id}/join")
    assert inside(ben) == [second.id]
    ben.post(f"groups/{first.id}/join")
    assert inside(ben) == [first.id]


def test_two_taps_are_one_place(event: Event, amina: Person, ben: Person) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    for key in ("k1", "k1", "k2"):
        assert ben.send(f"groups/{group.id}/join", key=key).status_code == 200
    assert db.session.scalars(select(Attendance)).all() == [db.session.scalars(select(Attendance)).one()]


def test_ben_moves_on_without_a_word(event: Event, amina: Person, ben: Person) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    ben.post(f"groups/{group.id}/join")
    assert ben.post("move-on").status_code == 303
    assert inside(ben) == []
    assert f"/groups/{group.id}/join" in ben.get("now").text


def test_before_the_rounds_nobody_joins(event: Event, amina: Person, ben: Person) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.MARKETPLACE)
    assert ben.post(f"groups/{group.id}/join").status_code == 409
    page = ben.get(f"groups/{group.id}")
    assert page.status_code == 200
    assert "/join" not in page.text.replace("/j/", "")
    assert inside(ben) == []


def test_a_group_of_a_later_round_is_not_met_yet_but_in_the_break_people_come(
    event: Event, amina: Person, ben: Person
) -> None:
    group = placed(event, amina.participant, held=1)
    go(event, Phase.ROUNDS)
    assert ben.send(f"groups/{group.id}/join").json["code"] == "group_over"  # type: ignore[index]
    pause(event)
    assert f"/groups/{group.id}/join" in ben.get("now").text
    assert ben.post(f"groups/{group.id}/join").status_code == 303


def test_an_ended_group_takes_no_people_but_words(event: Event, amina: Person, ben: Person) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    pause(event)
    assert group.status is GroupStatus.ENDED
    assert ben.post(f"groups/{group.id}/join").status_code == 409
    assert f"/groups/{group.id}/outcomes" in ben.get(f"groups/{group.id}").text
    assert ben.post(f"groups/{group.id}/outcomes", text="Nachgetragen").status_code == 303


def test_after_closing_nobody_joins(event: Event, amina: Person, ben: Person) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    event.closed_at = event.opened_at
    db.session.commit()
    assert ben.send(f"groups/{group.id}/join").json["code"] == "closed"  # type: ignore[index]


def test_one_person_is_a_group(event: Event, amina: Person, ben: Person) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    alone = 'id="alone"'
    assert alone not in ben.get(f"groups/{group.id}").text
    ben.post(f"groups/{group.id}/join")
    assert alone in ben.get(f"groups/{group.id}").text
    amina.post(f"groups/{group.id}/join")
    assert alone not in ben.get(f"groups/{group.id}").text
    amina.post("move-on")
    assert alone not in ben.get(f"groups/{group.id}").text  # or the page would say that somebody left


def test_who_is_alone_is_told_when_somebody_comes(event: Event, amina: Person, ben: Person) -> None:
    from openspace.models import LogEntry

    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    ben.post(f"groups/{group.id}/join")
    amina.post(f"groups/{group.id}/join")
    last = db.session.scalars(select(LogEntry).order_by(LogEntry.id.desc())).first()
    assert last and f"me-{ben.participant.id}" in last.views


def test_no_page_says_who_is_there_how_many_or_who_left(
    app: Flask, event: Event, amina: Person, ben: Person, fay: Person
) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    crowd = [arrive(app, event) for _ in range(7)]
    for person in crowd:
        person.post(f"groups/{group.id}/join")
    pages = ("now", f"groups/{group.id}", f"spaces/{group.space_id}", "plan", "wall", f"topics/{group.topics[0].id}")
    before = [ben.get(page, follow_redirects=True).text for page in pages]
    revision = event.revision
    for person in crowd[:4]:
        person.post("move-on")
    after = [ben.get(page, follow_redirects=True).text for page in pages]
    for page, text in zip([*pages, *pages], [*before, *after], strict=True):
        for person in crowd:
            assert nicknames.phrase(person.participant.nickname, "de") not in text, page
    assert [words(text) for text in before] == [words(text) for text in after]
    told = ben.get(f"changes?since={revision}").json
    assert all(fragment["html"] in before[1] + before[0] for fragment in told["fragments"])  # type: ignore[index]


def words(page: str) -> str:
    """A page without what is new on every page: keys, tokens, the revision."""
    import re

    return re.sub(r'(value|data-revision)="[^"]*"', "", page)


def test_the_spaces_code_leads_to_the_group_there_and_changes_nothing(event: Event, amina: Person, ben: Person) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    revision = event.revision
    answer = ben.get(f"spaces/{group.space_id}")
    assert answer.location.endswith(f"/groups/{group.id}")
    assert (event.revision, inside(ben)) == (revision, [])
    assert f'action="/e/{event.public_id}/groups/{group.id}/join"' in ben.get(f"groups/{group.id}").text


def test_the_spaces_code_shows_neighbours_and_says_when_nobody_is_there(
    event: Event, amina: Person, ben: Person
) -> None:
    groups = [placed(event, amina.participant), placed(event, amina.participant, "Kochen")]
    go(event, Phase.ROUNDS)
    page = ben.get(f"spaces/{groups[0].space_id}").text
    assert all(f"/groups/{group.id}/join" in page for group in groups)
    empty = ben.get(f"spaces/{event.spaces[3].id}")
    assert empty.status_code == 200
    assert f"/e/{event.public_id}/plan" in empty.text


def test_a_group_that_was_taken_back_is_gone(event: Event, amina: Person, ben: Person) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    key = group.id
    db.session.delete(group)
    db.session.commit()
    assert ben.post(f"groups/{key}/join").status_code == 404
    assert ben.get(f"groups/{key}").status_code == 404


def test_a_hidden_title_stays_hidden_in_its_group(event: Event, amina: Person, ben: Person) -> None:
    from openspace.actions.topics import hide_topic

    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    ben.post(f"groups/{group.id}/join")
    hide_topic(event, FAYS_HAND, group.topics[0])
    for page in ("now", f"groups/{group.id}", "me"):
        assert GARDEN not in ben.get(page).text


def test_cleo_and_nobody_join_nothing(event: Event, amina: Person, cleo: Person, nobody: FlaskClient) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    there = f"/e/{event.public_id}/groups/{group.id}"
    assert cleo.get(there).status_code == cleo.post(f"{there}/join").status_code == 404
    assert nobody.get(there).status_code == nobody.post(f"{there}/join").status_code == 404
    assert cleo.get(f"/e/{event.public_id}/spaces/{group.space_id}").status_code == 404
    assert cleo.post(f"groups/{group.id}/join").status_code == 404  # this event's group at her own event
    assert db.session.scalars(select(Attendance)).all() == []
    assert db.session.get(BreakoutGroup, group.id) is not None

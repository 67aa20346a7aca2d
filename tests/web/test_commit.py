""" "I'm in": a toggle that everybody may set and take back."""

import pytest
from flask.testing import FlaskClient

from openspace.actions import drafts
from openspace.extensions import db
from openspace.models import Draft, Event
from openspace.vocabulary import DraftStatus, Phase
from tests.conftest import Person, go
from tests.written import topic_of


@pytest.fixture
def draft(event: Event, ben: Person) -> Draft:
    topic = topic_of(ben, "Ein Garten")
    go(event, Phase.ACTION_PLANNING)
    return drafts.convert(event, ben.by, ben.participant, [], topics=[topic])


def people_in(draft: Draft) -> int:
    db.session.expire_all()
    return draft.people_in


def test_amina_is_in_and_leaves_again(amina: Person, draft: Draft) -> None:
    assert 'aria-pressed="false"' in amina.get(f"projects/{draft.id}").text
    assert amina.post(f"projects/{draft.id}/commit").status_code == 303
    assert people_in(draft) == 1
    assert 'aria-pressed="true"' in amina.get(f"projects/{draft.id}").text
    assert amina.post(f"projects/{draft.id}/take-back").status_code == 303
    assert people_in(draft) == 0


def test_twice_is_once(amina: Person, draft: Draft) -> None:
    for _ in range(2):
        amina.post(f"projects/{draft.id}/commit")
    assert people_in(draft) == 1


def test_who_made_a_project_is_not_in_before_they_say_so(draft: Draft) -> None:
    assert people_in(draft) == 0


def test_the_script_gets_the_card_and_the_way_back(amina: Person, draft: Draft) -> None:
    said = amina.send(f"projects/{draft.id}/commit").json
    assert said is not None
    assert [fragment["view"] for fragment in said["fragments"]] == [f"draft-{draft.id}"]
    amina.send(said["undo"])
    assert people_in(draft) == 0


def test_the_phone_learns_which_cards_are_mine(amina: Person, ben: Person, draft: Draft) -> None:
    amina.post(f"projects/{draft.id}/commit")
    assert amina.get("me/marks").json == {"mine": [f"draft-{draft.id}"]}
    assert f"draft-{draft.id}" not in ben.get("me/marks").text


def test_what_somebody_will_do_can_be_said(amina: Person, ben: Person, draft: Draft) -> None:
    amina.post(f"projects/{draft.id}/commit")
    amina.post(f"projects/{draft.id}/commit", words="Ich bringe Erde mit.")
    assert "<q>Ich bringe Erde mit.</q>" in ben.get(f"projects/{draft.id}").text
    amina.post(f"projects/{draft.id}/take-back")
    assert "Ich bringe Erde mit." not in ben.get(f"projects/{draft.id}").text
    amina.post(f"projects/{draft.id}/commit")
    assert "Ich bringe Erde mit." in ben.get(f"projects/{draft.id}").text
    assert amina.post(f"projects/{draft.id}/commit", words="a" * 201).status_code == 422


def test_the_tap_leads_back_to_where_it_was(amina: Person, draft: Draft) -> None:
    now = amina.path("now")
    answer = amina.browser.post(
        amina.path(f"projects/{draft.id}/commit"), headers={"Referer": f"http://localhost{now}"}
    )
    assert answer.location == now
    foreign = amina.browser.post(
        amina.path(f"projects/{draft.id}/commit"), headers={"Referer": "http://evil.example/x"}
    )
    assert foreign.location.endswith(f"/projects/{draft.id}")


def test_my_projects_stand_under_me(amina: Person, ben: Person, draft: Draft) -> None:
    assert "Ein Garten" not in amina.get("me").text
    amina.post(f"projects/{draft.id}/commit")
    assert f"/projects/{draft.id}" in amina.get("me").text
    assert f"/projects/{draft.id}" in ben.get("me").text


def test_one_may_leave_a_project_that_is_ready_and_an_event_that_is_over(
    amina: Person, event: Event, draft: Draft
) -> None:
    amina.post(f"projects/{draft.id}/commit")
    draft.status, event.closed_at = DraftStatus.READY, event.starts_at
    db.session.commit()
    assert amina.post(f"projects/{draft.id}/take-back").status_code == 303
    assert people_in(draft) == 0


def test_cleo_and_nobody_are_not_in(cleo: Person, nobody: FlaskClient, event: Event, draft: Draft) -> None:
    here = f"/e/{event.public_id}/projects/{draft.id}"
    for verb in ("commit", "take-back"):
        assert cleo.post(f"{here}/{verb}").status_code == 404
        assert cleo.post(f"projects/{draft.id}/{verb}").status_code == 404
        assert nobody.post(f"{here}/{verb}").status_code == 404
    assert people_in(draft) == 0

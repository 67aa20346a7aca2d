"""The project link: whoever holds it reads and writes, without an account, until the draft is ready."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from openspace.actions import drafts, events
from openspace.extensions import db
from openspace.models import Draft, Event, LogEntry
from openspace.vocabulary import DraftStatus, OutcomeKind, Phase
from tests.conftest import FAYS_HAND, Person, go
from tests.written import group_of, topic_of, wrote

GERMAN = {"Accept-Language": "de"}


@pytest.fixture
def draft(event: Event, ben: Person) -> Draft:
    """A garden with one idea, after closing."""
    group = group_of(topic_of(ben, "Ein Garten"))
    go(event, Phase.ACTION_PLANNING)
    idea = wrote(group, ben, OutcomeKind.IDEA, "Zehn Hochbeete.")
    made = drafts.convert(event, ben.by, ben.participant, [idea], topics=group.topics)
    events.close_event(event, FAYS_HAND)
    return made


def need(draft: Draft) -> str:
    db.session.expire_all()
    return draft.field("need").text


def test_the_link_shows_the_sheet_with_words_and_plates(nobody: FlaskClient, draft: Draft) -> None:
    page = nobody.get(f"/p/{draft.token}", headers=GERMAN)
    assert page.status_code == 200
    assert "<q>Zehn Hochbeete.</q>" in page.text
    assert 'class="plate plate-s">1<' in page.text
    assert f"/p/{draft.token}/need" in page.text


def test_who_holds_the_link_writes_after_closing(nobody: FlaskClient, draft: Draft) -> None:
    assert "textarea" in nobody.get(f"/p/{draft.token}/need").text
    answer = nobody.post(f"/p/{draft.token}/need", data={"text": "Nur Rasen.", "rev": 0})
    assert answer.location == f"/p/{draft.token}"
    assert need(draft) == "Nur Rasen."
    actor = db.session.scalar(select(LogEntry.actor).order_by(LogEntry.id.desc()))
    assert actor == f"project-{draft.id}"


def test_a_phone_of_the_event_writes_by_the_link_as_well(ben: Person, draft: Draft) -> None:
    assert ben.post(f"/p/{draft.token}/need", text="Nur Rasen.", rev=0).status_code == 303
    assert need(draft) == "Nur Rasen."
    assert f"/projects/{draft.id}/commit" in ben.get(f"/p/{draft.token}").text


def test_a_stale_answer_keeps_both(nobody: FlaskClient, ben: Person, draft: Draft) -> None:
    ben.post(f"/p/{draft.token}/need", text="Von Ben", rev=0)
    answer = nobody.post(f"/p/{draft.token}/need", data={"text": "Von zu Hause", "rev": 0})
    assert answer.status_code == 409
    assert "Von Ben" in answer.text
    assert ">Von zu Hause</textarea>" in answer.text
    assert need(draft) == "Von Ben"


def test_the_same_form_twice_leads_back_to_the_sheet(nobody: FlaskClient, draft: Draft) -> None:
    form = {"text": "Nur Rasen.", "rev": 0, "key": "k1"}
    for _ in range(2):
        assert nobody.post(f"/p/{draft.token}/need", data=form).location == f"/p/{draft.token}"
    assert draft.field("need").rev == 1


def test_the_link_tells_no_news_of_the_event(nobody: FlaskClient, draft: Draft) -> None:
    answer = nobody.post(
        f"/p/{draft.token}/need",
        data={"text": "Nur Rasen.", "rev": 0, "since": 0},
        headers={"Accept": "application/json"},
    )
    assert answer.json is not None
    assert answer.json["fragments"] == []


def test_ready_is_read_only(nobody: FlaskClient, draft: Draft) -> None:
    draft.status = DraftStatus.READY
    db.session.commit()
    answer = nobody.post(f"/p/{draft.token}/need", data={"text": "Zu spät", "rev": 0})
    assert answer.status_code == 409
    assert need(draft) == ""
    page = nobody.get(f"/p/{draft.token}").text
    assert f"/p/{draft.token}/need" not in page
    assert "Fay, Info-Tisch" in page


def test_the_slip_carries_name_plate_meeting_code_and_contact(nobody: FlaskClient, draft: Draft) -> None:
    nobody.post(f"/p/{draft.token}/next_meeting", data={"text": "Montag, 17 Uhr", "rev": 0})
    slip = nobody.get(f"/p/{draft.token}/slip").text
    for part in ("Ein Garten", "Montag, 17 Uhr", 'class="qr"', "Fay, Info-Tisch", "Lindenviertel", draft.stable_id):
        assert part in slip
    assert 'class="plate plate-s">1<' in slip


def test_a_revoked_link_is_dead_and_a_new_one_lives(nobody: FlaskClient, event: Event, draft: Draft) -> None:
    old = draft.token
    drafts.revoke_link(event, FAYS_HAND, draft)
    for path in ("", "/need", "/slip"):
        assert nobody.get(f"/p/{old}{path}").status_code == 404
    assert nobody.post(f"/p/{old}/need", data={"text": "x", "rev": 0}).status_code == 404
    assert nobody.get("/p/None").status_code == 404
    drafts.renew_link(event, FAYS_HAND, draft)
    assert draft.token != old
    assert nobody.get(f"/p/{old}").status_code == 404
    assert nobody.get(f"/p/{draft.token}").status_code == 200


def test_a_draft_without_a_link_is_still_shown_at_the_event(ben: Person, event: Event, draft: Draft) -> None:
    drafts.revoke_link(event, FAYS_HAND, draft)
    assert "/p/" not in ben.get(f"projects/{draft.id}").text


def test_cleo_holds_a_link_like_anybody_but_only_this_one(cleo: Person, event: Event, draft: Draft) -> None:
    page = cleo.get(f"/p/{draft.token}").text
    assert "Zehn Hochbeete" in page
    assert "/commit" not in page
    assert cleo.get(f"/e/{event.public_id}/projects/{draft.id}").status_code == 404
    assert cleo.get("/p/guessed").status_code == 404

"""Several people, one draft: each field has its own revision, and what was typed is never lost."""

import pytest
from flask.testing import FlaskClient

from openspace.actions import drafts, events, outcomes
from openspace.extensions import db
from openspace.models import BreakoutGroup, Draft, Event
from openspace.vocabulary import DraftStatus, Fidelity, OutcomeKind, Phase
from tests.conftest import FAYS_HAND, Person, go
from tests.written import group_of, topic_of, wrote


@pytest.fixture
def garden(event: Event, ben: Person) -> BreakoutGroup:
    group = group_of(topic_of(ben, "Ein Garten"))
    go(event, Phase.ACTION_PLANNING)
    return group


@pytest.fixture
def draft(event: Event, ben: Person, garden: BreakoutGroup) -> Draft:
    """A garden with one idea in it."""
    idea = wrote(garden, ben, OutcomeKind.IDEA, "Zehn Hochbeete.")
    return drafts.convert(event, ben.by, ben.participant, [idea], topics=garden.topics)


def text(draft: Draft, name: str) -> str:
    db.session.expire_all()
    return draft.field(name).text


def test_one_question_a_page_with_the_words_behind_it(amina: Person, draft: Draft) -> None:
    page = amina.get(f"projects/{draft.id}/idea").text
    assert ">Zehn Hochbeete.</textarea>" in page
    assert "<q>Zehn Hochbeete.</q>" in page
    assert 'name="rev" value="1"' in page


def test_the_first_answer_makes_a_seed_a_draft_in_work(amina: Person, draft: Draft) -> None:
    answer = amina.post(f"projects/{draft.id}/need", text="Nur Rasen.", rev=0)
    assert answer.status_code == 303
    assert "Nur Rasen." in amina.get(answer.location).text
    assert draft.status is DraftStatus.IN_WORK
    assert draft.field("need").rev == 1


def test_two_people_in_two_fields_never_meet(amina: Person, ben: Person, draft: Draft) -> None:
    assert amina.post(f"projects/{draft.id}/need", text="Nur Rasen.", rev=0).status_code == 303
    assert ben.post(f"projects/{draft.id}/when_where", text="Im Mai", rev=0).status_code == 303
    assert (text(draft, "need"), text(draft, "when_where")) == ("Nur Rasen.", "Im Mai")


def test_a_stale_answer_comes_back_with_both_texts(amina: Person, ben: Person, draft: Draft) -> None:
    amina.post(f"projects/{draft.id}/need", text="Von Amina", rev=0)
    answer = ben.post(f"projects/{draft.id}/need", text="Von Ben", rev=0)
    assert answer.status_code == 409
    assert "Von Amina" in answer.text
    assert ">Von Ben</textarea>" in answer.text
    assert 'name="rev" value="1"' in answer.text
    assert text(draft, "need") == "Von Amina"
    assert ben.post(f"projects/{draft.id}/need", text="Von beiden", rev=1).status_code == 303
    assert text(draft, "need") == "Von beiden"


def test_the_script_gets_their_text_and_the_revision(amina: Person, ben: Person, draft: Draft) -> None:
    amina.post(f"projects/{draft.id}/need", text="Von Amina", rev=0)
    answer = ben.send(f"projects/{draft.id}/need", text="Von Ben", rev=0)
    assert answer.status_code == 409
    assert answer.json is not None
    assert (answer.json["code"], answer.json["current"], answer.json["rev"]) == ("stale", "Von Amina", 1)


def test_both_wrote_the_same_so_nobody_is_asked(amina: Person, ben: Person, draft: Draft) -> None:
    amina.post(f"projects/{draft.id}/need", text="Nur Rasen.", rev=0)
    assert ben.post(f"projects/{draft.id}/need", text="Nur Rasen.", rev=0).status_code == 303
    assert draft.field("need").rev == 1


@pytest.mark.parametrize("rev", ["", "x", "-1", "99999999999999999999"])
def test_a_page_that_does_not_say_what_it_saw_is_stale(ben: Person, draft: Draft, rev: str) -> None:
    answer = ben.post(f"projects/{draft.id}/need", text="Von Ben", rev=rev)
    assert answer.status_code == 409
    assert ">Von Ben</textarea>" in answer.text


def test_the_same_form_twice_is_one_change(ben: Person, draft: Draft) -> None:
    for _ in range(2):
        assert ben.post(f"projects/{draft.id}/need", text="Nur Rasen.", rev=0, key="k1").status_code == 303
    assert draft.field("need").rev == 1


def test_too_long_and_a_name_of_nothing_are_said(ben: Person, draft: Draft) -> None:
    long = ben.post(f"projects/{draft.id}/need", text="a" * 2001, rev=0)
    assert long.status_code == 422
    assert "a" * 2001 in long.text
    assert ben.post(f"projects/{draft.id}/title", text="b" * 121, rev=1).status_code == 422
    assert ben.post(f"projects/{draft.id}/title", text=" \n ", rev=1).status_code == 422
    assert text(draft, "title") == "Ein Garten"


def test_an_answer_may_be_emptied_and_keeps_its_source(ben: Person, draft: Draft) -> None:
    assert ben.post(f"projects/{draft.id}/idea", text="", rev=1).status_code == 303
    assert text(draft, "idea") == ""
    assert [source.words for source in draft.sources_of("idea")] == ["Zehn Hochbeete."]


def test_a_changed_answer_is_called_reworded(ben: Person, draft: Draft) -> None:
    ben.post(f"projects/{draft.id}/idea", text="Alle bauen Beete.", rev=1)
    db.session.expire_all()
    assert draft.sources_of("idea")[0].how is Fidelity.REWORDED
    assert "<q>Zehn Hochbeete.</q>" in ben.get(f"projects/{draft.id}").text


def test_words_of_another_group_come_along_later(event: Event, amina: Person, ben: Person, draft: Draft) -> None:
    party = group_of(topic_of(amina, "Ein Fest"))
    need = wrote(party, ben, OutcomeKind.NEED, "Wir kennen uns kaum.")
    assert f'value="{need.id}"' in amina.get(f"projects/{draft.id}/need/words").text
    assert amina.post(f"projects/{draft.id}/need/words", words=[need.id]).status_code == 303
    assert text(draft, "need") == "Wir kennen uns kaum."
    assert [topic.number for topic in draft.topics] == [1, 2]
    again = drafts.convert(event, ben.by, ben.participant, [], topics=party.topics)
    assert ben.post(f"projects/{again.id}/need/words", words=[need.id]).status_code == 409


def test_withdrawn_words_leave_the_draft_and_can_return(event: Event, ben: Person, draft: Draft) -> None:
    idea = draft.sources_of("idea")[0].outcome
    assert idea is not None
    outcomes.hide_outcome(event, FAYS_HAND, idea)
    assert text(draft, "idea") == ""
    assert "Zehn Hochbeete" not in ben.get(f"projects/{draft.id}").text
    assert draft.sources_of("idea")[0].how is Fidelity.WITHDRAWN
    outcomes.show_outcome(event, FAYS_HAND, idea)
    assert text(draft, "idea") == "Zehn Hochbeete."


def test_unknown_questions_and_those_of_staff_are_not_there(ben: Person, draft: Draft) -> None:
    assert ben.get(f"projects/{draft.id}/nonsense").status_code == 404
    assert ben.post(f"projects/{draft.id}/evidence", text="x", rev=0).status_code == 404


def test_after_closing_the_link_is_the_way(event: Event, ben: Person, draft: Draft) -> None:
    events.close_event(event, FAYS_HAND)
    answer = ben.post(f"projects/{draft.id}/need", text="Nachgereicht", rev=0)
    assert answer.status_code == 409
    assert text(draft, "need") == ""
    page = ben.get(f"projects/{draft.id}").text
    assert f"/p/{draft.token}" in page
    assert f"projects/{draft.id}/need" not in page


def test_ready_means_that_residents_are_done(ben: Person, draft: Draft) -> None:
    draft.status = DraftStatus.READY
    db.session.commit()
    assert ben.post(f"projects/{draft.id}/need", text="Zu spät", rev=0).status_code == 409
    assert text(draft, "need") == ""
    assert "Fay, Info-Tisch" in ben.get(f"projects/{draft.id}").text


def test_cleo_and_nobody_find_no_draft(cleo: Person, nobody: FlaskClient, draft: Draft, event: Event) -> None:
    here = f"/e/{event.public_id}/projects/{draft.id}"
    for address in (here, f"{here}/need", f"{here}/need/words"):
        assert cleo.get(address).status_code == 404
        assert nobody.get(address).status_code == 404
    assert cleo.post(f"{here}/need", text="Fremd", rev=0).status_code == 404
    assert cleo.post(f"projects/{draft.id}/need", text="Fremd", rev=0).status_code == 404
    assert cleo.post(f"{here}/need/words", words=[1]).status_code == 404
    assert nobody.post(f"{here}/need", data={"text": "Fremd", "rev": 0}).status_code == 404
    assert text(draft, "need") == ""

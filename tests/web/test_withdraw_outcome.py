"""Somebody changes their words or takes them back: out of the group and out of every project."""

import pytest
from flask.testing import FlaskClient

from openspace.actions import drafts, outcomes
from openspace.extensions import db
from openspace.models import Draft, Event, Outcome
from openspace.vocabulary import Fidelity, OutcomeKind, Phase
from tests.conftest import FAYS_HAND, Person, go
from tests.groups import placed

WORDS = "Ein Garten hinter der Schule"


@pytest.fixture
def outcome(event: Event, amina: Person, ben: Person) -> Outcome:
    """Ben's idea in Amina's group."""
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    written = outcomes.write_outcome(event, ben.by, group, ben.participant, WORDS)
    return outcomes.sort_outcome(event, ben.by, written, OutcomeKind.IDEA)


@pytest.fixture
def draft(event: Event, amina: Person, outcome: Outcome) -> Draft:
    """The project that Amina made of it."""
    return drafts.convert(event, amina.by, amina.participant, [outcome], topics=outcome.group.topics)


def test_ben_takes_his_words_back_and_puts_them_up_again(outcome: Outcome, amina: Person, ben: Person) -> None:
    answer = ben.post(f"outcomes/{outcome.id}/withdraw")
    assert answer.status_code == 303
    assert WORDS not in amina.get(f"groups/{outcome.group_id}").text
    assert amina.get(f"outcomes/{outcome.id}").status_code == 404
    assert "/put-back" in ben.get(f"outcomes/{outcome.id}").text
    ben.post(f"outcomes/{outcome.id}/put-back")
    assert WORDS in amina.get(f"groups/{outcome.group_id}").text


def test_the_script_gets_the_way_back(outcome: Outcome, ben: Person) -> None:
    said = ben.send(f"outcomes/{outcome.id}/withdraw").json
    assert said is not None
    assert {"view": f"outcome-{outcome.id}", "list": "", "html": ""} in said["fragments"]
    ben.send(said["undo"])
    assert outcome.is_shown


def test_the_words_leave_the_project_and_return(outcome: Outcome, draft: Draft, ben: Person) -> None:
    assert WORDS in draft.field("idea").text
    ben.post(f"outcomes/{outcome.id}/withdraw")
    assert WORDS not in draft.field("idea").text
    assert [source.how for source in draft.sources_of("idea")] == [Fidelity.WITHDRAWN]
    assert WORDS not in ben.get(f"drafts/{draft.id}").text
    ben.post(f"outcomes/{outcome.id}/put-back")
    assert not any(source.withdrawn for source in draft.sources_of("idea"))


def test_hidden_words_leave_the_project_as_well(event: Event, outcome: Outcome, draft: Draft, ben: Person) -> None:
    outcomes.hide_outcome(event, FAYS_HAND, outcome)
    assert WORDS not in ben.get(f"drafts/{draft.id}").text
    ben.post(f"outcomes/{outcome.id}/withdraw")
    outcomes.show_outcome(event, FAYS_HAND, outcome)  # still withdrawn by its author
    assert WORDS not in ben.get(f"drafts/{draft.id}").text
    assert all(source.withdrawn for source in draft.sources_of("idea"))


def test_changed_words_change_in_the_project(outcome: Outcome, draft: Draft, amina: Person, ben: Person) -> None:
    rev = draft.field("idea").rev
    answer = ben.post(f"outcomes/{outcome.id}/edit", text="Ein Garten am Bach")
    assert answer.status_code == 303
    assert "Ein Garten am Bach" in amina.get(f"groups/{outcome.group_id}").text
    field, source = draft.field("idea"), draft.sources_of("idea")[0]
    assert (field.text, field.rev) == ("Ein Garten am Bach", rev + 1)
    assert (source.words, source.how) == ("Ein Garten am Bach", Fidelity.VERBATIM)


def test_what_people_wrote_anew_is_left_alone(event: Event, outcome: Outcome, draft: Draft, ben: Person) -> None:
    field = draft.field("idea")
    drafts.write_field(event, ben.by, draft, "idea", "Wir machen einen Garten.", field.rev, language="de")
    ben.post(f"outcomes/{outcome.id}/edit", text="Ein Garten am Bach")
    assert draft.field("idea").text == "Wir machen einen Garten."
    assert draft.sources_of("idea")[0].how is Fidelity.REWORDED


@pytest.mark.parametrize("text", ["", "  \n", "a" * 601])
def test_empty_and_too_long_words_change_nothing(outcome: Outcome, ben: Person, text: str) -> None:
    answer = ben.post(f"outcomes/{outcome.id}/edit", text=text)
    assert answer.status_code == 422
    assert text.strip() in answer.text
    assert outcome.text == WORDS


def test_words_that_were_taken_back_are_not_changed(outcome: Outcome, ben: Person) -> None:
    ben.post(f"outcomes/{outcome.id}/withdraw")
    answer = ben.post(f"outcomes/{outcome.id}/edit", text="Doch anders")
    assert answer.status_code == 409
    assert outcome.text == WORDS


def test_after_closing_words_stay_as_they_are(event: Event, outcome: Outcome, ben: Person) -> None:
    event.closed_at = event.opened_at
    db.session.commit()
    for verb, form in (("withdraw", {}), ("put-back", {}), ("edit", {"text": "Anders"})):
        assert ben.send(f"outcomes/{outcome.id}/{verb}", **form).json["code"] == "closed"  # type: ignore[index]
    assert (outcome.text, outcome.withdrawn_at) == (WORDS, None)
    page = ben.get(f"outcomes/{outcome.id}").text
    assert WORDS in page
    assert "/edit" not in page and "/withdraw" not in page and "/kind" not in page


def test_the_same_form_twice_changes_once(outcome: Outcome, ben: Person) -> None:
    for _ in range(2):
        assert ben.send(f"outcomes/{outcome.id}/edit", text="Anders", key="k1").status_code == 200
    assert outcome.text == "Anders"


def test_only_the_author_touches_the_words(
    event: Event, outcome: Outcome, amina: Person, cleo: Person, nobody: FlaskClient
) -> None:
    there = f"/e/{event.public_id}/outcomes/{outcome.id}"
    for verb in ("withdraw", "put-back", "edit"):
        assert amina.send(f"outcomes/{outcome.id}/{verb}", text="Fremd").json["code"] == "not_yours"  # type: ignore[index]
        assert cleo.post(f"{there}/{verb}", text="Fremd").status_code == 404
        assert cleo.post(f"outcomes/{outcome.id}/{verb}", text="Fremd").status_code == 404
        assert nobody.post(f"{there}/{verb}").status_code == 404
    assert "/withdraw" not in amina.get(f"outcomes/{outcome.id}").text
    assert (outcome.text, outcome.withdrawn_at) == (WORDS, None)

"""Written first, sorted after: one tap says what it is, or skips the question."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from openspace.actions import outcomes
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Outcome
from openspace.vocabulary import OutcomeKind, Phase
from tests.conftest import FAYS_HAND, Person, go
from tests.groups import placed


@pytest.fixture
def outcome(event: Event, amina: Person, ben: Person) -> Outcome:
    """What Ben wrote in Amina's group, which is meeting."""
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    return outcomes.write_outcome(event, ben.by, group, ben.participant, "Wir fragen am Montag")


def asked(person: Person, group: BreakoutGroup) -> bool:
    """Whether the group's page asks this person what their words are."""
    return "data-reveal" in person.get(f"groups/{group.id}").text


def test_the_question_stands_right_under_ones_own_words(outcome: Outcome, amina: Person, ben: Person) -> None:
    amina.post(f"groups/{outcome.group_id}/outcomes", text="Danach schrieb Amina")
    page = ben.get(f"groups/{outcome.group_id}").text
    assert page.index("Wir fragen am Montag") < page.index("data-reveal") < page.index("Danach schrieb Amina")
    assert f'/outcomes/{outcome.id}/kind"' not in amina.get(f"groups/{outcome.group_id}").text


@pytest.mark.parametrize("kind", [kind for kind in OutcomeKind if kind is not OutcomeKind.AGREEMENT])
def test_one_tap_answers_and_nobody_asks_again(outcome: Outcome, ben: Person, kind: OutcomeKind) -> None:
    assert asked(ben, outcome.group)
    answer = ben.post(f"outcomes/{outcome.id}/kind", kind=kind.value)
    assert answer.status_code == 303
    assert answer.location.endswith(f"/groups/{outcome.group_id}#outcome-{outcome.id}")
    assert outcome.kind is kind
    assert not asked(ben, outcome.group)


def test_an_agreement_says_who_and_by_when(outcome: Outcome, amina: Person, ben: Person) -> None:
    ben.post(f"outcomes/{outcome.id}/kind", kind="agreement")
    assert 'name="by_when"' in ben.get(f"groups/{outcome.group_id}").text
    ben.post(f"outcomes/{outcome.id}/kind", kind="agreement", who="die Eltern", by_when="im Mai")
    assert (outcome.who, outcome.by_when) == ("die Eltern", "im Mai")
    assert "die Eltern · im Mai" in amina.get(f"groups/{outcome.group_id}").text
    assert not asked(ben, outcome.group)


def test_who_and_by_when_may_be_skipped_and_are_not_lost_by_another_tap(outcome: Outcome, ben: Person) -> None:
    for form in ({"who": "", "by_when": ""}, {"who": "wir", "by_when": "bald"}, {}):
        ben.post(f"outcomes/{outcome.id}/kind", kind="agreement", **form)
    assert (outcome.who, outcome.by_when) == ("wir", "bald")


def test_two_skips_end_the_questions(outcome: Outcome, ben: Person) -> None:
    for _ in range(2):
        ben.post(f"outcomes/{outcome.id}/kind", kind="agreement")
    assert not asked(ben, outcome.group)


def test_the_note_taker_sorts_too_but_changes_no_words(outcome: Outcome, amina: Person) -> None:
    assert amina.post(f"outcomes/{outcome.id}/kind", kind="idea").status_code == 403
    amina.post(f"groups/{outcome.group_id}/join")
    amina.post(f"groups/{outcome.group_id}/notes")
    assert f'/outcomes/{outcome.id}/kind"' in amina.get(f"outcomes/{outcome.id}").text
    assert amina.post(f"outcomes/{outcome.id}/kind", kind="idea").status_code == 303
    assert outcome.kind is OutcomeKind.IDEA
    assert amina.post(f"outcomes/{outcome.id}/edit", text="Anders").status_code == 403
    assert outcome.text == "Wir fragen am Montag"


def test_what_is_no_kind_changes_nothing(outcome: Outcome, ben: Person) -> None:
    assert ben.post(f"outcomes/{outcome.id}/kind", kind="gossip").status_code == 422
    assert ben.post(f"outcomes/{outcome.id}/kind").status_code == 422
    assert ben.post(f"outcomes/{outcome.id}/kind", kind="agreement", who="w" * 81).status_code == 422
    assert (outcome.kind, outcome.who) == (OutcomeKind.POINT, "")


def test_words_that_are_gone_are_not_sorted(event: Event, outcome: Outcome, ben: Person) -> None:
    outcomes.hide_outcome(event, FAYS_HAND, outcome)
    assert ben.send(f"outcomes/{outcome.id}/kind", kind="idea").json["code"] == "outcome_gone"  # type: ignore[index]
    assert outcome.kind is OutcomeKind.POINT


def test_after_closing_nothing_is_sorted(event: Event, outcome: Outcome, ben: Person) -> None:
    event.closed_at = event.opened_at
    db.session.commit()
    assert ben.send(f"outcomes/{outcome.id}/kind", kind="idea").json["code"] == "closed"  # type: ignore[index]
    assert not asked(ben, outcome.group)


def test_the_same_tap_twice_is_one_answer(event: Event, outcome: Outcome, ben: Person) -> None:
    for _ in range(2):
        assert ben.send(f"outcomes/{outcome.id}/kind", kind="need", key="k1").status_code == 200
    assert outcome.kind is OutcomeKind.NEED


def test_cleo_and_nobody_sort_nothing(event: Event, outcome: Outcome, cleo: Person, nobody: FlaskClient) -> None:
    there = f"/e/{event.public_id}/outcomes/{outcome.id}"
    for path in (f"{there}/kind", f"outcomes/{outcome.id}/kind"):
        assert cleo.post(path, kind="idea").status_code == 404
    assert cleo.get(there).status_code == nobody.get(there).status_code == 404
    assert nobody.post(f"{there}/kind", data={"kind": "idea"}).status_code == 404
    assert db.session.scalars(select(Outcome.kind)).one() is OutcomeKind.POINT

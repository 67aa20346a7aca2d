"""The facilitator hides any card and any outcome, and shows them again."""

import pytest
from flask.testing import FlaskClient

from openspace.actions import groups, outcomes
from openspace.models import Event, Outcome, Topic
from openspace.vocabulary import Phase
from tests.conftest import Person, go
from tests.groups import GARDEN, placed
from tests.web.at_the_cockpit import at, press, press_plainly, require_shut, shown

WORDS = "Einmal im Monat ein Frühstück im Hof."


@pytest.fixture
def said(event: Event, amina: Person) -> tuple[Topic, Outcome]:
    """A card whose group wrote something."""
    group = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    groups.join_group(event, amina.by, group, amina.participant)
    return group.topics[0], outcomes.write_outcome(event, amina.by, group, amina.participant, WORDS)


def test_a_hidden_card_is_gone_for_all_but_its_author(
    fay: Person, amina: Person, ben: Person, event: Event, said: tuple[Topic, Outcome]
) -> None:
    topic, _ = said
    assert GARDEN in ben.get("wall").text
    answer = press(fay, event, f"topics/{topic.id}/hide")
    assert answer.status_code == 200
    assert GARDEN not in ben.get("wall").text
    assert GARDEN in amina.get("me").text
    assert GARDEN in shown(fay, event, "hidden").replace("\N{SOFT HYPHEN}", "")
    assert press(fay, event, f"topics/{topic.id}/show").status_code == 200
    assert GARDEN in ben.get("wall").text


def test_a_hidden_outcome_is_gone_and_comes_back(fay: Person, event: Event, said: tuple[Topic, Outcome]) -> None:
    _, outcome = said
    hide, show = at(event, f"outcomes/{outcome.id}/hide"), at(event, f"outcomes/{outcome.id}/show")
    assert hide in shown(fay, event, "words")
    assert show not in shown(fay, event, "hidden")
    assert fay.post(hide).status_code == 303
    assert not outcome.is_shown
    assert hide not in shown(fay, event, "words")
    assert show in shown(fay, event, "hidden")
    assert fay.post(show).status_code == 303
    assert outcome.is_shown


def test_words_of_a_hidden_card_can_still_be_hidden(fay: Person, event: Event, said: tuple[Topic, Outcome]) -> None:
    topic, outcome = said
    press(fay, event, f"topics/{topic.id}/hide")
    assert at(event, f"outcomes/{outcome.id}/hide") in shown(fay, event, "words")


def test_hiding_twice_is_hiding(fay: Person, event: Event, said: tuple[Topic, Outcome]) -> None:
    topic, _ = said
    press(fay, event, f"topics/{topic.id}/hide")
    first = topic.hidden_at
    assert press_plainly(fay, event, f"topics/{topic.id}/hide").status_code == 303
    assert topic.hidden_at == first


def test_what_belongs_to_another_event_is_not_there(
    fay: Person, gil: Person, event: Event, other_event: Event, said: tuple[Topic, Outcome]
) -> None:
    topic, outcome = said
    for path in (f"topics/{topic.id}/hide", f"outcomes/{outcome.id}/hide", f"topics/{topic.id}/show"):
        assert press(gil, other_event, path).status_code == 404
    assert topic.is_shown and outcome.is_shown
    assert press(fay, event, "topics/99999/hide").status_code == 404


def test_hiding_is_fays(
    amina: Person,
    cleo: Person,
    sam: Person,
    gil: Person,
    nobody: FlaskClient,
    event: Event,
    said: tuple[Topic, Outcome],
) -> None:
    topic, outcome = said
    for path in (f"topics/{topic.id}/hide", f"outcomes/{outcome.id}/hide"):
        require_shut(event, path, [amina, cleo, sam, gil], nobody)

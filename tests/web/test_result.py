"""The result link: everything that may be read, nothing that may not, without an account."""

import pytest
from flask.testing import FlaskClient

from openspace.actions import drafts, events, outcomes, topics
from openspace.models import BreakoutGroup, Event
from openspace.vocabulary import OutcomeKind, Phase
from tests.conftest import FAYS_HAND, Person, go
from tests.written import group_of, topic_of, wrote


@pytest.fixture
def garden(event: Event, ben: Person) -> BreakoutGroup:
    group = group_of(topic_of(ben, "Ein Garten"))
    go(event, Phase.ACTION_PLANNING)
    return group


def read(event: Event, browser: FlaskClient, language: str = "de") -> str:
    answer = browser.get(f"/r/{event.result_token}", headers={"Accept-Language": language})
    assert answer.status_code == 200
    return answer.text


def test_topics_words_and_projects_are_there(
    event: Event, nobody: FlaskClient, ben: Person, amina: Person, garden: BreakoutGroup
) -> None:
    wrote(garden, ben, OutcomeKind.NEED, "Nur Rasen.")
    wrote(garden, amina, OutcomeKind.IDEA, "أبي بستاني")
    topic_of(amina, "مكان للقاء")
    draft = drafts.convert(event, ben.by, ben.participant, [], topics=garden.topics)
    drafts.write_field(event, ben.by, draft, "next_meeting", "Montag, 17 Uhr", 0, language="de")
    events.close_event(event, FAYS_HAND)
    page = read(event, nobody)
    for part in (event.theme, "Ein Garten", "Nur Rasen.", "أبي بستاني", "مكان للقاء", "Montag, 17 Uhr"):
        assert part in page
    assert page.index('id="topic-1"') < page.index('id="topic-2"')
    assert f"{event.deletion_date.year}" in page


def test_hidden_and_withdrawn_words_are_not_shown(
    event: Event, nobody: FlaskClient, ben: Person, garden: BreakoutGroup
) -> None:
    hidden = wrote(garden, ben, OutcomeKind.IDEA, "Versteckt")
    withdrawn = wrote(garden, ben, OutcomeKind.IDEA, "Bereut")
    outcomes.hide_outcome(event, FAYS_HAND, hidden)
    outcomes.withdraw_outcome(event, ben.by, withdrawn)
    page = read(event, nobody)
    assert "Ein Garten" in page
    assert "Versteckt" not in page
    assert "Bereut" not in page


def test_hidden_and_withdrawn_topics_are_not_shown_but_their_groups_words_are(
    event: Event, nobody: FlaskClient, ben: Person, garden: BreakoutGroup
) -> None:
    alone = topic_of(ben, "Allein")
    wrote(garden, ben, OutcomeKind.IDEA, "Hochbeete")
    for topic in (alone, garden.topics[0]):
        topics.withdraw_topic(event, ben.by, topic)
    page = read(event, nobody)
    assert "Allein" not in page
    assert "Ein Garten" not in page
    assert "Hochbeete" in page


def test_words_of_a_merged_group_stand_once(event: Event, nobody: FlaskClient, ben: Person, amina: Person) -> None:
    group = group_of(topic_of(ben, "Ein Garten"), topic_of(amina, "Beete"))
    wrote(group, ben, OutcomeKind.IDEA, "Zusammen graben")
    page = read(event, nobody)
    assert page.count("Zusammen graben") == 1
    assert "Beete" in page


def test_it_reads_in_the_browsers_language(event: Event, nobody: FlaskClient) -> None:
    assert '<html lang="de"' in read(event, nobody, "de")
    assert '<html lang="en"' in read(event, nobody, "en")


def test_it_can_only_be_read_and_only_by_its_link(event: Event, nobody: FlaskClient, cleo: Person) -> None:
    assert nobody.post(f"/r/{event.result_token}").status_code == 405
    for token in (event.public_id, event.join_token, event.screen_token, "guessed"):
        assert nobody.get(f"/r/{token}").status_code == 404
    assert "Hafenviertel" not in read(event, cleo.browser)


def test_the_phone_finds_it_when_the_event_is_closed(event: Event, ben: Person, garden: BreakoutGroup) -> None:
    draft = drafts.convert(event, ben.by, ben.participant, [], topics=garden.topics)
    go(event, Phase.CLOSING)
    assert ben.get("now").status_code == 200
    events.close_event(event, FAYS_HAND)
    page = ben.get("now").text
    assert f"/r/{event.result_token}" in page
    assert f"/p/{draft.token}" in page

"""A project in three taps: a group, its words, a draft whose every piece knows where it came from."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from openspace.extensions import db
from openspace.models import BreakoutGroup, Draft, Event, Topic
from openspace.models.draft import FIELDS
from openspace.vocabulary import DraftStatus, Fidelity, OutcomeKind, Phase, TopicStatus
from tests.conftest import Person, go
from tests.written import group_of, topic_of, wrote

GARDEN = "Ein Garten, in dem alle ernten dürfen"


@pytest.fixture
def garden(event: Event, amina: Person, ben: Person) -> BreakoutGroup:
    """Ben's topic was talked about; now it is time to go on."""
    group = group_of(topic_of(ben))
    go(event, Phase.ACTION_PLANNING)
    return group


def the_draft() -> Draft:
    db.session.expire_all()
    return db.session.scalars(select(Draft)).one()


def convert(person: Person, group: BreakoutGroup, *words: object, **more: object) -> int:
    chosen = [word.id for word in words]  # type: ignore[attr-defined]
    return person.post("projects", group=group.id, words=chosen, **more).status_code


def test_three_taps_lead_to_a_draft(ben: Person, garden: BreakoutGroup) -> None:
    ask = wrote(garden, ben, OutcomeKind.AGREEMENT, "Wir fragen am Montag.")
    wrote(garden, ben, OutcomeKind.NEED, "Hinter der Schule ist nur Rasen.")
    assert f"group={garden.id}" in ben.get("projects/new").text
    words = ben.get(f"projects/new?group={garden.id}").text
    assert f'value="{ask.id}" checked' in words
    assert words.count(" checked") == 1
    answer = ben.post("projects", group=garden.id, words=[ask.id])
    assert answer.status_code == 303
    assert answer.location.endswith(f"/projects/{the_draft().id}")
    assert "Wir fragen am Montag." in ben.get(answer.location).text


def test_every_kind_goes_where_it_belongs(ben: Person, amina: Person, garden: BreakoutGroup) -> None:
    words = [
        wrote(garden, ben, OutcomeKind.NEED, "Nur Rasen."),
        wrote(garden, ben, OutcomeKind.IDEA, "Zehn Hochbeete."),
        wrote(garden, ben, OutcomeKind.AGREEMENT, "Wir fragen nach.", who="zwei Väter", by_when="am Montag"),
        wrote(garden, amina, OutcomeKind.RESOURCE, "أبي بستاني"),
        wrote(garden, ben, OutcomeKind.BARRIER, "Das Amt antwortet nicht."),
        wrote(garden, ben, OutcomeKind.QUESTION, "Wer gießt im Sommer?"),
        wrote(garden, ben, OutcomeKind.POINT, "Schön wäre eine Bank."),
    ]
    assert convert(ben, garden, *words) == 303
    draft = the_draft()
    assert {field.name for field in draft.fields} == set(FIELDS)
    texts = {field.name: field.text for field in draft.fields if field.text}
    assert texts == {
        "title": GARDEN,
        "need": "Nur Rasen.",
        "idea": "Zehn Hochbeete.",
        "activities": "Wir fragen nach. (zwei Väter, am Montag)",
        "own_contribution": "أبي بستاني",
        "barriers": "Das Amt antwortet nicht.",
    }
    tied = {(source.field, source.words, source.language) for source in draft.sources}
    assert tied == {
        ("title", GARDEN, "de"),
        ("need", "Nur Rasen.", "de"),
        ("need", "Das Amt antwortet nicht.", "de"),
        ("idea", "Zehn Hochbeete.", "de"),
        ("idea", "Wer gießt im Sommer?", "de"),
        ("idea", "Schön wäre eine Bank.", "de"),
        ("activities", "Wir fragen nach.", "de"),
        ("own_contribution", "أبي بستاني", "ar"),
        ("what_we_need", "أبي بستاني", "ar"),
        ("barriers", "Das Amt antwortet nicht.", "de"),
    }
    assert draft.field("own_contribution").language == "ar"
    assert draft.sources_of("activities")[0].how is Fidelity.VERBATIM


def test_the_draft_begins_as_a_seed_with_a_number_and_a_link(ben: Person, garden: BreakoutGroup) -> None:
    convert(ben, garden)
    convert(ben, garden)
    first, second = db.session.scalars(select(Draft).order_by(Draft.number))
    assert (first.number, second.number) == (1, 2)
    assert first.status is DraftStatus.SEED
    assert first.made_by_id == ben.participant.id
    assert first.token and len(first.token) >= 22 and first.token != second.token
    assert first.stable_id.endswith("-P1")
    assert db.session.scalars(select(Topic.status)).one() is TopicStatus.CARRIED_ON


def test_a_merged_group_brings_both_plates(event: Event, ben: Person, amina: Person) -> None:
    group = group_of(topic_of(ben), topic_of(amina, "مكان للقاء"))
    go(event, Phase.ACTION_PLANNING)
    convert(ben, group)
    assert [topic.number for topic in the_draft().topics] == [1, 2]
    assert the_draft().title == GARDEN


def test_words_that_are_used_show_their_project(ben: Person, amina: Person, garden: BreakoutGroup) -> None:
    idea = wrote(garden, ben, OutcomeKind.IDEA, "Zehn Hochbeete.")
    convert(ben, garden, idea)
    page = amina.get(f"projects/new?group={garden.id}").text
    assert 'type="checkbox"' not in page
    assert f"/projects/{the_draft().id}" in page
    answer = amina.post("projects", group=garden.id, words=[idea.id])
    assert answer.status_code == 409
    assert GARDEN in answer.text
    assert the_draft().number == 1


def test_hidden_and_withdrawn_words_do_not_come_along(ben: Person, garden: BreakoutGroup) -> None:
    idea = wrote(garden, ben, OutcomeKind.IDEA, "Zehn Hochbeete.", hidden_at=garden.placed_at)
    assert "Zehn Hochbeete" not in ben.get(f"projects/new?group={garden.id}").text
    assert convert(ben, garden, idea) == 409
    assert db.session.scalars(select(Draft)).all() == []


def test_words_from_another_group_keep_what_was_ticked(event: Event, ben: Person, garden: BreakoutGroup) -> None:
    idea = wrote(garden, ben, OutcomeKind.IDEA, "Zehn Hochbeete.")
    other = group_of(topic_of(ben, "Ein Fest"))
    party = wrote(other, ben, OutcomeKind.AGREEMENT, "Wir feiern im Juli.")
    on = ben.post("projects", group=garden.id, words=[idea.id], more="1").location
    way = f"group={garden.id}&amp;group={other.id}&amp;words={idea.id}"
    assert way in ben.get(on).text
    page = ben.get(f"projects/new?{way.replace('&amp;', '&')}").text
    assert f'value="{idea.id}" checked' in page
    assert f'value="{party.id}" checked' in page
    ben.post("projects", group=[garden.id, other.id], words=[idea.id, party.id])
    assert [topic.number for topic in the_draft().topics] == [1, 2]


def test_a_topic_that_nobody_talked_about_can_go_on_too(event: Event, ben: Person) -> None:
    topic = topic_of(ben)
    go(event, Phase.ACTION_PLANNING)
    assert f"topic={topic.id}" in ben.get("projects/new").text
    assert GARDEN in ben.get(f"projects/new?topic={topic.id}").text
    assert ben.post("projects", topic=topic.id).status_code == 303
    assert the_draft().title == GARDEN


def test_the_same_form_twice_is_one_project(ben: Person, garden: BreakoutGroup) -> None:
    first = ben.post("projects", group=garden.id, key="k1").location
    assert ben.post("projects", group=garden.id, key="k1").location.endswith(first)
    assert the_draft().number == 1


def test_nothing_chosen_is_said(ben: Person, garden: BreakoutGroup) -> None:
    assert ben.post("projects").status_code == 409
    for wrong in ("x", "0", "99999999999999999999"):
        assert ben.post("projects", group=wrong).status_code == 422
        assert ben.get(f"projects/new?group={wrong}").status_code == 200


def test_before_the_rounds_and_after_closing_there_are_no_new_projects(
    event: Event, ben: Person, garden: BreakoutGroup
) -> None:
    for phase in (Phase.MARKETPLACE, Phase.CLOSED):
        go_anywhere(event, phase)
        assert convert(ben, garden) == 409
    assert db.session.scalars(select(Draft)).all() == []


def go_anywhere(event: Event, phase: Phase) -> None:
    event.phase, event.closed_at = phase, event.starts_at if phase is Phase.CLOSED else None
    db.session.commit()


def test_the_project_appears_on_the_other_phones(ben: Person, amina: Person, garden: BreakoutGroup) -> None:
    before = ben.at.revision
    convert(ben, garden)
    news = amina.get(f"changes?since={before}").json
    assert news is not None
    cards = {fragment["view"]: fragment for fragment in news["fragments"]}
    assert cards[f"draft-{the_draft().id}"]["list"] == "projects"
    assert GARDEN in amina.get("projects").text
    assert GARDEN in amina.get("now").text


def test_cleo_and_nobody_cannot_make_projects_here(
    cleo: Person, nobody: FlaskClient, ben: Person, garden: BreakoutGroup
) -> None:
    here = f"/e/{ben.at.public_id}/projects"
    idea = wrote(garden, ben, OutcomeKind.IDEA, "Zehn Hochbeete.")
    assert cleo.get(f"{here}/new").status_code == 404
    assert cleo.post(here, group=garden.id).status_code == 404
    assert nobody.post(here, data={"group": garden.id}).status_code == 404
    go(cleo.at, Phase.ACTION_PLANNING)
    assert cleo.get(f"projects/new?group={garden.id}").status_code == 404
    assert cleo.post("projects", group=garden.id).status_code == 404
    own = topic_of(cleo, "Ihres")
    assert cleo.post("projects", topic=own.id, words=[idea.id]).status_code == 404
    assert db.session.scalars(select(Draft)).all() == []

"""The projector: what each phase shows to the hall, and what it never shows."""

import re

import pytest
from flask.testing import FlaskClient

from openspace.actions import events, groups, steps, topics, weighting
from openspace.database import now
from openspace.extensions import db
from openspace.i18n import LANGUAGES
from openspace.models import Event, Topic
from openspace.views.render import render
from openspace.views.stage import SCENES
from openspace.vocabulary import Audience, DraftStatus, OutcomeKind, Phase
from tests import hall
from tests.conftest import FAYS_HAND, Person, arrive, go
from tests.counting import statements
from tests.groups import placed
from tests.written import group_of, topic_of, wrote


def screen(browser: FlaskClient, event: Event, more: str = "") -> str:
    """The page as the projector gets it, without soft hyphens."""
    answer = browser.get(f"/s/{event.screen_token}{more}")
    assert answer.status_code == 200
    return answer.text.replace("\N{SOFT HYPHEN}", "")


def main_of(page: str) -> str:
    found = re.search(r"<main.*</main>", page, re.DOTALL)
    assert found
    return found.group()


def words_of(html: str) -> str:
    """What people read of it."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def order(page: str, *texts: str) -> bool:
    """Whether the texts stand in this order, each of them once."""
    places = [page.index(text) for text in texts]
    return places == sorted(places) and all(page.count(text) == 1 for text in texts)


def test_a_wrong_link_leads_nowhere(nobody: FlaskClient, event: Event) -> None:
    for wrong in ("nonsense", event.join_token, event.result_token, event.public_id):
        assert nobody.get(f"/s/{wrong}").status_code == 404
        assert nobody.get(f"/s/{wrong}/changes?since=0").status_code == 404


def test_it_shows_its_own_event_only(nobody: FlaskClient, amina: Person, cleo: Person, other_event: Event) -> None:
    topic_of(amina, "Ein Garten")
    assert "Ein Garten" in screen(nobody, amina.at)
    assert "Ein Garten" not in screen(nobody, other_event)


def test_welcome_counts_people_but_not_languages(nobody: FlaskClient, event: Event, app) -> None:  # type: ignore[no-untyped-def]
    go(event, Phase.ARRIVAL)
    for tag in ("de", "de", "de", "ar", "uk"):
        arrive(app, event, tag)
    page = screen(nobody, event)
    assert f"{event.join_code[:4]} {event.join_code[4:]}" in page
    assert 'class="qr"' in page
    assert event.theme in page
    foot = words_of(page[page.index("<footer") : page.index("</footer>")])
    assert re.findall(r"\d+", foot) == ["5"]
    assert order(foot, "Deutsch", "العربية", "Українська")


def test_opening_shows_principles_law_and_givens(nobody: FlaskClient, event: Event) -> None:
    event.givens = "Der Saal schließt um 21 Uhr."
    db.session.commit()
    go(event, Phase.OPENING)
    page = screen(nobody, event)
    assert "Wer da ist, ist richtig." in page
    assert "Dann geh weiter." in page
    assert "Der Saal schließt um 21 Uhr." in page


def test_the_wall_hangs_newest_first(nobody: FlaskClient, amina: Person, ben: Person) -> None:
    topic_of(amina, "Ein Garten")
    topic_of(ben, "Mehr Licht")
    page = screen(nobody, amina.at)
    assert order(page, "Mehr Licht", "Ein Garten")
    assert "2 Themen" in page


def test_what_is_hidden_withdrawn_or_pending_is_on_no_scene(nobody: FlaskClient, amina: Person, ben: Person) -> None:
    event = amina.at
    gone = [topic_of(amina, title) for title in ("Verborgenes", "Zurückgezogenes", "Wartendes")]
    for topic in gone:
        wrote(group_of(topic), ben, OutcomeKind.IDEA, f"Worte zu {topic.title}")
        hall.plan(event, [topic], "de", topic.number).fields[0].text = "Projekt"
    topics.hide_topic(event, FAYS_HAND, gone[0])
    topics.withdraw_topic(event, amina.by, gone[1])
    gone[2].pending = True
    hall.with_weighting(event)
    hall.stick(event, gone)
    event.dots_closed_at = now()
    db.session.commit()
    for phase in SCENES:
        if phase is not Phase.CLOSED:
            go(event, phase)
        page = main_of(screen(nobody, event))
        assert not re.search("Verborgenes|Zurückgezogenes|Wartendes", page)
        assert not re.search(r'class="plate["\s]', page)


def test_a_merge_hangs_on_one_card_with_both_plates(nobody: FlaskClient, amina: Person, ben: Person) -> None:
    kitchen, party = topic_of(amina, "Zusammen kochen"), topic_of(ben, "Feste feiern")
    party.merged_into = kitchen
    db.session.commit()
    wall = main_of(screen(nobody, amina.at))
    assert wall.count("<article") == 1
    assert words_of(wall) == "Thema 1 + Thema 2 Zusammen kochen Feste feiern"


def test_up_to_five_spaces_the_plan_is_a_table(nobody: FlaskClient, event: Event) -> None:
    hall.fill(event, topics=6)
    go(event, Phase.MARKETPLACE)
    page = main_of(screen(nobody, event))
    assert "<table" in page
    assert page.count("<tr") == 1 + len(event.rounds)
    assert f"Runde {event.rounds[0].number}" in page


def test_above_five_spaces_it_is_a_list_for_each_round(nobody: FlaskClient, event: Event) -> None:
    for _ in range(2):
        events.add_space(event, FAYS_HAND)
    go(event, Phase.MARKETPLACE)
    page = screen(nobody, event)
    assert "<table" not in page
    assert page.count("<ul") == len(event.rounds)
    assert page.count("frei") == len(event.rounds) * len(event.spaces)


def test_a_round_says_where_its_groups_are_and_how_long_still(nobody: FlaskClient, event: Event) -> None:
    hall.fill(event, topics=12)
    go(event, Phase.ROUNDS)
    page = screen(nobody, event)
    assert len(re.findall("<li>", main_of(page))) == len(event.spaces)
    assert f'data-until="{int(event.clock_ends_at.timestamp() * 1000)}"' in page  # type: ignore[union-attr]
    assert "Du darfst jederzeit weitergehen" in page
    assert hall.title("de", 3) in page
    assert "Thema</small> 9" not in page  # its group meets in the next round


def test_many_groups_are_a_list_without_the_large_ring(nobody: FlaskClient, event: Event) -> None:
    events.add_space(event, FAYS_HAND)
    hall.fill(event)
    go(event, Phase.ROUNDS)
    page = screen(nobody, event)
    assert "s-list" in main_of(page)
    assert 'role="timer"' not in page


def test_who_joins_and_who_leaves_shows_nowhere(nobody: FlaskClient, amina: Person, ben: Person) -> None:
    group = placed(amina.at, amina.participant)
    go(amina.at, Phase.ROUNDS)
    before = main_of(screen(nobody, amina.at))
    groups.join_group(amina.at, ben.by, group, ben.participant)
    assert main_of(screen(nobody, amina.at)) == before
    groups.move_on(amina.at, ben.by, ben.participant)
    assert main_of(screen(nobody, amina.at)) == before


def test_a_break_says_its_word_and_when_it_goes_on(nobody: FlaskClient, event: Event) -> None:
    pause = next(step for step in event.steps if step.is_break)
    pause.word = "Tee und Obst"
    db.session.commit()
    steps.go_to(event, FAYS_HAND, pause)
    page = main_of(screen(nobody, event))
    assert "Tee und Obst" in page
    assert event.clock_ends_at is not None
    assert f"{event.clock_ends_at.astimezone(event.zone):%H:%M}" in page
    assert "Runde 2" in page


def test_the_news_come_newest_first_with_kind_and_plate(nobody: FlaskClient, amina: Person, ben: Person) -> None:
    group = group_of(topic_of(amina))
    wrote(group, ben, OutcomeKind.IDEA, "Wir bauen Hochbeete.")
    wrote(group, amina, OutcomeKind.AGREEMENT, "Wir fragen die Schule.", who="zwei Väter", by_when="Montag")
    wrote(group, ben, OutcomeKind.POINT, "Das bleibt verborgen.", hidden_at=now())
    wrote(group, ben, OutcomeKind.POINT, "Das ist zurückgenommen.", withdrawn_at=now())
    go(amina.at, Phase.NEWS)
    page = main_of(screen(nobody, amina.at))
    assert order(page, "Wir fragen die Schule.", "Wir bauen Hochbeete.")
    assert order(page, "Das machen wir", "Idee")
    assert "zwei Väter" in page
    assert "verborgen" not in page
    assert "zurückgenommen" not in page
    assert len(re.findall('class="plate', page)) - len(re.findall('class="plates', page)) == 2


def voted(event: Event, amina: Person, ben: Person) -> list[Topic]:
    """Two topics with two dots each, one with one, one with none."""
    cards = [topic_of(amina, f"Thema {letter}") for letter in "ABCD"]
    hall.with_weighting(event)
    go(event, Phase.WEIGHTING)
    for card in (cards[0], cards[2], cards[2]):
        weighting.stick(event, amina.by, amina.participant, card)
    for card in (cards[0], cards[1]):
        weighting.stick(event, ben.by, ben.participant, card)
    return cards


def test_while_dots_are_stuck_the_screen_says_only_that(nobody: FlaskClient, amina: Person, ben: Person) -> None:
    cards = voted(amina.at, amina, ben)
    page = screen(nobody, amina.at)
    assert "Punkte kleben" in page
    assert f"{amina.at.join_code[:4]} {amina.at.join_code[4:]}" in page
    assert not any(card.title in page for card in cards)


def test_closed_dots_are_shown_ties_side_by_side_without_ranks(nobody: FlaskClient, amina: Person, ben: Person) -> None:
    voted(amina.at, amina, ben)
    weighting.close_weighting(amina.at, FAYS_HAND)
    said = words_of(main_of(screen(nobody, amina.at)))
    assert said == "2 Punkte Thema 1 Thema A 2 Punkte Thema 3 Thema C 1 Punkt Thema 2 Thema B"


def test_projects_carry_their_plates_and_the_next_meeting(nobody: FlaskClient, amina: Person, ben: Person) -> None:
    event = amina.at
    cards = [topic_of(amina, "Ein Garten"), topic_of(ben, "Mehr Licht")]
    going = hall.plan(event, cards, "de", 1)
    hall.plan(event, cards, "de", 2).status = DraftStatus.SHELVED
    db.session.commit()
    go(event, Phase.ACTION_PLANNING)
    page = main_of(screen(nobody, event))
    assert page.count("<article") == 1
    assert going.title in page
    assert "Montag, 15. Juni, 17:00, Schulhof" in page
    assert words_of(page).startswith("Thema 1 + Thema 2")


def test_closing_says_honestly_how_much_is_written_down(nobody: FlaskClient, amina: Person, ben: Person) -> None:
    event = amina.at
    garden, light = topic_of(amina, "Ein Garten"), topic_of(ben, "Mehr Licht")
    go(event, Phase.CLOSING)
    assert "0 von 2 Themen sind aufgeschrieben." in screen(nobody, event)
    wrote(group_of(garden), amina, OutcomeKind.IDEA, "Hochbeete")
    assert "1 von 2 Themen sind aufgeschrieben." in screen(nobody, event)
    group_of(light).summary = "Wir haben Lampen gezählt."
    db.session.commit()
    assert "Alle 2 Themen sind aufgeschrieben." in screen(nobody, event)


def test_hidden_words_do_not_count_as_written(nobody: FlaskClient, amina: Person) -> None:
    wrote(group_of(topic_of(amina)), amina, OutcomeKind.IDEA, "Verborgen", hidden_at=now())
    go(amina.at, Phase.CLOSING)
    assert "0 von 1 Thema ist aufgeschrieben." in screen(nobody, amina.at)


def test_the_end_thanks_and_says_when_it_deletes(nobody: FlaskClient, amina: Person) -> None:
    event = amina.at
    hall.plan(event, [topic_of(amina)], "de", 1)
    db.session.commit()
    go(event, Phase.CLOSING)
    events.close_event(event, FAYS_HAND)
    page = screen(nobody, event)
    assert "Montag, 15. Juni, 17:00, Schulhof" in page
    assert "Danke!" in page
    assert f"{event.deletion_date.astimezone(event.zone):%Y}" in page
    assert event.join_code[:4] not in words_of(page)  # the code is dead now


def test_address_and_code_stand_on_every_scene(nobody: FlaskClient, event: Event) -> None:
    hall.with_weighting(event)
    for phase in SCENES:
        if phase is not Phase.CLOSED:
            go(event, phase)
            said = words_of(screen(nobody, event))
            assert f"{event.join_code[:4]} {event.join_code[4:]}" in said
            assert "127.0.0.1:8000" in said


def test_it_speaks_the_events_first_language_or_the_one_asked_for(nobody: FlaskClient, event: Event) -> None:
    assert 'lang="de" dir="ltr"' in screen(nobody, event)
    arabic = screen(nobody, event, "?lang=ar")
    assert 'lang="ar" dir="rtl"' in arabic
    assert 'data-language="ar"' in arabic
    assert 'lang="de" dir="ltr"' in screen(nobody, event, "?lang=nonsense")


@pytest.mark.parametrize("tag", ["de", "ar"])
def test_page_and_catch_up_are_the_same_bytes(nobody: FlaskClient, amina: Person, tag: str) -> None:
    topic_of(amina)
    page = nobody.get(f"/s/{amina.at.screen_token}?lang={tag}").text
    news = nobody.get(f"/s/{amina.at.screen_token}/changes?since=0&lang={tag}").json
    assert news is not None
    stage = next(fragment for fragment in news["fragments"] if fragment["view"] == "stage")
    assert stage["html"] in page


@pytest.mark.parametrize("phase", SCENES)
def test_more_topics_take_no_more_statements(event: Event, other_event: Event, phase: Phase) -> None:
    taken = []
    for hall_, topics_ in ((event, 3), (other_event, 30)):
        for _ in range(4 if topics_ == 30 else 0):
            events.add_space(hall_, FAYS_HAND)
        hall.with_weighting(hall_)
        hall.fill(hall_, topics=topics_)
        if phase is not Phase.CLOSED:
            go(hall_, phase)
        hall_.dots_closed_at = now()
        db.session.commit()
        with statements() as said:
            render(hall_, ["stage"], Audience.SCREEN, LANGUAGES["de"])
        taken.append(len(said))
    assert taken[0] == taken[1]

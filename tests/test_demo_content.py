"""The demo's content holds together: numbers, lengths, languages, and every word-for-word claim."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from openspace.models.draft import FIELDS, RESIDENT_FIELDS
from openspace.models.topic import TEXT_LENGTH, TITLE_LENGTH, WISHES
from openspace.vocabulary import DraftStatus, Fidelity, OutcomeKind, Way

FILE = Path(__file__).parents[1] / "openspace" / "demo" / "neighbourhood.toml"
DEMO: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))

LANGUAGES = {"de", "tr", "ar", "uk", "ru", "fa", "fr"}
SCRIPTS = {"ar": "[\u0600-\u06ff]", "fa": "[\u0600-\u06ff]", "uk": "[\u0400-\u04ff]", "ru": "[\u0400-\u04ff]"}
NOT_IN = {"uk": "[ыэъёЫЭЪЁ]", "ru": "[іїєґІЇЄҐ]", "ar": "[پچژگکی]", "fa": "[يكةى]"}
STAGES = ["seed", "in_work", "checked_by_residents", "ready", "exported", "submitted", "shelved"]
BUDGET_KINDS = {"material", "fees", "catering", "publicity", "room", "travel", "personnel", "other"}
SHORT = 200
EMAIL = re.compile(r"\S@\S")
PHONE = re.compile(r"\d(?:[\s/().+-]{0,3}\d){6,}")

RESIDENTS = {r["number"]: r for r in DEMO["residents"]}
TOPICS = {t["number"]: t for t in DEMO["topics"]}
OUTCOMES = {o["number"]: o for o in DEMO["outcomes"]}
DRAFTS = {d["key"]: d for d in DEMO["drafts"]}
DISCUSSED = {n for n, t in TOPICS.items() if t["placed"] or "merged_into" in t}


def strings(value: object) -> Iterator[str]:
    """Every string anywhere below a value of the file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def written() -> Iterator[tuple[str, str]]:
    """Everything that somebody wrote, with its language."""
    for card in DEMO["topics"]:
        yield card["language"], card["title"]
        yield card["language"], card.get("details", card["title"])
    for words in [*DEMO["outcomes"], *DEMO["summaries"], *DEMO["translations"]]:
        yield words["language"], words["text"]
    for words in DEMO["commitments"]:
        yield RESIDENTS[words["resident"]]["language"], words["text"]


def test_numbers_count_from_one() -> None:
    assert list(RESIDENTS) == list(range(1, 39))
    assert list(TOPICS) == list(range(1, 22))
    assert list(OUTCOMES) == list(range(1, 81))
    assert len(DRAFTS) == len(DEMO["drafts"]) == 7


def test_residents_speak_seven_languages_and_came_in_every_way() -> None:
    spoken = Counter(r["language"] for r in DEMO["residents"])
    assert set(spoken) == LANGUAGES == set(DEMO["event"]["languages"])
    assert 17 <= spoken["de"] <= 21
    assert {r["way"] for r in DEMO["residents"]} == set(Way)


def test_the_event_says_what_every_event_must_say() -> None:
    site, event = DEMO["site"], DEMO["event"]
    assert set(event["theme"]) == {"de", "en"}
    assert "Das ist eine Vorführung" in site["imprint"]
    assert site["privacy"].strip()
    assert len(event["givens"]) in {2, 3}
    assert all(len(event[name]) <= SHORT for name in ("title", "place", "contact", "childcare"))


@pytest.mark.parametrize("topic", DEMO["topics"], ids=lambda t: f"no. {t['number']}")
def test_topic_fits_on_its_card(topic: dict[str, Any]) -> None:
    assert 0 < len(topic["title"]) <= TITLE_LENGTH
    assert len(topic.get("details", "")) <= TEXT_LENGTH
    assert RESIDENTS[topic["convener"]]["language"] == topic["language"]
    assert set(topic["wishes"]) <= set(WISHES)


def test_the_plan_has_one_group_a_cell_and_one_merge() -> None:
    cells = [(p["round"], p["space"]) for t in DEMO["topics"] for p in t["placed"]]
    assert len(cells) == len(set(cells))
    assert {number for number, _ in cells} == {1, 2, 3}
    assert {space for _, space in cells} == {s["symbol"] for s in DEMO["spaces"]}
    merged = {n: t for n, t in TOPICS.items() if "merged_into" in t}
    assert {n: t["merged_into"] for n, t in merged.items()} == {12: 7}
    assert TOPICS[7]["placed"]
    assert not TOPICS[12]["placed"]
    assert 12 <= len(DISCUSSED) <= 14


def test_nobody_invites_to_two_groups_at_once() -> None:
    invited = Counter((p["round"], t["convener"]) for t in DEMO["topics"] for p in t["placed"])
    assert max(invited.values()) == 1


def test_two_topics_rest_and_one_has_lost_its_convener() -> None:
    resting = {n for n, t in TOPICS.items() if t.get("resting")}
    orphaned = {n for n, t in TOPICS.items() if t.get("orphaned")}
    assert len(resting) == 2
    assert len(orphaned) == 1
    assert not (resting | orphaned) & DISCUSSED


def test_who_has_left_does_nothing_more() -> None:
    gone = {t["convener"] for t in DEMO["topics"] if t.get("orphaned")}
    busy = {o["author"] for o in DEMO["outcomes"]} | {p for d in DRAFTS.values() for p in d["people_in"]}
    invites = {t["convener"] for t in DEMO["topics"] if not t.get("orphaned")}
    assert not gone & (busy | invites)


def test_four_of_five_spaces_are_step_free() -> None:
    assert [s["symbol"] for s in DEMO["spaces"]] == ["tree", "sun", "wave", "cup", "flower"]
    assert [s["name"] for s in DEMO["spaces"]] == ["Baum", "Sonne", "Welle", "Tasse", "Blume"]
    assert sum(s["step_free"] for s in DEMO["spaces"]) == 4
    assert any(s["quiet"] for s in DEMO["spaces"])


@pytest.mark.parametrize("outcome", DEMO["outcomes"], ids=lambda o: str(o["number"]))
def test_outcome_belongs_to_a_group_and_an_author(outcome: dict[str, Any]) -> None:
    assert outcome["topic"] in DISCUSSED
    assert RESIDENTS[outcome["author"]]["language"] == outcome["language"]
    assert 0 < len(outcome["text"]) <= TEXT_LENGTH
    agreed = outcome["kind"] == OutcomeKind.AGREEMENT
    assert bool(outcome.get("who")) == bool(outcome.get("by_when")) == agreed
    assert all(len(outcome.get(name, "")) <= SHORT for name in ("who", "by_when"))


def test_outcomes_are_of_all_kinds_and_languages_and_from_every_group() -> None:
    assert {o["kind"] for o in DEMO["outcomes"]} == set(OutcomeKind)
    assert {o["language"] for o in DEMO["outcomes"]} == LANGUAGES
    assert {TOPICS[o["topic"]].get("merged_into", o["topic"]) for o in DEMO["outcomes"]} == DISCUSSED - {12}


def test_summaries_are_in_the_language_of_their_convener() -> None:
    assert len({s["topic"] for s in DEMO["summaries"]}) == len(DEMO["summaries"]) == 9
    assert all(s["topic"] in DISCUSSED - {12} and len(s["text"]) <= TEXT_LENGTH for s in DEMO["summaries"])
    assert all(s["language"] == TOPICS[s["topic"]]["language"] for s in DEMO["summaries"])


@pytest.mark.parametrize("words", DEMO["translations"], ids=lambda t: f"{t['topic']}-{t['language']}")
def test_translation_is_by_somebody_who_speaks_one_of_both(words: dict[str, Any]) -> None:
    source = TOPICS[words["topic"]]["language"]
    assert words["language"] != source
    assert RESIDENTS[words["author"]]["language"] in {source, words["language"]}
    assert 0 < len(words["text"]) <= TITLE_LENGTH


def test_drafts_stand_at_seven_stages() -> None:
    assert sorted(d["status"] for d in DRAFTS.values()) == sorted(STAGES)
    assert set(STAGES) <= set(DraftStatus)
    reasons = {d["status"]: d["shelved_because"] for d in DRAFTS.values() if "shelved_because" in d}
    assert list(reasons) == ["shelved"]
    assert 0 < len(reasons["shelved"]) <= SHORT


@pytest.mark.parametrize("draft", DEMO["drafts"], ids=lambda d: d["key"])
def test_draft_carries_the_plates_of_its_sources(draft: dict[str, Any]) -> None:
    assert list(draft["fields"]) == list(RESIDENT_FIELDS)
    assert draft["fields"]["title"] == draft["title"]
    assert draft["topics"] == sorted({OUTCOMES[s["outcome"]]["topic"] for s in draft["sources"]})
    assert len(draft["people_in"]) == len(set(draft["people_in"])) >= 2
    assert set(draft["people_in"]) <= set(RESIDENTS)


@pytest.mark.parametrize("draft", DEMO["drafts"], ids=lambda d: d["key"])
def test_only_the_seed_has_many_empty_answers(draft: dict[str, Any]) -> None:
    empty = [name for name, text in draft["fields"].items() if not text]
    assert len(empty) == {"seed": 6, "in_work": 2}.get(draft["status"], 0)


@pytest.mark.parametrize(
    ("draft", "source"),
    [(d, s) for d in DEMO["drafts"] for s in d["sources"]],
    ids=lambda x: x.get("key") or f"{x['field']}-{x['outcome']}",
)
def test_word_for_word_means_letter_by_letter(draft: dict[str, Any], source: dict[str, Any]) -> None:
    contained = OUTCOMES[source["outcome"]]["text"] in draft["fields"][source["field"]]
    assert contained == (Fidelity(source["how"]) is Fidelity.VERBATIM)
    assert draft["fields"][source["field"]]


@pytest.mark.parametrize("draft", DEMO["drafts"], ids=lambda d: d["key"])
def test_the_office_has_worked_on_what_went_out(draft: dict[str, Any]) -> None:
    went_out = draft["status"] in {"exported", "submitted"}
    assert ("staff" in draft) == ("budget" in draft) == went_out
    if went_out:
        assert set(draft["staff"]) == {"summary", "specific_goals", "success_criteria"} <= set(FIELDS)
        assert all(line["kind"] in BUDGET_KINDS and line["cents"] > 0 for line in draft["budget"])
        assert sum(line["cents"] for line in draft["budget"]) <= 150_000  # an Aktionsfonds pays no more


def test_only_those_who_are_in_say_what_they_will_do() -> None:
    said = [(c["draft"], c["resident"]) for c in DEMO["commitments"]]
    assert len(said) == len(set(said))
    assert all(resident in DRAFTS[key]["people_in"] for key, resident in said)
    assert all(0 < len(c["text"]) <= SHORT for c in DEMO["commitments"])


def test_every_text_is_in_the_script_of_its_language() -> None:
    for language, text in written():
        assert re.search(SCRIPTS.get(language, "[A-Za-z]"), text), text
        assert not re.search(NOT_IN.get(language, r"[^\x00-\u024f\u2010-\u203a]"), text), text


def test_nothing_looks_like_an_address_or_a_number_to_call() -> None:
    for text in strings(DEMO):
        assert not EMAIL.search(text), text
        assert not PHONE.search(text), text

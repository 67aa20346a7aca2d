"""Nicknames: whole phrases in every language, each with an animal that has a symbol and a colour."""

import re
from pathlib import Path

import pytest

from openspace import nicknames

ROOT = Path(__file__).parent.parent
LISTS = sorted(path.stem for path in (ROOT / "openspace" / "nicknames").glob("*.txt"))
ALL = range(nicknames.COUNT)


def test_german_and_english_are_there() -> None:
    assert {"de", "en"} <= set(LISTS)


@pytest.mark.parametrize("tag", LISTS)
def test_every_list_holds_the_same_number_of_distinct_phrases(tag: str) -> None:
    phrases = [nicknames.phrase(index, tag) for index in ALL]
    assert len(set(phrases)) == nicknames.COUNT == len(nicknames.phrases(tag))
    assert all(phrase == phrase.strip() and " " in phrase for phrase in phrases)


def test_the_same_index_means_the_same_in_each_language() -> None:
    assert nicknames.phrase(0, "de") == "Blauer Delfin"
    assert nicknames.phrase(0, "en") == "Blue Dolphin"
    assert nicknames.phrase(399, "de") == "Bunte Libelle"
    assert nicknames.phrase(399, "en") == "Colourful Dragonfly"


def test_the_last_word_of_the_english_phrase_is_the_animal() -> None:
    assert all(nicknames.phrase(index, "en").lower().endswith(nicknames.animal(index)) for index in ALL)


@pytest.mark.parametrize("tag", LISTS)
def test_twenty_animals_with_twenty_attributes(tag: str) -> None:
    first_words = [nicknames.phrase(index, "en").split()[0] for index in ALL]
    assert len({nicknames.animal(index) for index in ALL}) == 20
    assert len(set(first_words)) == 20
    assert all(len(set(first_words[at : at + 20])) == 1 for at in range(0, nicknames.COUNT, 20))


def test_german_attributes_agree_with_their_animal() -> None:
    endings: dict[str, set[str]] = {}
    for index in ALL:
        attribute, animal = nicknames.phrase(index, "de").split()
        endings.setdefault(animal, set()).add(attribute[-2:] if attribute[-1] in "rs" else attribute[-1])
    assert {animal: ending.pop() for animal, ending in endings.items() if len(ending) == 1} == {
        **dict.fromkeys(("Biene", "Gazelle", "Giraffe", "Libelle", "Schildkröte", "Schwalbe", "Taube"), "e"),
        **dict.fromkeys(("Känguru", "Pferd", "Seepferdchen"), "es"),
        **dict.fromkeys(("Delfin", "Fisch", "Flamingo", "Kolibri", "Löwe", "Marienkäfer", "Pinguin"), "er"),
        **dict.fromkeys(("Schmetterling", "Schwan", "Storch"), "er"),
    }


@pytest.mark.parametrize("tag", ["tr", "de-simple", "../en", ""])
def test_a_language_without_a_list_reads_german(tag: str) -> None:
    assert nicknames.phrase(21, tag) == "Grüne Schwalbe"


def test_there_is_no_nickname_past_the_end() -> None:
    with pytest.raises(IndexError):
        nicknames.phrase(nicknames.COUNT, "de")


def test_every_animal_has_a_symbol() -> None:
    sprite = (ROOT / "templates" / "icons.svg").read_text(encoding="utf-8")
    assert {f"a-{nicknames.animal(index)}" for index in ALL} == set(re.findall(r'id="(a-[^"]+)"', sprite))


def test_every_tint_is_a_class_and_colours_say_what_they_are() -> None:
    style = (ROOT / "static" / "css" / "parts.css").read_text(encoding="utf-8")
    for index in ALL:
        tint = nicknames.tint(index)
        colour = nicknames.phrase(index, "en").split()[0].lower()
        assert f"\n.{tint} {{" in style
        assert colour not in nicknames.TINTS or colour == tint

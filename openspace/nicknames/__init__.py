"""Nicknames of residents: an animal and an attribute, as whole phrases, one list per language.

Line ``attribute * 20 + animal`` says the same in every list, so that a nickname is stored as its index.
"""

from functools import lru_cache
from pathlib import Path

COUNT = 400
FALLBACKS = ("de", "en")

# The names of the symbols ``a-…`` in templates/icons.svg.
ANIMALS = (
    "dolphin",
    "swallow",
    "lion",
    "horse",
    "stork",
    "turtle",
    "dove",
    "fish",
    "bee",
    "butterfly",
    "penguin",
    "kangaroo",
    "flamingo",
    "ladybird",
    "seahorse",
    "gazelle",
    "giraffe",
    "swan",
    "hummingbird",
    "dragonfly",
)

# Classes of static/css/parts.css, in the order of the first four attributes: Blue, Green, Red, Violet.
TINTS = ("blue", "green", "red", "violet")

_LISTS = {path.stem: path for path in Path(__file__).parent.glob("*.txt")}


@lru_cache
def phrases(tag: str) -> tuple[str, ...]:
    """All phrases in the language ``tag``; without a list of its own, in German, else in English."""
    found = next(name for name in (tag, *FALLBACKS) if name in _LISTS)
    return tuple(_LISTS[found].read_text(encoding="utf-8").splitlines())


def phrase(index: int, tag: str) -> str:
    """The nickname ``index`` (0 to 399) in the language ``tag``: "Blue Dolphin". Raises IndexError."""
    return phrases(tag)[index]


def animal(index: int) -> str:
    """The animal of nickname ``index``, as its symbol is called: "dolphin"."""
    return ANIMALS[index % len(ANIMALS)]


def tint(index: int) -> str:
    """The class that colours the animal: what the nickname says, else one of the four in turn."""
    attribute, place = divmod(index, len(ANIMALS))
    return TINTS[attribute] if attribute < len(TINTS) else TINTS[(attribute + place) % len(TINTS)]

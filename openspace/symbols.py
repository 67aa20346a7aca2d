"""The signs of spaces: 32 silhouettes, in the order in which they are given out.

A symbol never repeats within an event, a colour may. Sites may rename a space, its symbol stays.
"""

from typing import NamedTuple


def mark(text: str) -> str:
    """``text`` as it is; its call marks the text for translation."""
    return text


class SpaceSymbol(NamedTuple):
    """``key`` is the symbol ``s-…`` in templates/icons.svg, ``name`` a msgid, ``colour`` 1 to 8 (``sp-…``)."""

    key: str
    name: str
    colour: int


# The first four colours stay far apart for colour-blind eyes. The boat comes last of the eight: in grey it is
# the tree. From the ninth on the colours begin again.
SPACE_SYMBOLS: tuple[SpaceSymbol, ...] = (
    SpaceSymbol("tree", mark("Tree"), 1),
    SpaceSymbol("sun", mark("Sun"), 2),
    SpaceSymbol("wave", mark("Wave"), 3),
    SpaceSymbol("cup", mark("Cup"), 4),
    SpaceSymbol("flower", mark("Flower"), 6),
    SpaceSymbol("bridge", mark("Bridge"), 7),
    SpaceSymbol("mountain", mark("Mountain"), 8),
    SpaceSymbol("boat", mark("Boat"), 5),
    SpaceSymbol("house", mark("House"), 1),
    SpaceSymbol("umbrella", mark("Umbrella"), 2),
    SpaceSymbol("kite", mark("Kite"), 3),
    SpaceSymbol("apple", mark("Apple"), 4),
    SpaceSymbol("key", mark("Key"), 5),
    SpaceSymbol("leaf", mark("Leaf"), 6),
    SpaceSymbol("ladder", mark("Ladder"), 7),
    SpaceSymbol("wheel", mark("Wheel"), 8),
    SpaceSymbol("cactus", mark("Cactus"), 1),
    SpaceSymbol("lamp", mark("Lamp"), 2),
    SpaceSymbol("cloud", mark("Cloud"), 3),
    SpaceSymbol("drum", mark("Drum"), 4),
    SpaceSymbol("anchor", mark("Anchor"), 5),
    SpaceSymbol("cherry", mark("Cherry"), 6),
    SpaceSymbol("puzzle", mark("Puzzle"), 7),
    SpaceSymbol("bicycle", mark("Bicycle"), 8),
    SpaceSymbol("tent", mark("Tent"), 1),
    SpaceSymbol("ball", mark("Ball"), 2),
    SpaceSymbol("drop", mark("Drop"), 3),
    SpaceSymbol("bus", mark("Bus"), 4),
    SpaceSymbol("lighthouse", mark("Lighthouse"), 5),
    SpaceSymbol("can", mark("Watering can"), 6),
    SpaceSymbol("book", mark("Book"), 7),
    SpaceSymbol("window", mark("Window"), 8),
)

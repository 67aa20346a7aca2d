"""The signs of spaces, and the sprite that all pages draw from."""

import gzip
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from openspace.symbols import SPACE_SYMBOLS, SpaceSymbol

ROOT = Path(__file__).parent.parent
SPRITE = (ROOT / "templates" / "icons.svg").read_text(encoding="utf-8")
IDS = re.findall(r'<symbol id="([^"]+)"', SPRITE)


def test_there_are_32_distinct_symbols() -> None:
    assert len(SPACE_SYMBOLS) == 32
    assert len({symbol.key for symbol in SPACE_SYMBOLS}) == 32
    assert len({symbol.name for symbol in SPACE_SYMBOLS}) == 32


def test_the_sprite_draws_exactly_these() -> None:
    drawn = [name.removeprefix("s-") for name in IDS if name.startswith("s-")]
    assert sorted(drawn) == sorted(symbol.key for symbol in SPACE_SYMBOLS)


def test_the_first_eight_are_given_out_in_the_order_of_the_design() -> None:
    keys = [symbol.key for symbol in SPACE_SYMBOLS[:8]]
    assert keys == ["tree", "sun", "wave", "cup", "flower", "bridge", "mountain", "boat"]
    assert [symbol.colour for symbol in SPACE_SYMBOLS[:8]] == [1, 2, 3, 4, 6, 7, 8, 5]


def test_further_colours_begin_again() -> None:
    assert [symbol.colour for symbol in SPACE_SYMBOLS[8:]] == [*range(1, 9)] * 3


@pytest.mark.parametrize("symbol", SPACE_SYMBOLS, ids=lambda symbol: symbol.key)
def test_every_default_colour_is_a_class(symbol: SpaceSymbol) -> None:
    style = (ROOT / "static" / "css" / "parts.css").read_text(encoding="utf-8")
    assert f"\n.sp-{symbol.colour} {{" in style


def test_the_sprite_is_well_formed_and_every_id_is_there_once() -> None:
    root = ElementTree.fromstring(SPRITE)
    assert root.get("class") == "sprite"
    assert root.get("aria-hidden") == "true"
    assert [child.get("id") for child in root] == IDS
    assert len(set(IDS)) == len(IDS)
    assert {child.get("viewBox") for child in root} == {"0 0 24 24"}


def test_the_sprite_keeps_the_page_small() -> None:
    assert len(gzip.compress(SPRITE.encode(), 9)) < 6 * 1024

"""Style sheets: logical properties only, and nothing that Chromium 89, Safari 14.5 or Firefox 88 would miss."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parent.parent / "static" / "css"
SHEETS = sorted(CSS.glob("*.css"))

PHYSICAL = {
    "side of a box": r"\b(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b",
    "place": r"(?<![\w-])(?:left|right|top|bottom)\s*:",
    "alignment": r"\b(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b",
    "corner": r"\bborder-(?:top|bottom)-(?:left|right)-radius\b",
    "size": r"(?<![\w(-])(?:min-|max-)?(?:width|height)\s*:",
}
# What is newer and would break a page. What only beautifies (text-wrap, accent-color) may stay.
NEWER = {
    ":has()": r":has\(",
    ":dir()": r":dir\(",
    "container queries": r"@container|\bcontainer(?:-type|-name)?\s*:",
    "cascade layers": r"@layer",
    "scope": r"@scope",
    "color-mix() and its kind": r"\b(?:color-mix|light-dark|oklch|oklab|lab|lch|color)\(",
    "nesting": r"&",
    "range media queries": r"@media[^{]*[<>]",
    "small and dynamic viewports": r"\d(?:dv|sv|lv)[hwib]\b",
    "single transforms": r"(?<![\w-])(?:translate|rotate|scale)\s*:",
    "aspect-ratio": r"\baspect-ratio\s*:",
    "logical corners": r"\bborder-(?:start|end)-(?:start|end)-radius\b",
    "subgrid": r"\bsubgrid\b",
}


def rules(sheet: Path) -> str:
    """The sheet without comments and without the conditions of media queries on width and height."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"\((?:min|max)-(?:width|height):[^)]*\)", "()", text)


def four_values(text: str) -> list[str]:
    """Shorthands whose start and end differ: they would not turn around in Arabic."""
    found = re.findall(r"\b(?:margin|padding|inset|border-width)\s*:\s*([^;}]+)", text)
    values = [re.findall(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+", value) for value in found]
    return [" ".join(value) for value in values if len(value) == 4 and value[1] != value[3]]


def test_the_sheets_are_these() -> None:
    assert [sheet.stem for sheet in SHEETS] == [
        "base",
        "cockpit",
        "desk",
        "parts",
        "phone",
        "prepare",
        "print",
        "screen",
        "tokens",
    ]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
@pytest.mark.parametrize("name", PHYSICAL)
def test_properties_are_logical(sheet: Path, name: str) -> None:
    assert re.findall(PHYSICAL[name], rules(sheet)) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_shorthands_are_the_same_at_start_and_end(sheet: Path) -> None:
    assert four_values(rules(sheet)) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
@pytest.mark.parametrize("name", NEWER)
def test_nothing_is_newer_than_the_oldest_phones(sheet: Path, name: str) -> None:
    assert re.findall(NEWER[name], rules(sheet)) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_no_sheet_fetches_anything(sheet: Path) -> None:
    assert re.findall(r"@import|url\(", rules(sheet)) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_every_role_that_is_used_is_defined(sheet: Path) -> None:
    defined = set(re.findall(r"(--[\w-]+)\s*:", "".join(map(rules, SHEETS))))
    used = set(re.findall(r"var\((--[\w-]+)\)", rules(sheet)))
    assert used - defined == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a { margin-left: 1px }", "side of a box"),
        ("a { color: red; left: 0 }", "place"),
        ("a { float: right }", "alignment"),
        ("a { border-top-left-radius: 1px }", "corner"),
        ("a { max-width: 1px }", "size"),
    ],
)
def test_the_check_sees_physical_properties(text: str, name: str) -> None:
    assert re.findall(PHYSICAL[name], text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a:has(b) {}", ":has()"),
        ("@container (min-inline-size: 1px) {}", "container queries"),
        ("a { color: color-mix(in srgb, red, blue) }", "color-mix() and its kind"),
        ("a { &:hover {} }", "nesting"),
        ("@media (width > 1px) {}", "range media queries"),
        ("a { block-size: 100dvh }", "small and dynamic viewports"),
    ],
)
def test_the_check_sees_newer_constructs(text: str, name: str) -> None:
    assert re.findall(NEWER[name], text)


def test_the_check_sees_uneven_shorthands() -> None:
    assert four_values("a { padding: 0 1px calc(2 * var(--u)) 2px } b { margin: 0 1px 2px 1px }") == [
        "0 1px calc(2 * var(--u)) 2px"
    ]

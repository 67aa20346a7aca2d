"""The house number in a Word document.

The number is real text on a blue ground, so that it survives copying, old programs and screen readers.
Behind it lies a drawing without a word of its own: the round enamel plate with its white line.
"""

from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from openspace.exports import TEMPLATES
from openspace.exports.wordml import element
from openspace.i18n import text_direction

SIGN = "0F3F86"
WHITE = RGBColor(0xFF, 0xFF, 0xFF)
SPACE = "\N{NO-BREAK SPACE}"
DRAWING = (TEMPLATES / "plate.xml").read_text()

POINT = 12_700  # the unit of drawings
# In parts of the letters' size. Arial: a bold digit, a space, a line. Enamel: beyond the text, and its white line.
DIGIT, GAP, LINE = 0.556, 0.278, 1.15
BEYOND, INSET, STROKE, CORNER = 0.27, 0.12, 0.09, 0.24
TURNS = (
    16_200_000,
    0,
    5_400_000,
    10_800_000,
)  # where a corner's quarter circle begins, clockwise from top right


def plate(paragraph: Paragraph, number: int, size: float, language: str) -> None:
    """Append the plate of a topic's number, in letters of ``size`` points. Digits are 0 to 9 in every language.

    Where lines run from right to left it stays without the drawing: programs disagree on its place there.
    """
    if text_direction(language) != "rtl":
        drawings = paragraph.part.element.xpath("//wp:docPr")
        paragraph.add_run()._r.append(parse_xml(enamel(len(str(number)), size, 1 + len(drawings))))
    run = paragraph.add_run(f"{SPACE}{number}{SPACE}")
    run.font.size, run.font.color.rgb = Pt(size), WHITE
    run.font.bold = run.font.cs_bold = True
    run._r.get_or_add_rPr().append(element("w:shd", val="clear", color="auto", fill=SIGN))


def enamel(digits: int, size: float, number: int) -> str:
    """The drawing behind so many digits of ``size`` points, as XML; ``number`` tells it from the others."""
    unit = size * POINT
    width = round((digits * DIGIT + 2 * GAP + 2 * BEYOND) * unit)
    height = round((LINE + 2 * BEYOND) * unit)
    return DRAWING.format(
        id=number,
        left=round(-BEYOND * unit),
        top=round(-BEYOND * unit),
        width=width,
        height=height,
        stroke=round(STROKE * unit),
        ground=_round(width, height, 0, round(CORNER * unit)),
        line=_round(width, height, round(INSET * unit), round((CORNER - INSET) * unit)),
    )


def _round(width: int, height: int, inset: int, radius: int) -> str:
    """A rectangle with round corners, so far inside of a larger one, as a path."""
    right, bottom, start = width - inset, height - inset, inset + radius
    sides = [(right - radius, inset), (right, bottom - radius), (start, bottom), (inset, start)]
    corners = "".join(
        f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo><a:arcTo wR="{radius}" hR="{radius}" stAng="{turn}" swAng="5400000"/>'
        for (x, y), turn in zip(sides, TURNS, strict=True)
    )
    return f'<a:moveTo><a:pt x="{start}" y="{inset}"/></a:moveTo>{corners}<a:close/>'

"""QR codes as SVG; the style sheet paints them, so no inline style is needed."""

import segno
from markupsafe import Markup

QUIET = 4  # modules of quiet zone around the code, as ISO/IEC 18004 asks


def qr(address: str) -> Markup:
    """The code of an address as an SVG element of class ``qr``."""
    code = segno.make(address, error="m", micro=False)
    size = code.symbol_size(border=QUIET)[0]
    rows = code.matrix_iter(border=QUIET)
    ink = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Markup(  # noqa: S704 - made of numbers only
        f'<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="QR-Code">'
        f'<path class="qr-ground" d="M0 0h{size}v{size}H0z"/><path class="qr-ink" d="{ink}"/></svg>'
    )

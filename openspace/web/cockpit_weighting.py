"""The weighting in the cockpit: close, open again, dots for who came later."""

from flask import Blueprint

from openspace.access import Here
from openspace.actions import weighting
from openspace.web.cockpit import one_tap
from openspace.web.door import by

bp = Blueprint("cockpit_weighting", __name__, url_prefix="/c/<event>/dots")


@bp.post("/close")
@one_tap
def close(here: Here) -> None:
    """From now on everybody sees the result."""
    weighting.close_weighting(here.event, by(here))


@bp.post("/reopen")
@one_tap
def reopen(here: Here) -> None:
    """The result is hidden and dots may be moved again."""
    weighting.reopen_weighting(here.event, by(here))


@bp.post("/latecomers")
@one_tap
def latecomers(here: Here) -> None:
    """Who joined after the start may stick dots too."""
    weighting.give_dots_to_latecomers(here.event, by(here))

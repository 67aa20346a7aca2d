"""Before the topics: who we are and how it goes."""

from collections.abc import Mapping
from typing import Any

from openspace.i18n import LANGUAGES
from openspace.models import Event
from openspace.views.people import here, spoken


def welcome(event: Event) -> Mapping[str, Any]:
    """QR and code, the theme, how many are here, the languages we speak: without counts, in one order always."""
    tags = {tag for tag, _ in spoken(event)}
    return {"scene": "welcome", "count": here(event), "languages": [tag for tag in LANGUAGES if tag in tags]}


def principles(_event: Event) -> Mapping[str, Any]:
    """Principles, law and givens, large."""
    return {"scene": "opening"}

"""What every template may call: texts, addresses, views, codes."""

from typing import Any

from flask import Flask, g
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from openspace import i18n, nicknames, symbols, tokens
from openspace.config import ROOT
from openspace.forms.text import TapForm
from openspace.views.mine import mine
from openspace.views.phase import STAFF_SAY
from openspace.views.render import markup
from openspace.vocabulary import OutcomeKind, Phase
from openspace.web.assets import asset
from openspace.web.qr import qr


def prepare(app: Flask) -> None:
    """Hang filters and globals onto the template engine."""
    jinja = app.jinja_env
    jinja.trim_blocks = jinja.lstrip_blocks = True
    jinja.globals.update(
        _=i18n.gettext,
        ngettext=i18n.ngettext,
        pgettext=i18n.pgettext,
        asset=asset,
        csrf_token=generate_csrf,
        spoken=i18n.spoken,
        LANGUAGES=i18n.LANGUAGES,
        Phase=Phase,
        OutcomeKind=OutcomeKind,
        STAFF_SAY=STAFF_SAY,
        nicknames=nicknames,
        symbols=symbols,
        direction=i18n.text_direction,
        live=_live,
        own_views=mine,
        qr=qr,
        sprite=_sprite(),
        tap=TapForm,
    )
    jinja.filters.update(
        spaced=tokens.spaced,
        hyphenate=i18n.hyphenate,
        clock=i18n.clock,
        day=i18n.day,
        date=i18n.date,
        epoch=lambda moment: int(moment.timestamp() * 1000),
    )


def _sprite() -> Markup:
    return Markup((ROOT / "templates" / "icons.svg").read_text())  # noqa: S704 - our own file


def _live(*names: Any) -> Markup:
    """Views by their names (or lists of names), for whoever is here, as they come on the beat."""
    here = g.here
    flat = [n for name in names for n in ([name] if isinstance(name, str) else name)]
    return markup(here.event, flat, here.audience, here.language)

"""From a view's name to its bytes. Page, beat and catch-up all call ``render``, so the same bytes come out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from flask import current_app, render_template
from markupsafe import Markup

from openspace.i18n import Language, speaking
from openspace.models import Event
from openspace.views import registry
from openspace.vocabulary import Audience

Loaded = dict[str, registry.Shown]


@dataclass(frozen=True)
class Fragment:
    """A rendered view. ``html`` is empty when the thing is gone."""

    view: str
    list: str
    html: str


def render(event: Event, names: Iterable[str], audience: Audience, language: Language) -> list[Fragment]:
    """Render views in the order asked for.

    A fresh request context from the base address surrounds the partials, also while a page is being
    made, so that links come out the same and nothing of the viewer can leak in.
    """
    wanted = list(names)
    with current_app.test_request_context("/", base_url=current_app.config["BASE_URL"]), speaking(language):
        loaded = _load(event, wanted, audience)
        return [_fragment(name, event, loaded, audience) for name in wanted]


def markup(event: Event, names: Iterable[str], audience: Audience, language: Language) -> Markup:
    """The same, as one piece of HTML for a page."""
    return Markup("").join(Markup(f.html) for f in render(event, names, audience, language))  # noqa: S704 - our own templates


def _load(event: Event, names: list[str], audience: Audience) -> Loaded:
    by_kind: dict[str, list[registry.Key]] = defaultdict(list)
    for name in names:
        kind, key = registry.parse(name)
        by_kind[kind].append(key)
    loaded: Loaded = {}
    for kind, keys in by_kind.items():
        view = registry.find(audience, kind)
        if view is None:
            raise LookupError(f"{audience} has no view {kind}")
        for key, shown in view.load(event, keys).items():
            loaded["-".join((kind, *map(str, key)))] = shown
    return loaded


def _fragment(name: str, event: Event, loaded: Loaded, audience: Audience) -> Fragment:
    shown = loaded.get(name)
    if shown is None:
        return Fragment(name, "", "")
    view = registry.find(audience, registry.parse(name)[0])
    assert view is not None
    html = render_template(view.template, view=name, event=event, **shown.values)
    return Fragment(name, shown.list, html)

"""Which views there are. A view knows nothing about its viewer and holds no form."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from openspace.models import Event
from openspace.vocabulary import Audience

Key = tuple[int, ...]


@dataclass(frozen=True)
class Shown:
    """What one view shows: the values of its partial, and the list it stands in, if any."""

    values: Mapping[str, Any] = field(default_factory=dict)
    list: str = ""


Load = Callable[[Event, Iterable[Key]], Mapping[Key, Shown]]


@dataclass(frozen=True)
class View:
    """``load`` gets the keys that are wanted and leaves out those that are gone.

    ``gathers`` names other kinds whose touch changes this view too (for views without a key);
    ``follows`` names one kind whose touch changes the view with the same key.
    """

    kind: str
    template: str
    load: Load
    gathers: frozenset[str]
    follows: str = ""


_views: dict[tuple[Audience, str], View] = {}


def view(
    kind: str, template: str, *audiences: Audience, gathers: Iterable[str] = (), follows: str = ""
) -> Callable[[Load], Load]:
    """Register the decorated function as the view ``kind`` for these audiences."""

    def register(load: Load) -> Load:
        for audience in audiences:
            _views[audience, kind] = View(kind, template, load, frozenset(gathers), follows)
        return load

    return register


def find(audience: Audience, kind: str) -> View | None:
    """The view of this kind, if this audience has one."""
    return _views.get((audience, kind))


def parse(name: str) -> tuple[str, Key]:
    """``cell-2-5`` → ``("cell", (2, 5))``."""
    kind, *numbers = name.split("-")
    return kind, tuple(int(number) for number in numbers)


def touched(audience: Audience, names: Iterable[str]) -> list[str]:
    """The views of this audience that look different after these things were touched, in a stable order."""
    named = {parse(name) for name in names}
    kinds = {kind for kind, _ in named}
    views = [v for (a, _), v in _views.items() if a is audience]
    own = {name for name in names if find(audience, parse(name)[0])}
    gathering = {v.kind for v in views if v.gathers & kinds}
    following = {"-".join((v.kind, *map(str, key))) for v in views for kind, key in named if v.follows == kind}
    return sorted(own | gathering | following)


def alone(load: Callable[[Event], Mapping[str, Any] | None]) -> Load:
    """A loader for a view without a key."""

    def loader(event: Event, keys: Iterable[Key]) -> Mapping[Key, Shown]:
        values = load(event)
        return {} if values is None else {key: Shown(values) for key in keys}

    return loader

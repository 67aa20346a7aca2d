"""What a live demo counts: requests, refusals, failures, and how long news took to every phone."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from openspace.demo.ears import Ears


@dataclass(frozen=True)
class Post:
    """Something that was written: when it was sent, its revision, and the views that looked different by it."""

    sent: float
    revision: int
    views: frozenset[str]


@dataclass
class Tally:
    """Filled while the demo plays. ``failures`` are sentences; ``refused`` counts rules of the product by code."""

    requests: int = 0
    failures: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    posts: list[Post] = field(default_factory=list)


@dataclass(frozen=True)
class Arrivals:
    """How long each post took to each phone that listened, in seconds, and how many pieces of news never came."""

    seconds: list[float]
    missed: int


def arrivals(posts: Iterable[Post], phones: Iterable[Ears]) -> Arrivals:
    """Compare what was written with what the phones heard."""
    listening = [(phone, [revision for revision, _ in phone.heard]) for phone in phones]
    seconds: list[float] = []
    missed = 0
    for post in posts:
        for phone, revisions in listening:
            if phone.since > post.sent:
                continue
            at = bisect_left(revisions, post.revision)
            if at == len(revisions) or not phone.shows(post.views, post.revision):
                missed += 1
            else:
                seconds.append(phone.heard[at][1] - post.sent)
    return Arrivals(sorted(seconds), missed)


def share(values: list[float], part: float) -> float:
    """The value that ``part`` of the sorted values do not exceed."""
    return values[min(len(values) - 1, int(len(values) * part))] if values else 0.0

"""Whatever conveners and the facilitator do with topics, none gets lost, and every screen hears of it."""

from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from openspace.actions import merges, places, topics
from openspace.actions.change import By
from openspace.errors import NotAllowed, RuleBroken
from openspace.extensions import db
from openspace.i18n import LANGUAGES
from openspace.models import BreakoutGroup, Event, LogEntry, Topic
from openspace.models.bundle import bundle
from openspace.models.matrix import standing
from openspace.views import plan, registry
from openspace.views.render import render
from openspace.views.topics import unplaced
from openspace.vocabulary import Audience, Phase, TopicStatus
from tests.conftest import FAYS_HAND, arrive, make_event, make_site

TOPICS, SPACES, ROUNDS = 5, 3, 2
Board = tuple[Event, list[Topic]]
Do = Callable[[Board, int, int, int, int], object]


def _hand(topic: Topic) -> By:
    return By(f"participant-{topic.convener_id}")


def place(board: Board, one: int, _other: int, held: int, space: int) -> None:
    event, cards = board
    places.place_topic(event, _hand(cards[one]), cards[one], event.rounds[held], event.spaces[space])


def place_beside(board: Board, one: int, _other: int, held: int, space: int) -> None:
    event, cards = board
    places.place_topic(event, FAYS_HAND, cards[one], event.rounds[held], event.spaces[space], anywhere=True)


def _groups(board: Board) -> list[BreakoutGroup]:
    return list(db.session.scalars(select(BreakoutGroup).filter_by(event_id=board[0].id).order_by(BreakoutGroup.id)))


def move(board: Board, one: int, _other: int, held: int, space: int) -> None:
    event, groups = board[0], _groups(board)
    if groups:
        group = groups[one % len(groups)]
        places.move_group(event, FAYS_HAND, group, event.rounds[held], event.spaces[space], anywhere=one % 2 == 0)


def take_back(board: Board, one: int, _other: int, _held: int, _space: int) -> None:
    groups = _groups(board)
    if groups:
        places.take_back(board[0], FAYS_HAND, groups[one % len(groups)])


def rest(board: Board, one: int, _other: int, _held: int, _space: int) -> None:
    places.rest_topic(board[0], FAYS_HAND, board[1][one])


def wake(board: Board, one: int, _other: int, _held: int, _space: int) -> None:
    places.wake_topic(board[0], FAYS_HAND, board[1][one])


def merge(board: Board, one: int, other: int, _held: int, _space: int) -> None:
    event, cards = board
    request = merges.ask_to_merge(event, _hand(cards[one]), cards[one], cards[other])
    if request.answer is None:
        merges.answer_merge(event, _hand(cards[other]), request, yes=True)


def split(board: Board, one: int, _other: int, _held: int, _space: int) -> None:
    merges.split(board[0], FAYS_HAND, board[1][one])


def withdraw(board: Board, one: int, _other: int, _held: int, _space: int) -> None:
    topics.withdraw_topic(board[0], _hand(board[1][one]), board[1][one])


def put_back(board: Board, one: int, _other: int, _held: int, _space: int) -> None:
    topics.put_back_topic(board[0], _hand(board[1][one]), board[1][one])


def hide(board: Board, one: int, _other: int, _held: int, _space: int) -> None:
    topics.hide_topic(board[0], FAYS_HAND, board[1][one])


def show(board: Board, one: int, _other: int, _held: int, _space: int) -> None:
    topics.show_topic(board[0], FAYS_HAND, board[1][one])


def use(board: Board, one: int, _other: int, _held: int, _space: int) -> None:
    """Somebody wrote a summary: from now on the group does not just go away."""
    groups = _groups(board)
    if groups:
        groups[one % len(groups)].summary = "Wir machen das."
        db.session.commit()


VERBS: list[Do] = [
    place, place, place_beside, move, take_back, rest, wake, merge, merge, split, withdraw, put_back, hide, show, use,
]  # fmt: skip
DOING = st.tuples(
    st.sampled_from(VERBS),
    st.integers(0, TOPICS - 1),
    st.integers(0, TOPICS - 1),
    st.integers(0, ROUNDS - 1),
    st.integers(0, SPACES - 1),
)


@pytest.fixture
def boards(app: Flask) -> Callable[[], Board]:
    """Makes evenings at the marketplace, each with five cards of three people."""
    site = make_site()

    def make() -> Board:
        event = make_event(site, Phase.MARKETPLACE)
        people = [arrive(app, event) for _ in range(3)]
        cards = [
            topics.post_topic(event, people[i % 3].by, people[i % 3].participant, title=f"Thema {i}")
            for i in range(TOPICS)
        ]
        return event, cards

    return make


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(doings=st.lists(DOING, min_size=1, max_size=12))
def test_nothing_gets_lost(boards: Callable[[], Board], doings: list[tuple[Do, int, int, int, int]]) -> None:
    board = boards()
    before = _shown(board)
    for verb, *numbers in doings:
        revision = board[0].revision
        try:
            verb(board, *numbers)
        except (RuleBroken, NotAllowed):
            db.session.rollback()
        after = _shown(board)
        assert {name for name in after if after[name] != before[name]} <= _told_since(board, revision)
        check(board)
        before = after


def _told_since(board: Board, revision: int) -> set[str]:
    """The views that phones get anew for what happened after this revision."""
    later = select(LogEntry.views).where(LogEntry.event_id == board[0].id, LogEntry.revision > revision)
    return {name for views in db.session.scalars(later) for name in registry.touched(Audience.PARTICIPANT, views)}


def _shown(board: Board) -> dict[str, str]:
    event, cards = board
    names = [*plan.cells(event, event.rounds), *(f"topic-{card.id}" for card in cards)]
    return {f.view: f.html for f in render(event, names, Audience.PARTICIPANT, LANGUAGES["de"])}


def check(board: Board) -> None:
    event, cards = board
    groups, wall = standing(event), set(unplaced(event))
    for card in cards:
        placed = [group.round_id for group in groups if card in group.topics]
        assert len(placed) == len(set(placed)), "at most once a round"
        live = [g for g in _groups(board) if card in g.topics and g.is_live]
        assert (card.status is TopicStatus.SCHEDULED) == bool(live)
        if card.is_shown and card.merged_into is None:
            head = next(one for one in bundle(card) if one.is_shown)
            resting = card.status is TopicStatus.RESTING
            assert placed or resting or f"topic-{head.id}" in wall, "on the wall, in the car park or in a cell"
    assert all(group.topics for group in _groups(board))

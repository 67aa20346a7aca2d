"""Breakout groups: plates, titles, space. Never who is in them, how many, or who left."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Round, Space
from openspace.views.registry import Key, Shown, view
from openspace.vocabulary import Audience, GroupStatus

MET = (GroupStatus.RUNNING, GroupStatus.ENDED, GroupStatus.DOCUMENTED)


def _in_order(event: Event) -> Select[BreakoutGroup]:
    """An event's groups in the order of the plan."""
    wanted = select(BreakoutGroup).join(Round).join(Space).where(BreakoutGroup.event_id == event.id)
    return wanted.order_by(Round.number, Space.position, BreakoutGroup.id)


def meeting(event: Event) -> list[BreakoutGroup]:
    """The groups that meet now, or next, in the order of their spaces."""
    held = event.meeting_round
    if held is None:
        return []
    wanted = _in_order(event).where(BreakoutGroup.round_id == held.id, BreakoutGroup.status != GroupStatus.NOT_HELD)
    return list(db.session.scalars(wanted.options(selectinload(BreakoutGroup.topics))))


def met(event: Event) -> list[BreakoutGroup]:
    """The groups that met or are meeting."""
    return list(db.session.scalars(_in_order(event).where(BreakoutGroup.status.in_(MET))))


def _load(event: Event, keys: Iterable[Key]) -> list[BreakoutGroup]:
    wanted = select(BreakoutGroup).where(BreakoutGroup.event_id == event.id, BreakoutGroup.id.in_(k for (k,) in keys))
    loaded = wanted.options(
        joinedload(BreakoutGroup.round),
        joinedload(BreakoutGroup.space),
        joinedload(BreakoutGroup.note_taker),
        selectinload(BreakoutGroup.topics),
    )
    return list(db.session.scalars(loaded))


@view("group", "live/group.html", Audience.PARTICIPANT)
def group(event: Event, keys: Iterable[Key]) -> Mapping[Key, Shown]:
    """A card: what it is about, where, and one tap to come in."""
    return {(g.id,): Shown({"group": g}, list=f"groups-{g.round_id}") for g in _load(event, keys)}


@view("head", "live/head.html", Audience.PARTICIPANT, follows="group")
def head(event: Event, keys: Iterable[Key]) -> Mapping[Key, Shown]:
    """The head of a group's page: what it is about, and whether somebody takes notes."""
    return {(g.id,): Shown({"group": g}) for g in _load(event, keys)}


@view("where", "live/where.html", Audience.PARTICIPANT, follows="group")
def where(event: Event, keys: Iterable[Key]) -> Mapping[Key, Shown]:
    """The sign of the space where a group meets."""
    return {(g.id,): Shown({"group": g}) for g in _load(event, keys)}

"""Preparing, opening and closing an event."""

from datetime import datetime
from itertools import chain, count
from string import ascii_lowercase
from zoneinfo import ZoneInfo

from sqlalchemy import select

from openspace import plans, symbols
from openspace.actions.change import By, Change, change, write
from openspace.actions.timetable import next_days, retime
from openspace.actions.touching import touch_round
from openspace.database import now
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.i18n import gettext
from openspace.models import BreakoutGroup, Event, Round, Site, Space, Step
from openspace.models.event import REOPENING
from openspace.tokens import code, link_token, public_id
from openspace.vocabulary import Phase

EDITABLE = {"title", "theme", "givens", "place", "contact", "childcare", "dots_each", "dots_on"}


def create_event(
    site: Site,
    *,
    title: str,
    theme: str,
    starts_at: datetime,
    template: str = "half_day",
    languages: list[str] | None = None,
    timezone: str = "Europe/Berlin",
    **more: str,
) -> Event:
    """A new event with the plan of a template and no spaces. ``starts_at`` is aware; ``more`` are texts.

    Raises ``KeyError`` for a template that is none.
    """
    blocks = plans.TEMPLATES[template]
    with write():
        event = Event(
            site=site,
            public_id=public_id(),
            code=_code(site, starts_at.astimezone(ZoneInfo(timezone))),
            join_code=_join_code(),
            join_token=link_token(),
            screen_token=link_token(),
            result_token=link_token(),
            title=title,
            theme=theme,
            starts_at=starts_at,
            timezone=timezone,
            languages=languages or ["de"],
            **more,
        )
        db.session.add(event)
        db.session.flush()
        _lay_out(event, blocks)
    return event


def _code(site: Site, local: datetime) -> str:
    """``LIND-2026-05``; a second event of the month is ``LIND-2026-05b``."""
    stem = f"{site.code}-{local:%Y-%m}"
    taken = set(db.session.scalars(select(Event.code).where(Event.code.startswith(stem))))
    suffixes = chain([""], ascii_lowercase[1:], map(str, count(27)))
    return next(code for code in (stem + suffix for suffix in suffixes) if code not in taken)


def _join_code() -> str:
    """Eight digits that no event has; spent codes of closed events are not given out again."""
    while True:
        tried = code()
        if not db.session.scalar(select(Event.id).filter_by(join_code=tried)):
            return tried


def _lay_out(event: Event, blocks: tuple[plans.Block, ...]) -> None:
    """Turn blocks into steps and rounds, one after another from the event's start."""
    mornings = []
    for position, block in enumerate(blocks):
        start = event.starts_at
        step = Step(position=position, phase=block.phase, word=block.word, minutes=block.minutes, starts_at=start)
        event.steps.append(step)
        if block.phase is Phase.ROUNDS:
            step.round = Round(number=len(event.rounds) + 1, starts_at=start, ends_at=start)
            event.rounds.append(step.round)
        if block.next_day:
            mornings.append(step)
    retime(event, mornings)


def edit_event(event: Event, by: By, *, starts_at: datetime, languages: list[str], **more: str | int) -> None:
    """Change what an event says of itself; its plan moves along with its start. ``more`` are columns of ``EDITABLE``.

    Raises ``RuleBroken``: ``closed``, ``no_contact`` when an open event would lose its contact person.
    """
    with change(event, by, "edit") as under_way:
        _require_not_closed(event)
        if event.opened_at and not more.get("contact", event.contact):
            raise RuleBroken("no_contact")
        for column in EDITABLE & more.keys():
            setattr(event, column, more[column])
        mornings = next_days(event)
        event.starts_at, event.languages = starts_at, languages
        retime(event, mornings)
        under_way.about("event")
        under_way.touch("phase", "dots")
        for held in event.rounds:
            touch_round(under_way, held)


def add_space(event: Event, by: By, name: str = "", *, step_free: bool = True, quiet: bool = False) -> Space:
    """A further space; its symbol is the next one that this event does not have yet.

    Raises ``RuleBroken``: ``closed``, ``no_symbol`` when all 32 are given out.
    """
    with change(event, by, "add_space") as under_way:
        _require_not_closed(event)
        space = _new_space(event, name, step_free=step_free, quiet=quiet)
        under_way.about(f"space-{space.id}")
    return space


def prepare_spaces(event: Event, by: By, count: int) -> None:
    """As many further spaces as make ``count`` altogether. Raises ``RuleBroken``: ``closed``, ``no_symbol``."""
    with change(event, by, "prepare_spaces") as under_way:
        _require_not_closed(event)
        for _ in range(len(event.spaces), count):
            space = _new_space(event, "", step_free=True, quiet=False)
            under_way.about(f"space-{space.id}")


def _require_not_closed(event: Event) -> None:
    if event.closed_at:
        raise RuleBroken("closed")


def _new_space(event: Event, name: str, *, step_free: bool, quiet: bool) -> Space:
    taken = {space.symbol for space in event.spaces}
    free = next((symbol for symbol in symbols.SPACE_SYMBOLS if symbol.key not in taken), None)
    if free is None:
        raise RuleBroken("no_symbol")
    space = Space(
        event_id=event.id,
        position=len(event.spaces),
        symbol=free.key,
        colour=free.colour,
        name=name or gettext(free.name),
        step_free=step_free,
        quiet=quiet,
    )
    event.spaces.append(space)
    db.session.flush()
    return space


def open_event(event: Event, by: By) -> None:
    """Let residents in. Raises ``RuleBroken``: ``site_incomplete`` without imprint and privacy, ``no_contact``."""
    with change(event, by, "open") as under_way:
        if not event.site.may_open_events:
            raise RuleBroken("site_incomplete")
        if not event.contact.strip():
            raise RuleBroken("no_contact")
        event.opened_at = event.opened_at or now()
        event.step = event.step or event.steps[0]
        under_way.about("phase")


def close_event(event: Event, by: By) -> None:
    """End the event: topics and outcomes become read-only, the code dies, drafts stay writable."""
    with change(event, by, "close") as under_way:
        event.phase, event.closed_at, event.clock_ends_at = Phase.CLOSED, event.closed_at or now(), None
        if event.dots_opened_at is not None and event.dots_closed_at is None:
            event.dots_closed_at = now()
            under_way.touch("dots")
        _touch_all(under_way)


def reopen_event(event: Event, by: By) -> None:
    """Undo ``close_event`` within 24 hours. Raises ``RuleBroken("too_late")``."""
    with change(event, by, "reopen") as under_way:
        if event.closed_at is None or now() - event.closed_at > REOPENING:
            raise RuleBroken("too_late")
        event.phase, event.closed_at = _phase_of(event), None
        under_way.about("phase")


def _phase_of(event: Event) -> Phase:
    """The phase of the step at which the event stands; a break belongs to the phase before it."""
    at = -1 if event.step is None else event.step.position
    begun = [step.phase for step in event.steps if step.phase is not None and step.position <= at]
    return begun[-1] if begun else Phase.ARRIVAL


def _touch_all(under_way: Change) -> None:
    """Closed or open again: every group says whether one may still write."""
    under_way.about("phase")
    groups = select(BreakoutGroup.id).filter_by(event_id=under_way.event.id)
    under_way.touch(*(f"group-{key}" for key in db.session.scalars(groups)))

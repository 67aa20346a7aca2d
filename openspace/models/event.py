"""The event: theme, givens, plan, clock, links."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key, Long, OfSite, Short, Strings, word_of
from openspace.models.round import Round
from openspace.models.site import Site
from openspace.models.space import Space
from openspace.models.step import Step
from openspace.vocabulary import DotsOn, Phase

REOPENING = timedelta(hours=24)


class Event(Base):
    """One open space event.

    ``revision`` rises by one with every change. ``code`` is the part of a topic's stable id that
    comes before its number (``LIND-2026-05``). All times are UTC; ``timezone`` is for people.
    """

    __tablename__ = "event"

    id: Mapped[Key]
    public_id: Mapped[str] = mapped_column(String(16), unique=True)
    site_id: Mapped[OfSite]
    code: Mapped[str] = mapped_column(String(24), unique=True)
    revision: Mapped[int] = mapped_column(default=0)

    title: Mapped[Short]
    theme: Mapped[Short]
    givens: Mapped[Long]
    place: Mapped[Short]
    contact: Mapped[Short]
    childcare: Mapped[Short]
    languages: Mapped[Strings]
    timezone: Mapped[str] = mapped_column(String(40), default="Europe/Berlin")
    starts_at: Mapped[datetime]

    join_code: Mapped[str] = mapped_column(String(8), unique=True)
    join_token: Mapped[str] = mapped_column(String(32), unique=True)
    screen_token: Mapped[str] = mapped_column(String(32), unique=True)
    result_token: Mapped[str] = mapped_column(String(32), unique=True)

    phase: Mapped[Phase] = mapped_column(word_of(Phase), default=Phase.ARRIVAL)
    step_id: Mapped[int | None] = mapped_column(ForeignKey("step.id", use_alter=True, ondelete="SET NULL"))
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    clock_ends_at: Mapped[datetime | None]
    counted_at: Mapped[datetime | None]
    forgotten_at: Mapped[datetime | None]

    next_number: Mapped[int] = mapped_column(default=1)
    dots_each: Mapped[int] = mapped_column(default=5)
    dots_on: Mapped[DotsOn] = mapped_column(word_of(DotsOn), default=DotsOn.TOPICS)
    dots_opened_at: Mapped[datetime | None]
    dots_closed_at: Mapped[datetime | None]
    dots_for_joined_until: Mapped[datetime | None]

    site: Mapped[Site] = relationship()
    step: Mapped[Step | None] = relationship(foreign_keys=[step_id], post_update=True)
    steps: Mapped[list[Step]] = relationship(
        order_by=Step.position, foreign_keys=Step.event_id, cascade="all, delete-orphan"
    )
    spaces: Mapped[list[Space]] = relationship(order_by=Space.position, cascade="all, delete-orphan")
    rounds: Mapped[list[Round]] = relationship(order_by=Round.number, cascade="all, delete-orphan")

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which people read this event's times."""
        return ZoneInfo(self.timezone)

    @property
    def is_open(self) -> bool:
        """Whether residents may come in: opened by the facilitator and not closed."""
        return self.opened_at is not None and self.closed_at is None

    def has_reached(self, step: Step) -> bool:
        """Whether a step has begun. The first one has not, as long as the event stands there: it waits for people."""
        return self.step is not None and 0 < self.step.position >= step.position

    @property
    def takes_topics(self) -> bool:
        """Posting stays open from collecting to closing; latecomers bring topics."""
        return self.is_open and self.phase.between(Phase.COLLECTING, Phase.CLOSING)

    @property
    def takes_outcomes(self) -> bool:
        """Groups may write from the first round on, until the event is closed."""
        return self.is_open and self.phase.between(Phase.ROUNDS, Phase.CLOSING)

    @property
    def takes_projects(self) -> bool:
        """Anyone of the event may convert words into a draft from the rounds to closing."""
        return self.takes_outcomes

    @property
    def takes_dots(self) -> bool:
        """Dots may be set and moved while the weighting runs."""
        return self.is_open and self.dots_opened_at is not None and self.dots_closed_at is None

    @property
    def deletion_date(self) -> datetime:
        """When nicknames are replaced: thirty days after closing (PRODUCT.md, Privacy)."""
        return (self.closed_at or self.starts_at) + timedelta(days=30)

    @property
    def current_round(self) -> Round | None:
        """The round that is running now, if one is."""
        return self.step.round if self.step and self.phase is Phase.ROUNDS else None

    @property
    def meeting_round(self) -> Round | None:
        """The round in which people find their group: the one that is running, else the next in the plan."""
        rounds = {held.id: held for held in self.rounds}
        at = -1 if self.step is None else self.step.position
        coming = (rounds[step.round_id] for step in self.steps if step.round_id and step.position > at)
        return self.current_round or next(coming, None)

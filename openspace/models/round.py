"""A round of group work. It begins and ends by a hand, never by the clock."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openspace.extensions import Base
from openspace.models.columns import Key, OfEvent


class Round(Base):
    """Planned and actual times, all UTC."""

    __tablename__ = "round"
    __table_args__ = (UniqueConstraint("event_id", "number"),)

    id: Mapped[Key]
    event_id: Mapped[OfEvent]
    number: Mapped[int]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    started_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)

    @property
    def is_running(self) -> bool:
        """Whether groups are meeting in this round now."""
        return self.started_at is not None and self.ended_at is None

    @property
    def is_over(self) -> bool:
        """Whether the round was held and ended."""
        return self.ended_at is not None

"""A step of an event's plan: a phase, one round of the group work, or a break."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key, OfEvent, Short, word_of
from openspace.models.round import Round
from openspace.vocabulary import Phase


class Step(Base):
    """``phase`` is empty for a break; ``word`` says what the break is for ("Tea"). ``minutes`` as planned."""

    __tablename__ = "step"

    id: Mapped[Key]
    event_id: Mapped[OfEvent]
    position: Mapped[int]
    phase: Mapped[Phase | None] = mapped_column(word_of(Phase))
    word: Mapped[Short]
    minutes: Mapped[int] = mapped_column(default=0)
    starts_at: Mapped[datetime]
    round_id: Mapped[int | None] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"))

    round: Mapped[Round | None] = relationship()

    @property
    def is_break(self) -> bool:
        """Whether this step is a pause between two others."""
        return self.phase is None

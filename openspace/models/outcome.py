"""An outcome: what a group wrote down, in somebody's own words."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key, Long, OfEvent, Short, Tag, word_of
from openspace.models.group import BreakoutGroup
from openspace.models.participant import Participant
from openspace.vocabulary import OutcomeKind


class Outcome(Base):
    """Written first, sorted after. An agreement may say who (a role) and by when."""

    __tablename__ = "outcome"

    id: Mapped[Key]
    event_id: Mapped[OfEvent]
    group_id: Mapped[int] = mapped_column(ForeignKey("breakout_group.id", ondelete="CASCADE"), index=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"), index=True)
    kind: Mapped[OutcomeKind] = mapped_column(word_of(OutcomeKind), default=OutcomeKind.POINT)
    text: Mapped[Long]
    language: Mapped[Tag]
    who: Mapped[Short]
    by_when: Mapped[Short]
    hidden_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    written_at: Mapped[datetime]

    group: Mapped[BreakoutGroup] = relationship()
    author: Mapped[Participant | None] = relationship()

    @property
    def is_shown(self) -> bool:
        """Whether everybody may read it."""
        return not (self.hidden_at or self.withdrawn_at)

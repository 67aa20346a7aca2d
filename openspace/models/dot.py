"""Dots: a person's weight on a topic or on a single idea. Counts only; who voted how is shown nowhere."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openspace.extensions import Base
from openspace.models.columns import Key, OfEvent


class Dot(Base):
    """``dots`` of one person on one topic, or on one idea (an outcome). A day after closing nobody's any more."""

    __tablename__ = "dot"
    __table_args__ = (
        UniqueConstraint("participant_id", "topic_id"),
        UniqueConstraint("participant_id", "outcome_id"),
    )

    id: Mapped[Key]
    event_id: Mapped[OfEvent]
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id", ondelete="CASCADE"), index=True)
    outcome_id: Mapped[int | None] = mapped_column(ForeignKey("outcome.id", ondelete="CASCADE"), index=True)
    dots: Mapped[int] = mapped_column(default=1)

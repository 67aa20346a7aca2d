"""A breakout group: topics × round × space."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key, Long, OfEvent, Tag, word_of
from openspace.models.participant import Participant
from openspace.models.round import Round
from openspace.models.space import Space
from openspace.models.topic import Topic
from openspace.vocabulary import GroupStatus


class GroupTopic(Base):
    """Which topics a group talks about. A merge is one group with several topics."""

    __tablename__ = "group_topic"

    group_id: Mapped[int] = mapped_column(ForeignKey("breakout_group.id", ondelete="CASCADE"), primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id", ondelete="CASCADE"), primary_key=True, index=True)


class BreakoutGroup(Base):
    """Placing a topic creates it; taking back is possible while nobody joined or wrote."""

    __tablename__ = "breakout_group"
    __table_args__ = (Index("ix_breakout_group_cell", "round_id", "space_id"),)

    id: Mapped[Key]
    event_id: Mapped[OfEvent]
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"))
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    status: Mapped[GroupStatus] = mapped_column(word_of(GroupStatus), default=GroupStatus.PLANNED)
    note_taker_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"))
    summary: Mapped[Long]
    summary_language: Mapped[Tag] = mapped_column(default="de")
    head_count: Mapped[int | None]
    placed_at: Mapped[datetime]

    round: Mapped[Round] = relationship()
    space: Mapped[Space] = relationship()
    note_taker: Mapped[Participant | None] = relationship()
    topics: Mapped[list[Topic]] = relationship(secondary="group_topic", order_by=Topic.number)

    @property
    def is_held(self) -> bool:
        """Whether the group met or is meeting."""
        return self.status in {GroupStatus.RUNNING, GroupStatus.ENDED, GroupStatus.DOCUMENTED}

    @property
    def numbers(self) -> list[int]:
        """The numbers on the plates of its topics, smallest first."""
        return [topic.number for topic in self.topics]

"""A breakout group: topics × round × space."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key, Long, OfEvent, Tag, word_of
from openspace.models.event import Event
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
    def is_live(self) -> bool:
        """Whether the group is still going to meet, or meeting."""
        return self.status in {GroupStatus.PLANNED, GroupStatus.RUNNING}

    @property
    def is_held(self) -> bool:
        """Whether the group met or is meeting."""
        return self.status in {GroupStatus.RUNNING, GroupStatus.ENDED, GroupStatus.DOCUMENTED}

    @property
    def has_note_taker(self) -> bool:
        """Whether somebody who is here took the part."""
        return self.note_taker is not None and self.note_taker.left_at is None

    def takes_people(self, event: Event) -> bool:
        """Whether somebody may join now: it is meeting, or would meet next."""
        meeting = event.meeting_round
        soon = self.status is GroupStatus.PLANNED and meeting is not None and self.round_id == meeting.id
        return event.takes_outcomes and (soon or self.status is GroupStatus.RUNNING)

    def takes_words(self, event: Event) -> bool:
        """Whether somebody may write: while it meets, and afterwards until the event is closed."""
        return event.takes_outcomes and (self.is_held or self.takes_people(event))

    @property
    def shown_topics(self) -> list[Topic]:
        """Its topics that everybody may see, smallest number first."""
        return [topic for topic in self.topics if topic.is_shown]

    @property
    def stands(self) -> bool:
        """Whether it stands in its cell: not taken back, and with a topic that everybody may see."""
        return self.status is not GroupStatus.NOT_HELD and bool(self.shown_topics)

    @property
    def numbers(self) -> list[int]:
        """The numbers on the plates of its topics, smallest first."""
        return [topic.number for topic in self.topics]

"""A topic: an invitation by its convener, known by the number on its plate."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key, Long, OfEvent, Strings, Tag, word_of
from openspace.models.event import Event
from openspace.models.participant import Participant
from openspace.vocabulary import TopicStatus

TITLE_LENGTH = 60
TEXT_LENGTH = 600
WISHES = ("step_free", "quiet", "early", "late")


class Topic(Base):
    """``status`` says how far it is; ``pending``, ``hidden_at``, ``withdrawn_at``, ``merged_into`` are marks
    of their own, each with its own undo. ``number`` is given on saving and never again.
    """

    __tablename__ = "topic"
    __table_args__ = (UniqueConstraint("event_id", "number"),)

    id: Mapped[Key]
    event_id: Mapped[OfEvent]
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(TITLE_LENGTH))
    details: Mapped[Long]
    language: Mapped[Tag]
    convener_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"), index=True)
    wishes: Mapped[Strings]
    status: Mapped[TopicStatus] = mapped_column(word_of(TopicStatus), default=TopicStatus.POSTED)
    pending: Mapped[bool] = mapped_column(default=False)
    hidden_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id", ondelete="SET NULL"))
    posted_at: Mapped[datetime]

    event: Mapped[Event] = relationship()
    convener: Mapped[Participant | None] = relationship()
    merged_into: Mapped["Topic | None"] = relationship(remote_side="Topic.id")

    @property
    def stable_id(self) -> str:
        """The id that stands outside the event: site, month, number (``LIND-2026-05-14``)."""
        return f"{self.event.code}-{self.number:02d}"

    @property
    def is_shown(self) -> bool:
        """Whether everybody may see the card."""
        return not (self.pending or self.hidden_at or self.withdrawn_at)

    @property
    def is_orphaned(self) -> bool:
        """Whether nobody invites: the convener is gone or was never there."""
        return self.convener is None or self.convener.left_at is not None

    def is_convened_by(self, participant: Participant | None) -> bool:
        """Whether this person invites to the topic."""
        return participant is not None and self.convener_id == participant.id

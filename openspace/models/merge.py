"""A merge is asked of the other convener; only their yes brings two topics into one group."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key, OfEvent
from openspace.models.topic import Topic


class MergeRequest(Base):
    """``asking`` would go into the group of ``asked``. ``answer`` is empty until somebody answered."""

    __tablename__ = "merge_request"

    id: Mapped[Key]
    event_id: Mapped[OfEvent]
    asking_id: Mapped[int] = mapped_column(ForeignKey("topic.id", ondelete="CASCADE"))
    asked_id: Mapped[int] = mapped_column(ForeignKey("topic.id", ondelete="CASCADE"))
    asked_at: Mapped[datetime]
    answer: Mapped[bool | None]

    asking: Mapped[Topic] = relationship(foreign_keys=[asking_id])
    asked: Mapped[Topic] = relationship(foreign_keys=[asked_id])

"""A resident at an event: a generated nickname and a language, nothing else."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key, OfEvent, Tag, word_of
from openspace.models.device import Device
from openspace.vocabulary import Way


class Participant(Base):
    """``nickname`` is an index into ``openspace.nicknames``; "here" means joined and not signed off."""

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("event_id", "return_code"),)

    id: Mapped[Key]
    event_id: Mapped[OfEvent]
    device_id: Mapped[int | None] = mapped_column(ForeignKey("device.id", ondelete="SET NULL"), index=True)
    nickname: Mapped[int]
    language: Mapped[Tag]
    way: Mapped[Way] = mapped_column(word_of(Way), default=Way.PHONE)
    return_code: Mapped[str] = mapped_column(String(8))
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]

    device: Mapped[Device | None] = relationship()

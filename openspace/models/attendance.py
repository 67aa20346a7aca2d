"""Who is in which group. Moving on only ends a row; who left is shown nowhere."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key
from openspace.models.group import BreakoutGroup
from openspace.models.participant import Participant


class Attendance(Base):
    """A person in a group from ``joined_at`` to ``moved_on_at``."""

    __tablename__ = "attendance"

    id: Mapped[Key]
    group_id: Mapped[int] = mapped_column(ForeignKey("breakout_group.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)
    joined_at: Mapped[datetime]
    moved_on_at: Mapped[datetime | None]

    group: Mapped[BreakoutGroup] = relationship()
    participant: Mapped[Participant] = relationship()

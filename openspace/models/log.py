"""The log: who did what to what, at which revision, and which views it touched.

History, undo, repeated sends, catch-up and provenance all come from this one row.
"""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openspace.extensions import Base
from openspace.models.columns import Key, OfEvent, Strings


class LogEntry(Base):
    """``actor`` is ``participant-5``, ``account-1`` or ``system``; it never holds a name.

    ``key`` is the client key under which a form came; ``body`` the hash of that form.
    ``way_back`` holds the ids that an undo needs (where a group stood before); ``undoes`` is the entry taken back.
    """

    __tablename__ = "log_entry"
    __table_args__ = (
        UniqueConstraint("event_id", "revision"),
        UniqueConstraint("event_id", "actor", "key"),
        Index("ix_log_entry_subject", "event_id", "subject"),
    )

    id: Mapped[Key]
    event_id: Mapped[OfEvent]
    revision: Mapped[int]
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(40))
    verb: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(40))
    key: Mapped[str | None] = mapped_column(String(64))
    body: Mapped[str | None] = mapped_column(String(64))
    views: Mapped[Strings]
    way_back: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    undoes: Mapped[int | None] = mapped_column(ForeignKey("log_entry.id", ondelete="CASCADE"))

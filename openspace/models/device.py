"""A device: the browser behind the one necessary cookie."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.account import Account
from openspace.models.columns import Key


class Device(Base):
    """Known by the hash of a random token; may be in several events, and signed in to one account."""

    __tablename__ = "device"

    id: Mapped[Key]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    language: Mapped[str | None] = mapped_column(String(12))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]

    account: Mapped[Account | None] = relationship()

"""A space: where a group meets, known by a symbol, a colour and a name."""

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openspace.extensions import Base
from openspace.models.columns import Key, OfEvent, Short


class Space(Base):
    """``symbol`` is one of ``openspace.symbols`` and never repeats within an event; ``colour`` (1 to 8) may."""

    __tablename__ = "space"
    __table_args__ = (UniqueConstraint("event_id", "symbol"),)

    id: Mapped[Key]
    event_id: Mapped[OfEvent]
    position: Mapped[int]
    symbol: Mapped[str] = mapped_column(String(20))
    colour: Mapped[int]
    name: Mapped[Short]
    step_free: Mapped[bool] = mapped_column(default=True)
    quiet: Mapped[bool] = mapped_column(default=False)
    seats: Mapped[int | None]

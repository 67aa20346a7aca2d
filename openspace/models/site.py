"""A site: one neighbourhood and its carrier. Everything belongs to a site."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from openspace.extensions import Base
from openspace.models.columns import Key, Long, Short, Strings

TO_COMPLETE = "[Bitte ergänzen"  # how the templates for imprint and privacy mark what is still to be written


class Site(Base):
    """A neighbourhood's office. ``code`` heads the stable ids of its topics (``LIND``)."""

    __tablename__ = "site"

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(8), unique=True)
    name: Mapped[Short]
    carrier: Mapped[Short]
    languages: Mapped[Strings]
    imprint: Mapped[Long]
    privacy: Mapped[Long]
    help_line: Mapped[Short]
    is_demo: Mapped[bool] = mapped_column(default=False)

    @property
    def may_open_events(self) -> bool:
        """Whether the pages that the law asks for are written, to the end."""
        return self.has_written("imprint") and self.has_written("privacy")

    def has_written(self, part: str) -> bool:
        """Whether ``imprint`` or ``privacy`` is there, with nothing left to complete."""
        text: str = getattr(self, part)
        return bool(text.strip()) and TO_COMPLETE not in text

"""Accounts are for those who work for a site. Residents never have one."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key, OfSite, word_of
from openspace.models.site import Site
from openspace.vocabulary import Role

STEERING = {Role.FACILITATOR, Role.ADMIN}
DRAFTING = {Role.FACILITATOR, Role.STAFF, Role.COORDINATOR, Role.ADMIN}


class Account(Base):
    """Somebody who signs in with e-mail and password, at one site."""

    __tablename__ = "account"

    id: Mapped[Key]
    site_id: Mapped[OfSite]
    email: Mapped[str] = mapped_column(String(200), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[Role] = mapped_column(word_of(Role))
    created_at: Mapped[datetime]

    site: Mapped[Site] = relationship()

    @property
    def may_steer(self) -> bool:
        """Whether this person may prepare events and stand at the cockpit."""
        return self.role in STEERING

    @property
    def may_draft(self) -> bool:
        """Whether this person may read, edit and export the site's drafts."""
        return self.role in DRAFTING

    @property
    def may_invite(self) -> bool:
        """Whether this person may give others an account at the site."""
        return self.role is Role.ADMIN

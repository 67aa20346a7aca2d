"""A micro-project draft, its fields, and the words behind every field."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from openspace.extensions import Base
from openspace.models.columns import Key, Long, OfSite, Short, Tag, word_of
from openspace.models.event import Event
from openspace.models.outcome import Outcome
from openspace.models.participant import Participant
from openspace.models.topic import Topic
from openspace.vocabulary import DraftStatus, Fidelity

# The nine that residents are asked, in the order of the questions; staff see all.
RESIDENT_FIELDS = (
    "title",
    "need",
    "idea",
    "activities",
    "target_groups",
    "who_is_in",
    "when_where",
    "what_we_need",
    "next_meeting",
)
STAFF_FIELDS = (
    "summary",
    "evidence",
    "barriers",
    "overall_goal",
    "specific_goals",
    "success_criteria",
    "benefit",
    "fields_of_action",
    "participation_format",
    "residents_part",
    "expected_participants",
    "partners",
    "cooperation",
    "responsible_person",
    "access",
    "milestones",
    "own_contribution",
    "other_funding",
    "publicity",
    "what_stays",
    "risks",
    "safeguarding",
)
FIELDS = RESIDENT_FIELDS + STAFF_FIELDS
ANSWER_LENGTH = 2000
NAME_LENGTH = 120
COSTS = ("personnel", "fees", "material", "room", "catering", "publicity", "travel", "other")

# Residents may write by their project link until staff call the draft ready.
RESIDENTS_WRITE = {DraftStatus.SEED, DraftStatus.IN_WORK, DraftStatus.CHECKED_BY_RESIDENTS}
STAFF_WRITE = RESIDENTS_WRITE | {DraftStatus.READY}  # what an office has in its hands stays as it is


class Draft(Base):
    """``token`` is the project link (128 bits); empty when it was revoked."""

    __tablename__ = "draft"

    id: Mapped[Key]
    site_id: Mapped[OfSite]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"), index=True)
    number: Mapped[int]
    token: Mapped[str | None] = mapped_column(String(32), unique=True)
    status: Mapped[DraftStatus] = mapped_column(word_of(DraftStatus), default=DraftStatus.SEED)
    shelved_because: Mapped[Short]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"))
    made_at: Mapped[datetime]

    event: Mapped[Event | None] = relationship()
    fields: Mapped[list["DraftField"]] = relationship(cascade="all, delete-orphan", back_populates="draft")
    sources: Mapped[list["DraftSource"]] = relationship(
        cascade="all, delete-orphan", back_populates="draft", order_by="DraftSource.id"
    )
    commitments: Mapped[list["Commitment"]] = relationship(cascade="all, delete-orphan", order_by="Commitment.id")
    budget: Mapped[list["BudgetLine"]] = relationship(cascade="all, delete-orphan", order_by="BudgetLine.position")

    @property
    def stable_id(self) -> str:
        """The id that stands outside the event: ``LIND-2026-05-P3``."""
        return f"{self.event.code if self.event else 'X'}-P{self.number}"

    @property
    def takes_residents_words(self) -> bool:
        """Whether residents may still write."""
        return self.status in RESIDENTS_WRITE

    @property
    def takes_staffs_words(self) -> bool:
        """Whether staff may still write."""
        return self.status in STAFF_WRITE

    def field(self, name: str) -> "DraftField":
        """One field by its name. Raises ``KeyError`` for a name that is none."""
        return {f.name: f for f in self.fields}[name]

    @property
    def title(self) -> str:
        """What the project is called, perhaps still empty."""
        return self.field("title").text

    @property
    def answered(self) -> int:
        """How many of the nine questions have an answer."""
        return sum(1 for f in self.fields if f.name in RESIDENT_FIELDS and f.text.strip())

    @property
    def topics(self) -> list[Topic]:
        """The topics whose plates this draft carries, smallest number first."""
        found = {source.topic for source in self.sources if source.topic is not None}
        return sorted(found, key=lambda topic: topic.number)

    @property
    def people_in(self) -> int:
        """How many said "I'm in" and did not take it back."""
        return sum(1 for c in self.commitments if c.taken_back_at is None)

    def sources_of(self, name: str) -> list["DraftSource"]:
        """The words behind one field, in the order they came."""
        return [source for source in self.sources if source.field == name]


class DraftField(Base):
    """One field with a revision of its own, so that two people in two fields never meet."""

    __tablename__ = "draft_field"
    __table_args__ = (UniqueConstraint("draft_id", "name"),)

    id: Mapped[Key]
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(40))
    text: Mapped[Long]
    language: Mapped[Tag] = mapped_column(default="de")
    rev: Mapped[int] = mapped_column(default=0)

    draft: Mapped[Draft] = relationship(back_populates="fields")


class DraftSource(Base):
    """Ties a field to the outcome or topic it came from, with the words as they were."""

    __tablename__ = "draft_source"

    id: Mapped[Key]
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    field: Mapped[str] = mapped_column(String(40))
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id", ondelete="SET NULL"))
    outcome_id: Mapped[int | None] = mapped_column(ForeignKey("outcome.id", ondelete="SET NULL"), index=True)
    words: Mapped[Long]
    language: Mapped[Tag]
    withdrawn: Mapped[bool] = mapped_column(default=False)

    draft: Mapped[Draft] = relationship(back_populates="sources")
    topic: Mapped[Topic | None] = relationship()
    outcome: Mapped[Outcome | None] = relationship()

    @property
    def is_gone(self) -> bool:
        """Whether its words may not be read any more: withdrawn, or hidden where they came from."""
        origin = self.outcome or self.topic
        return self.withdrawn or (origin is not None and not origin.is_shown)

    @property
    def how(self) -> Fidelity:
        """Word for word, reworded, or withdrawn: read off the texts, never claimed."""
        if self.is_gone:
            return Fidelity.WITHDRAWN
        verbatim = " ".join(self.words.split()) in " ".join(self.draft.field(self.field).text.split())
        return Fidelity.VERBATIM if verbatim else Fidelity.REWORDED


class Commitment(Base):
    """ "I'm in": a resident, and what they will do, if they say so."""

    __tablename__ = "commitment"
    __table_args__ = (UniqueConstraint("draft_id", "participant_id"),)

    id: Mapped[Key]
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)
    words: Mapped[Short]
    taken_back_at: Mapped[datetime | None]

    participant: Mapped[Participant] = relationship()


class BudgetLine(Base):
    """What something costs, in cents."""

    __tablename__ = "budget_line"

    id: Mapped[Key]
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20), default="other")
    label: Mapped[Short]
    cents: Mapped[int] = mapped_column(default=0)

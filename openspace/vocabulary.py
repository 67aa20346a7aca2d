"""The fixed words of the field, as stored in the database and used in the code."""

from enum import StrEnum


class Phase(StrEnum):
    """What an event is doing, in order. A phase guides; it never throws anybody out."""

    ARRIVAL = "arrival"
    OPENING = "opening"
    COLLECTING = "collecting"
    MARKETPLACE = "marketplace"
    ROUNDS = "rounds"
    NEWS = "news"
    WEIGHTING = "weighting"
    ACTION_PLANNING = "action_planning"
    CLOSING = "closing"
    CLOSED = "closed"

    @property
    def place(self) -> int:
        """Position in the order of phases, from 0."""
        return list(Phase).index(self)

    def between(self, first: "Phase", last: "Phase") -> bool:
        """Whether this phase lies from ``first`` to ``last``, both included."""
        return first.place <= self.place <= last.place


class TopicStatus(StrEnum):
    """How far a topic is. Marks (hidden, withdrawn, merged) stand apart."""

    POSTED = "posted"
    SCHEDULED = "scheduled"
    DISCUSSED = "discussed"
    CARRIED_ON = "carried_on"
    RESTING = "resting"


class GroupStatus(StrEnum):
    """How far a breakout group is."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    DOCUMENTED = "documented"
    NOT_HELD = "not_held"


class OutcomeKind(StrEnum):
    """What a group wrote down. ``POINT`` is chosen by nobody: somebody just writes."""

    NEED = "need"
    IDEA = "idea"
    AGREEMENT = "agreement"
    RESOURCE = "resource"
    BARRIER = "barrier"
    QUESTION = "question"
    POINT = "point"


class DraftStatus(StrEnum):
    """How far a micro-project draft is."""

    SEED = "seed"
    IN_WORK = "in_work"
    CHECKED_BY_RESIDENTS = "checked_by_residents"
    READY = "ready"
    EXPORTED = "exported"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
    RUNNING = "running"
    COMPLETED = "completed"
    REPORTED = "reported"
    SHELVED = "shelved"


class Fidelity(StrEnum):
    """How a draft's text relates to the words it came from."""

    VERBATIM = "verbatim"
    REWORDED = "reworded"
    WITHDRAWN = "withdrawn"


class Role(StrEnum):
    """What somebody with an account may do at their site."""

    FACILITATOR = "facilitator"
    STAFF = "staff"
    COORDINATOR = "coordinator"
    PROGRAMME = "programme"
    ADMIN = "admin"


class Audience(StrEnum):
    """For whom a view is rendered. A view knows nothing more of its viewer."""

    PARTICIPANT = "participant"
    SCREEN = "screen"
    COCKPIT = "cockpit"


class Way(StrEnum):
    """How a participant came in."""

    PHONE = "phone"
    KIOSK = "kiosk"
    HELPER = "helper"


class DotsOn(StrEnum):
    """What the dots of a weighting stick on."""

    TOPICS = "topics"
    IDEAS = "ideas"

"""The things of the product, one file a noun. Questions live here; verbs in ``actions``."""

from openspace.models.account import Account
from openspace.models.attendance import Attendance
from openspace.models.device import Device
from openspace.models.dot import Dot
from openspace.models.draft import BudgetLine, Commitment, Draft, DraftField, DraftSource
from openspace.models.event import Event
from openspace.models.group import BreakoutGroup, GroupTopic
from openspace.models.log import LogEntry
from openspace.models.merge import MergeRequest
from openspace.models.outcome import Outcome
from openspace.models.participant import Participant
from openspace.models.round import Round
from openspace.models.site import Site
from openspace.models.space import Space
from openspace.models.step import Step
from openspace.models.topic import Topic

__all__ = [
    "Account",
    "Attendance",
    "BreakoutGroup",
    "BudgetLine",
    "Commitment",
    "Device",
    "Dot",
    "Draft",
    "DraftField",
    "DraftSource",
    "Event",
    "GroupTopic",
    "LogEntry",
    "MergeRequest",
    "Outcome",
    "Participant",
    "Round",
    "Site",
    "Space",
    "Step",
    "Topic",
]

"""A project as residents leave it to staff: Amina's topic, Ben's draft, words in two languages."""

from dataclasses import dataclass

from openspace.actions import drafts
from openspace.models import BreakoutGroup, Draft, Outcome, Topic
from openspace.vocabulary import OutcomeKind, Phase
from tests.conftest import Person, go
from tests.written import group_of, topic_of, wrote

TITLE = "Ein Garten hinter der Schule"
LAWN = "Hinter der Schule ist nur Rasen. Niemand benutzt ihn."
MINT = "أمي تحب الزراعة، لكن لا يوجد مكان تزرع فيه النعناع."
ASK = "Wir fragen am Montag die Schule."
KEY = "Der Hausmeister gibt uns keinen Schlüssel."


@dataclass
class Project:
    """``lawn``, ``mint`` and ``ask`` are in the draft, ``key`` was written in the group and left out."""

    draft: Draft
    topic: Topic
    group: BreakoutGroup
    lawn: Outcome
    mint: Outcome
    ask: Outcome
    key: Outcome


def project_of(ben: Person, amina: Person, title: str = TITLE) -> Project:
    """The group has met, and Ben made a project of its words."""
    topic = topic_of(amina, title)
    group = group_of(topic)
    go(ben.at, Phase.ACTION_PLANNING)
    lawn = wrote(group, ben, OutcomeKind.NEED, LAWN)
    mint = wrote(group, amina, OutcomeKind.IDEA, MINT)
    ask = wrote(group, ben, OutcomeKind.AGREEMENT, ASK, who="zwei Väter", by_when="Montag")
    key = wrote(group, ben, OutcomeKind.BARRIER, KEY)
    draft = drafts.convert(ben.at, ben.by, ben.participant, [lawn, mint, ask], topics=[topic])
    return Project(draft, topic, group, lawn, mint, ask, key)

"""The residents of the demo and the topics that they brought. Everything here belongs inside a write."""

from datetime import datetime, timedelta
from random import Random

from openspace import nicknames
from openspace.demo.content import content
from openspace.extensions import db
from openspace.models import Event, MergeRequest, Participant, Step, Topic
from openspace.tokens import code
from openspace.vocabulary import Phase, TopicStatus, Way

People = dict[int, Participant]  # by their number in the words
Topics = dict[int, Topic]


def during(step: Step, share: float) -> datetime:
    """A moment of a step: 0 its beginning, 1 its end."""
    moment = step.starts_at + share * timedelta(minutes=step.minutes)
    return moment.replace(microsecond=0)


def step_of(event: Event, phase: Phase) -> Step:
    """The first step of a phase."""
    return next(step for step in event.steps if step.phase is phase)


def bring_people(event: Event, chance: Random) -> People:
    """Everybody who came, one after another, each with a nickname that nobody else has."""
    residents = content()["residents"]
    names = chance.sample(range(nicknames.COUNT), len(residents))
    codes = _return_codes(len(residents))
    arrival = step_of(event, Phase.ARRIVAL)
    people = {
        words["number"]: Participant(
            event_id=event.id,
            nickname=names[place],
            language=words["language"],
            way=Way(words["way"]),
            return_code=codes[place],
            joined_at=during(arrival, place / len(residents)),
        )
        for place, words in enumerate(residents)
    }
    db.session.add_all(people.values())
    db.session.flush()
    return people


def _return_codes(count: int) -> list[str]:
    codes: set[str] = set()
    while len(codes) < count:
        codes.add(code())
    return list(codes)


def hang_topics(event: Event, people: People) -> Topics:
    """All cards in the order of their numbers."""
    cards = content()["topics"]
    collecting = step_of(event, Phase.COLLECTING)
    topics = {
        words["number"]: Topic(
            event_id=event.id,
            number=words["number"],
            title=words["title"],
            details=words.get("details", ""),
            language=words["language"],
            convener=people[words["convener"]],
            wishes=words["wishes"],
            status=TopicStatus.RESTING if words.get("resting") else TopicStatus.POSTED,
            posted_at=during(collecting, place / len(cards)),
        )
        for place, words in enumerate(cards)
    }
    event.next_number = len(cards) + 1
    db.session.add_all(topics.values())
    db.session.flush()
    return topics


def merge_topics(event: Event, topics: Topics) -> None:
    """Two conveners agreed to go together."""
    asked_at = during(step_of(event, Phase.MARKETPLACE), 0.2)
    for words in content()["topics"]:
        if "merged_into" in words:
            asking, asked = topics[words["number"]], topics[words["merged_into"]]
            asking.merged_into = asked
            db.session.add(MergeRequest(event_id=event.id, asking=asking, asked=asked, asked_at=asked_at, answer=True))


def let_leave(event: Event, people: People) -> None:
    """Who went home early: their topic asks who invites."""
    for words in content()["topics"]:
        if words.get("orphaned"):
            people[words["convener"]].left_at = during(step_of(event, Phase.MARKETPLACE), 0.5)

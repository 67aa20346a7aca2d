"""The demo's groups: where they met, who was there, what they wrote down. Everything here belongs inside a write."""

from collections import defaultdict
from random import Random

from openspace.demo.content import Entry, content
from openspace.demo.people import People, Topics, during, step_of
from openspace.extensions import db
from openspace.models import Attendance, BreakoutGroup, Event, Outcome, Participant, Round, Step
from openspace.vocabulary import GroupStatus, OutcomeKind, Phase, TopicStatus

Groups = dict[int, BreakoutGroup]  # by the number of a topic; two numbers may have one group

GOES_ON = 0.12  # how likely somebody looks into a second group of the same round


def place_groups(event: Event, topics: Topics) -> Groups:
    """A group in every cell of the plan that somebody took."""
    spaces = {space.symbol: space for space in event.spaces}
    rounds = {held.number: held for held in event.rounds}
    cards = content()["topics"]
    cells = [(words, place) for words in cards for place in words["placed"]]
    groups: Groups = {}
    for at, (words, place) in enumerate(cells):
        together = [words["number"], *(c["number"] for c in cards if c.get("merged_into") == words["number"])]
        group = BreakoutGroup(
            event_id=event.id,
            round=rounds[place["round"]],
            space=spaces[place["space"]],
            status=GroupStatus.DOCUMENTED,
            topics=[topics[number] for number in together],
            placed_at=during(step_of(event, Phase.MARKETPLACE), at / len(cells)),
        )
        groups |= dict.fromkeys(together, group)
        for number in together:
            topics[number].status = TopicStatus.DISCUSSED
    db.session.add_all(groups.values())
    return groups


def write_outcomes(event: Event, groups: Groups, people: People) -> dict[int, Outcome]:
    """What the groups wrote, in the order of their words, and their summaries."""
    by_group: dict[int, list[Entry]] = defaultdict(list)
    for words in content()["outcomes"]:
        by_group[id(groups[words["topic"]])].append(words)
    written = {
        words["number"]: _outcome(event, groups[words["topic"]], people, words, (place + 1) / (len(of_group) + 1))
        for of_group in by_group.values()
        for place, words in enumerate(of_group)
    }
    # Numbered as in the words: the news wall shows them by id.
    db.session.add_all(written[number] for number in sorted(written))
    for words in content()["summaries"]:
        group = groups[words["topic"]]
        group.summary, group.summary_language = words["text"], words["language"]
    return written


def _outcome(event: Event, group: BreakoutGroup, people: People, words: Entry, share: float) -> Outcome:
    return Outcome(
        event_id=event.id,
        group=group,
        author=people[words["author"]],
        kind=OutcomeKind(words["kind"]),
        text=words["text"],
        language=words["language"],
        who=words.get("who", ""),
        by_when=words.get("by_when", ""),
        written_at=during(step_in(event, group.round), share),
    )


def step_in(event: Event, held: Round) -> Step:
    """The step of the plan in which a round is held."""
    return next(step for step in event.steps if step.round is held)


def let_meet(event: Event, groups: Groups, people: People, written: dict[int, Outcome], chance: Random) -> None:
    """Who was where: who invites or writes sits in that group; the others go where they like, and some go on."""
    here = [person for person in people.values() if person.left_at is None]
    for held in event.rounds:
        step = step_in(event, held)
        held.started_at, held.ended_at = during(step, 0), during(step, 1)
        there = [group for group in dict.fromkeys(groups.values()) if group.round is held]
        for person in here:
            _go_round(step, person, _wanted(person, there, written, chance))
    for group in dict.fromkeys(groups.values()):
        writers = [outcome.author for outcome in written.values() if outcome.group is group]
        group.note_taker = max(writers, key=writers.count, default=None)


def _wanted(
    person: Participant, there: list[BreakoutGroup], written: dict[int, Outcome], chance: Random
) -> list[BreakoutGroup]:
    """The groups of a round to which somebody goes, one after another."""
    bound = [group for group in there if any(topic.convener is person for topic in group.topics)]
    bound += [outcome.group for outcome in written.values() if outcome.author is person and outcome.group in there]
    if not bound or chance.random() < GOES_ON:
        bound = [*bound, chance.choice(there)]
    return list(dict.fromkeys(bound))


def _go_round(step: Step, person: Participant, groups: list[BreakoutGroup]) -> None:
    for place, group in enumerate(groups):
        came, went = during(step, place / len(groups)), during(step, (place + 1) / len(groups))
        db.session.add(Attendance(group=group, participant=person, joined_at=came, moved_on_at=went))

"""The demo's projects, each at another stage. Everything here belongs inside a write."""

from openspace.demo.content import Entry, content
from openspace.demo.people import People, Topics, during, step_of
from openspace.extensions import db
from openspace.models import BudgetLine, Commitment, Draft, DraftField, DraftSource, Event, Outcome, Topic
from openspace.models.draft import FIELDS
from openspace.tokens import link_token
from openspace.vocabulary import DraftStatus, Phase, TopicStatus

LANGUAGE = "de"  # in which all of them are written, whatever the words behind them are


def make_projects(event: Event, people: People, topics: Topics, written: dict[int, Outcome]) -> None:
    """All drafts with their answers, the words behind them, who is in, and what it costs."""
    for number, words in enumerate(content()["drafts"], start=1):
        draft = _draft(event, number, words)
        draft.made_by_id = people[words["people_in"][0]].id
        draft.sources = [*_plates(words, topics), *_sources(words, topics, written)]
        draft.commitments = _commitments(words, people)
        db.session.add(draft)
        for topic in words["topics"]:
            topics[topic].status = TopicStatus.CARRIED_ON


def _draft(event: Event, number: int, words: Entry) -> Draft:
    return Draft(
        site_id=event.site_id,
        event=event,
        number=number,
        token=link_token(),
        status=DraftStatus(words["status"]),
        shelved_because=words.get("shelved_because", ""),
        made_at=during(step_of(event, Phase.ACTION_PLANNING), number / 100),
        fields=_fields(words["fields"] | words.get("staff", {})),
        budget=[BudgetLine(position=place, **line) for place, line in enumerate(words.get("budget", []))],
    )


def _fields(answers: dict[str, str]) -> list[DraftField]:
    texts = [(name, answers.get(name, "")) for name in FIELDS]
    return [DraftField(name=name, text=text, language=LANGUAGE, rev=int(bool(text))) for name, text in texts]


def _plates(words: Entry, topics: Topics) -> list[DraftSource]:
    """A project carries the plates of its topics, as it does when somebody makes one."""
    return [_tie("title", topics[number], words=topics[number].title) for number in words["topics"]]


def _sources(words: Entry, topics: Topics, written: dict[int, Outcome]) -> list[DraftSource]:
    plates = {outcome["number"]: topics[outcome["topic"]] for outcome in content()["outcomes"]}
    return [_tie(s["field"], plates[s["outcome"]], outcome=written[s["outcome"]]) for s in words["sources"]]


def _tie(field: str, topic: Topic, *, outcome: Outcome | None = None, words: str = "") -> DraftSource:
    said = outcome or topic
    return DraftSource(
        field=field,
        topic=topic,
        outcome=outcome,
        words=outcome.text if outcome else words,
        language=said.language,
    )


def _commitments(words: Entry, people: People) -> list[Commitment]:
    said = {c["resident"]: c["text"] for c in content()["commitments"] if c["draft"] == words["key"]}
    return [Commitment(participant=people[number], words=said.get(number, "")) for number in words["people_in"]]

"""A full hall: an event with long titles in all cells, words of every kind, projects and dots."""

from datetime import timedelta

from sqlalchemy import select

from openspace.database import now
from openspace.extensions import db
from openspace.models import (
    BreakoutGroup,
    Dot,
    Draft,
    DraftField,
    DraftSource,
    Event,
    Outcome,
    Participant,
    Step,
    Topic,
)
from openspace.models.draft import FIELDS
from openspace.vocabulary import DraftStatus, OutcomeKind, Phase

TITLES = {
    "de": (
        "Fahrradreparaturwerkstatt im Nachbarschaftszentrum für Kinder",
        "Wohnungsbaugesellschaft: Wer spricht mit uns über die Mieten?",
        "Wie wird der Schulhof nachmittags ein Ort für uns Jugendliche",
    ),
    "ar": (
        "مكان هادئ للدراسة بعد المدرسة لجميع الأطفال والشباب في الحي كله",
        "إنارة أكثر على الطريق إلى المحطة حتى نشعر بالأمان في المساء هنا",
        "مساعدة في قراءة رسائل الدوائر الحكومية وكتابة الردود عليها معا",
    ),
    "uk": (
        "Де практикувати німецьку мову, поки наші діти граються надворі?",
        "Спільний город за школою, де врожай можуть збирати геть усі люди",
        "Як нам зустрічатися з сусідами частіше, ніж один раз на весь рік",
    ),
}
WORDS = {
    "de": "Wir treffen uns am Samstag mit Werkzeug vor dem Bürgerhaus und reparieren, was kaputt ist. ",
    "ar": "نلتقي يوم السبت أمام دار المواطنين ومعنا الأدوات ونصلح كل ما هو مكسور في الحي. ",
    "uk": "Зустрічаємося в суботу з інструментами біля будинку громади і лагодимо все поламане. ",
}
LONGEST = 60


def title(language: str, number: int) -> str:
    """A title as long as a title may be."""
    texts = TITLES[language]
    return texts[number % len(texts)][:LONGEST].strip().ljust(LONGEST, ".")


def fill(event: Event, language: str = "de", topics: int = 12) -> None:
    """Hang up cards, give every cell of the plan to one of them (one is a merge), write, plan projects, stick dots."""
    cards = [hang(event, language, number) for number in range(1, topics + 1)]
    cards[1].merged_into = cards[0]
    db.session.flush()
    groups = [group for row, held in enumerate(event.rounds) for group in place(event, held.id, row, cards)]
    for at, group in enumerate(groups):
        write(event, group, language, at)
    for number in range(1, 6):
        plan(event, cards[number * 2 - 2 : number * 2], language, number)
    stick(event, cards)
    db.session.commit()


def hang(event: Event, language: str, number: int) -> Topic:
    """A card on the wall."""
    card = Topic(event_id=event.id, number=number, title=title(language, number), language=language, posted_at=now())
    event.next_number = number + 1
    db.session.add(card)
    return card


def place(event: Event, held: int, row: int, cards: list[Topic]) -> list[BreakoutGroup]:
    """A group in every space of a round; the first of the first round is the merge."""
    groups = []
    talks = [cards[:2], *([card] for card in cards[2:])]
    for at, space in enumerate(event.spaces):
        talked = talks[(row * len(event.spaces) + at) % len(talks)]
        group = BreakoutGroup(event_id=event.id, round_id=held, space_id=space.id, topics=talked, placed_at=now())
        db.session.add(group)
        groups.append(group)
    db.session.flush()
    return groups


def write(event: Event, group: BreakoutGroup, language: str, at: int, times: int | None = None) -> Outcome:
    """Words of a group: short ones, and each eighth as long as words may be."""
    text = (WORDS[language] * (times or (7 if at % 8 == 3 else 1 + at % 3)))[:600]
    kind = list(OutcomeKind)[at % len(OutcomeKind)]
    outcome = Outcome(event_id=event.id, group_id=group.id, kind=kind, text=text, language=language, written_at=now())
    if kind is OutcomeKind.AGREEMENT:
        outcome.who, outcome.by_when = "Hausmeister", "Freitag"
    db.session.add(outcome)
    return outcome


def plan(event: Event, topics: list[Topic], language: str, number: int) -> Draft:
    """A project of these topics with a next meeting."""
    said = {"title": title(language, number), "next_meeting": "Montag, 15. Juni, 17:00, Schulhof"}
    draft = Draft(site_id=event.site_id, event_id=event.id, number=number, made_at=now(), status=DraftStatus.SEED)
    draft.fields = [DraftField(name=name, text=said.get(name, ""), language=language) for name in FIELDS]
    draft.sources = [DraftSource(field="title", topic=topic, words=topic.title, language=language) for topic in topics]
    db.session.add(draft)
    return draft


def stick(event: Event, topics: list[Topic]) -> None:
    """Dots of one person, with a tie."""
    people = select(Participant).filter_by(event_id=event.id)
    person = db.session.scalars(people).first()
    if person is None:
        person = Participant(event_id=event.id, nickname=1, language="ar", return_code="12345678", joined_at=now())
        db.session.add(person)
        db.session.flush()
    for at, topic in enumerate(topics):
        dots = 1 + at // 2
        db.session.add(Dot(event_id=event.id, participant_id=person.id, topic_id=topic.id, dots=dots))


def with_weighting(event: Event) -> None:
    """The plan of this event has a weighting."""
    event.steps.append(
        Step(position=len(event.steps), phase=Phase.WEIGHTING, minutes=10, starts_at=event.steps[-1].starts_at)
    )
    db.session.commit()


def start_clock(event: Event, minutes: int = 23) -> None:
    """The phase goes on for some minutes, whatever the plan says."""
    event.clock_ends_at = now() + timedelta(minutes=minutes)
    db.session.commit()

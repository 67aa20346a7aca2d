"""The plan: rounds, breaks and cells, in the same few questions to the database however much stands in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import Context
from typing import Any

from sqlalchemy import event as listening

from openspace.actions import merges, places, plan_steps, topics
from openspace.extensions import db
from openspace.models import Event, Round
from openspace.views import plan
from openspace.vocabulary import Phase
from tests.conftest import FAYS_HAND, Person, go


@contextmanager
def statements() -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    listening.listen(db.engine, "before_cursor_execute", note)
    yield asked
    listening.remove(db.engine, "before_cursor_execute", note)


def questions(person: Person, page: str) -> int:
    """How many statements a page takes that begins with nothing in its hands."""
    address = person.path(page)
    with statements() as asked:
        answer = Context().run(person.browser.get, address)
    assert answer.status_code == 200
    return len(asked)


def fill(event: Event, held: Round, people: list[Person]) -> None:
    """A topic in every cell of a round, of one person after the other, and a merge."""
    made = []
    for number, space in enumerate(event.spaces):
        host = people[number % len(people)]
        made.append(topics.post_topic(event, host.by, host.participant, title=f"Thema {held.number}.{number}"))
        places.place_topic(event, host.by, made[-1], held, space)
    request = merges.ask_to_merge(event, people[0].by, made[0], made[1])
    merges.answer_merge(event, people[1].by, request, yes=True)


def test_rounds_and_breaks_are_rows(event: Event, ben: Person) -> None:
    event.steps[5].word = "Tee"
    db.session.commit()
    rows = plan.timetable(event)
    assert [step.is_break for step in rows] == [False, True, False]
    page = ben.get("plan").text
    assert "17:35" in page and "Tee" in page
    for held in event.rounds:
        for space in event.spaces:
            assert f'data-view="cell-{held.id}-{space.id}"' in page


def test_a_later_start_reaches_cards_and_plan(event: Event, amina: Person, ben: Person) -> None:
    go(event, Phase.MARKETPLACE)
    topic = topics.post_topic(event, amina.by, amina.participant, title="Ein Garten")
    places.place_topic(event, amina.by, topic, event.rounds[1], event.spaces[0])
    left, rest = event.revision, next(step for step in event.steps if step.is_break)
    plan_steps.edit_plan(event, FAYS_HAND, {rest.id: plan_steps.Length(25, "Tee")})
    said = ben.get(f"changes?since={left}").json
    assert said is not None
    told = {fragment["view"]: fragment["html"] for fragment in said["fragments"]}
    assert "18:45" in told[f"topic-{topic.id}"]
    assert "plan" in told
    assert "18:45" in ben.get("plan").text


def test_a_full_plan_takes_no_more_questions_than_an_emptier_one(event: Event, amina: Person, ben: Person) -> None:
    go(event, Phase.MARKETPLACE)
    pages = ("plan", "wall", "wall?only=unplaced", "wall?only=mine", "now")
    fill(event, event.rounds[0], [amina, ben])
    topics.post_topic(event, amina.by, amina.participant, title="Ohne Platz")
    before = {page: questions(ben, page) for page in pages}
    fill(event, event.rounds[1], [amina, ben])
    for number in range(6):
        topics.post_topic(event, amina.by, amina.participant, title=f"Ohne Platz {number}")
    assert {page: questions(ben, page) for page in pages} == before

"""Somebody writes down what was said."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.event import listen, remove

from openspace.actions import outcomes
from openspace.extensions import db
from openspace.models import BreakoutGroup, Event, Outcome
from openspace.vocabulary import GroupStatus, OutcomeKind, Phase
from tests.conftest import FAYS_HAND, Person, go
from tests.groups import placed


@pytest.fixture
def group(event: Event, amina: Person) -> BreakoutGroup:
    """Amina's group, meeting now."""
    made = placed(event, amina.participant)
    go(event, Phase.ROUNDS)
    return made


def texts() -> list[str]:
    return list(db.session.scalars(select(Outcome.text).order_by(Outcome.id)))


def test_ben_writes_and_amina_reads_it(group: BreakoutGroup, amina: Person, ben: Person) -> None:
    ben.post(f"groups/{group.id}/join")
    answer = ben.post(f"groups/{group.id}/outcomes", text="Hinter der Schule ist nur Rasen.", key="k1")
    assert answer.status_code == 303
    assert "Hinter der Schule ist nur Rasen." in amina.get(f"groups/{group.id}").text
    written = db.session.scalars(select(Outcome)).one()
    assert written.kind is OutcomeKind.POINT


def test_it_carries_its_own_language(group: BreakoutGroup, amina: Person, ben: Person) -> None:
    amina.post(f"groups/{group.id}/outcomes", text="نريد حديقة")
    assert 'lang="ar" dir="rtl"' in ben.get(f"groups/{group.id}").text


def test_the_newest_stands_last(group: BreakoutGroup, ben: Person) -> None:
    for text in ("Erstens", "Zweitens", "Drittens"):
        ben.post(f"groups/{group.id}/outcomes", text=text)
    page = ben.get(f"groups/{group.id}").text
    assert page.index("Erstens") < page.index("Zweitens") < page.index("Drittens")


def test_the_script_gets_the_words_and_the_way_back(group: BreakoutGroup, ben: Person) -> None:
    said = ben.send(f"groups/{group.id}/outcomes", text="Wir fragen am Montag", key="k1").json
    assert said is not None
    fragment = next(f for f in said["fragments"] if f["view"].startswith("outcome"))
    assert "Wir fragen am Montag" in fragment["html"]
    assert fragment["list"] == f"outcomes-{group.id}"
    assert f'data-list="outcomes-{group.id}"' in ben.get(f"groups/{group.id}").text
    ben.send(said["undo"], key="k2")
    assert "Wir fragen am Montag" not in ben.get("changes?since=0").text


def test_the_same_form_twice_is_one_outcome(group: BreakoutGroup, ben: Person) -> None:
    first = ben.send(f"groups/{group.id}/outcomes", text="Einmal", key="k1")
    again = ben.send(f"groups/{group.id}/outcomes", text="Einmal", key="k1")
    assert first.status_code == again.status_code == 200
    assert ben.post(f"groups/{group.id}/outcomes", text="Einmal", key="k1").status_code == 303
    assert texts() == ["Einmal"]


def test_nothing_but_spaces_is_nothing(group: BreakoutGroup, ben: Person) -> None:
    assert ben.post(f"groups/{group.id}/outcomes", text=" \n\t ").status_code == 422
    assert "text" in ben.send(f"groups/{group.id}/outcomes", text="").json["fields"]  # type: ignore[index]
    assert texts() == []


@pytest.mark.parametrize("joined", [True, False])
def test_too_long_keeps_every_word(group: BreakoutGroup, ben: Person, joined: bool) -> None:
    if joined:
        ben.post(f"groups/{group.id}/join")
    answer = ben.post(f"groups/{group.id}/outcomes", text="a" * 640)
    assert answer.status_code == 422
    assert "a" * 640 in answer.text
    assert "40" in answer.text
    assert texts() == []


def test_before_the_rounds_the_text_is_kept(event: Event, amina: Person, ben: Person) -> None:
    group = placed(event, amina.participant)
    go(event, Phase.MARKETPLACE)
    answer = ben.send(f"groups/{group.id}/outcomes", text="Zu früh")
    assert answer.status_code == 409
    assert answer.json["code"] == "not_yet"  # type: ignore[index]
    assert texts() == []


def test_a_group_of_a_later_round_has_nothing_to_write_yet(event: Event, amina: Person, ben: Person) -> None:
    later = placed(event, amina.participant, held=1)
    go(event, Phase.ROUNDS)
    assert ben.send(f"groups/{later.id}/outcomes", text="Zu früh").json["code"] == "group_not_met"  # type: ignore[index]
    assert texts() == []


def test_notes_may_be_typed_in_later_by_anybody(event: Event, group: BreakoutGroup, ben: Person) -> None:
    go(event, Phase.NEWS)
    assert group.status is GroupStatus.ENDED
    assert ben.post(f"groups/{group.id}/outcomes", text="Vom Flipchart").status_code == 303
    assert group.status is GroupStatus.DOCUMENTED
    assert "Vom Flipchart" in ben.get("now").text


def test_after_closing_the_words_come_back(event: Event, group: BreakoutGroup, ben: Person) -> None:
    event.closed_at = event.opened_at
    db.session.commit()
    answer = ben.send(f"groups/{group.id}/outcomes", text="Zu spät")
    assert (answer.status_code, answer.json["code"]) == (409, "closed")  # type: ignore[index]
    assert texts() == []


def test_a_flood_from_one_phone_is_stopped(
    group: BreakoutGroup, ben: Person, amina: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcomes, "PER_PERSON", 2)
    for n in range(3):
        ben.post(f"groups/{group.id}/outcomes", text=f"Wort {n}")
    amina.post(f"groups/{group.id}/outcomes", text="Auch noch etwas")
    assert texts() == ["Wort 0", "Wort 1", "Auch noch etwas"]


def test_markup_is_text(group: BreakoutGroup, ben: Person) -> None:
    ben.post(f"groups/{group.id}/outcomes", text="<img src=x onerror=alert(1)> {{ 7*7 }}")
    page = ben.get(f"groups/{group.id}").text
    assert "&lt;img src=x onerror=alert(1)&gt; {{ 7*7 }}" in page


def test_the_news_wall_shows_all_groups(event: Event, group: BreakoutGroup, amina: Person, ben: Person) -> None:
    other = placed(event, amina.participant, "Kochen", space=2)
    ben.post(f"groups/{group.id}/outcomes", text="Rasen")
    amina.post(f"groups/{other.id}/outcomes", text="Töpfe")
    ben.post(f"groups/{group.id}/join")
    go(event, Phase.NEWS)
    page = ben.get("now").text
    assert page.index("Rasen") < page.index("Töpfe")
    assert f'data-list="outcomes-{other.id}"' in page
    assert f"/groups/{group.id}" in page


def test_page_and_catch_up_show_the_same_bytes(event: Event, group: BreakoutGroup, ben: Person) -> None:
    left = event.revision
    ben.post(f"groups/{group.id}/outcomes", text="Gleich <b>überall</b>")
    told = ben.get(f"changes?since={left}").json
    fragment = next(f for f in told["fragments"] if f["view"].startswith("outcome"))  # type: ignore[index]
    assert fragment["html"] in ben.get(f"groups/{group.id}").text
    go(event, Phase.NEWS)
    assert fragment["html"] in ben.get("now").text


def test_more_words_and_groups_cost_no_more_statements(event: Event, amina: Person, ben: Person) -> None:
    def written(how_often: int) -> None:
        go(event, Phase.ROUNDS)
        for n in range(how_often):
            group = placed(event, amina.participant, f"Thema {n}", space=n)
            amina.post(f"groups/{group.id}/outcomes", text="Gesagt")
        go(event, Phase.NEWS)

    written(1)
    before = statements(ben, "now")
    written(4)
    assert statements(ben, "now") == before


def statements(person: Person, page: str) -> int:
    """How many SQL statements a page takes."""
    made: list[str] = []
    db.session.expire_all()
    listener = lambda *told: made.append(told[2])  # noqa: E731
    listen(db.engine, "before_cursor_execute", listener)
    person.get(page)
    remove(db.engine, "before_cursor_execute", listener)
    return len(made)


def test_hidden_words_stay_with_their_author(event: Event, group: BreakoutGroup, amina: Person, ben: Person) -> None:
    ben.post(f"groups/{group.id}/outcomes", text="Wird angesehen")
    outcome = db.session.scalars(select(Outcome)).one()
    outcomes.hide_outcome(event, FAYS_HAND, outcome)
    assert "Wird angesehen" not in amina.get(f"groups/{group.id}").text
    assert amina.get(f"outcomes/{outcome.id}").status_code == 404
    assert "Wird angesehen" in ben.get(f"groups/{group.id}").text
    outcomes.show_outcome(event, FAYS_HAND, outcome)
    assert "Wird angesehen" in amina.get(f"groups/{group.id}").text


def test_cleo_and_nobody_write_nothing(event: Event, group: BreakoutGroup, cleo: Person, nobody: FlaskClient) -> None:
    there = f"/e/{event.public_id}/groups/{group.id}/outcomes"
    assert cleo.post(there, text="Fremd").status_code == 404
    assert cleo.post(f"groups/{group.id}/outcomes", text="Fremd").status_code == 404
    assert nobody.post(there, data={"text": "Fremd"}).status_code == 404
    assert texts() == []

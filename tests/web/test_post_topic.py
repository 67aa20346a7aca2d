"""A resident hangs a card on the wall."""

from sqlalchemy import select

from openspace.extensions import db
from openspace.models import Event, Topic
from openspace.vocabulary import Phase
from tests.conftest import Person, go


def titles() -> list[str]:
    return list(db.session.scalars(select(Topic.title).order_by(Topic.number)))


def test_amina_posts_and_ben_reads_it(amina: Person, ben: Person) -> None:
    answer = amina.post("topics", title="مكان هادئ للدراسة", key="k1")
    assert answer.status_code == 303
    page = ben.get("wall").text
    assert "مكان هادئ للدراسة" in page
    assert 'lang="ar" dir="rtl"' in page


def test_the_script_gets_the_card_and_the_way_back(amina: Person) -> None:
    said = amina.send("topics", title="Ein Garten", key="k1").json
    assert said is not None
    assert any("Ein Garten" in fragment["html"] for fragment in said["fragments"])
    amina.send(said["undo"], key="k2")
    assert db.session.scalars(select(Topic.withdrawn_at)).one() is not None


def test_the_same_form_twice_is_one_card(amina: Person) -> None:
    first = amina.send("topics", title="Ein Garten", key="k1").json
    again = amina.send("topics", title="Ein Garten", key="k1").json
    assert first and again
    assert first["revision"] == again["revision"]
    assert titles() == ["Ein Garten"]


def test_the_same_key_with_other_words_is_asked_about(amina: Person) -> None:
    amina.post("topics", title="Ein Garten", key="k1")
    answer = amina.post("topics", title="Ein Spielplatz", key="k1")
    assert answer.status_code == 409
    assert "Ein Spielplatz" in answer.text
    assert titles() == ["Ein Garten"]


def test_a_long_title_flows_into_the_details(amina: Person) -> None:
    long = "Wir brauchen einen Ort im Viertel, an dem sich alle treffen können, auch abends und im Winter"
    amina.post("topics", title=long)
    topic = db.session.scalars(select(Topic)).one()
    assert len(topic.title) <= 60
    assert f"{topic.title} {topic.details}" == long


def test_nothing_but_spaces_is_no_topic(amina: Person) -> None:
    answer = amina.post("topics", title="   \n ", details="Dazu mehr")
    assert answer.status_code == 422
    assert "Dazu mehr" in answer.text
    assert titles() == []


def test_too_long_keeps_every_word(amina: Person) -> None:
    answer = amina.post("topics", title="a" * 700)
    assert answer.status_code == 422
    assert "a" * 700 in answer.text
    assert "40" in answer.text


def test_before_collecting_the_text_is_kept(amina: Person, event: Event) -> None:
    go(event, Phase.ARRIVAL)
    answer = amina.post("topics", title="Zu früh")
    assert answer.status_code == 409
    assert "Zu früh" in answer.text
    assert titles() == []


def test_cleo_of_another_event_can_do_nothing_here(cleo: Person, event: Event) -> None:
    assert cleo.post(f"/e/{event.public_id}/topics", title="Fremd").status_code == 404
    assert titles() == []


def test_markup_is_text(amina: Person, ben: Person) -> None:
    amina.post("topics", title="<script>alert(1)</script> {{ 7*7 }}")
    page = ben.get("wall").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in page

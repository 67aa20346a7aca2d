"""A phone that was away shows what a fresh page shows."""

from openspace.actions import steps, topics
from openspace.live.publish import FAR_BEHIND
from openspace.models import Event
from openspace.vocabulary import Phase
from tests.conftest import FAYS_HAND, Person, go


def since(person: Person, revision: int) -> dict[str, str]:
    """What a phone at ``revision`` is told: view → HTML, empty where it is gone."""
    said = person.get(f"changes?since={revision}").json
    assert said is not None
    return {fragment["view"]: fragment["html"] for fragment in said["fragments"]}


def test_a_post_an_edit_a_hide_and_a_phase(event: Event, amina: Person, ben: Person) -> None:
    hidden = topics.post_topic(event, amina.by, amina.participant, title="Wird verborgen")
    edited = topics.post_topic(event, amina.by, amina.participant, title="Alt")
    left = event.revision
    posted = topics.post_topic(event, amina.by, amina.participant, title="Neu an der Wand")
    topics.edit_topic(event, amina.by, edited, title="Anders", details="", wishes=[])
    topics.hide_topic(event, FAYS_HAND, hidden)
    go(event, Phase.MARKETPLACE)
    told = since(ben, left)
    assert "Neu an der Wand" in told[f"topic-{posted.id}"]
    assert "Anders" in told[f"topic-{edited.id}"]
    assert told[f"topic-{hidden.id}"] == ""
    assert "phase" in told


def test_page_and_catch_up_show_the_same_bytes(event: Event, amina: Person, ben: Person) -> None:
    left = event.revision
    topics.post_topic(event, amina.by, amina.participant, title="Gleich <b>überall</b>")
    steps.extend(event, FAYS_HAND, 5)
    page = ben.get("wall").text
    for view, html in since(ben, left).items():
        if view.startswith(("topic", "wall", "phase")):
            assert html in page


def test_too_far_behind_is_told_to_load_anew(event: Event, ben: Person) -> None:
    said = ben.get(f"changes?since={event.revision + 1}").json
    assert said is not None
    assert said["reload"] is True
    assert FAR_BEHIND > 100


def test_cleo_catches_up_with_nothing_of_this_event(event: Event, cleo: Person) -> None:
    assert cleo.get(f"/e/{event.public_id}/changes?since=0").status_code == 404

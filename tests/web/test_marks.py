"""What is somebody's own: a page brings it along, and who was away hears that it changed."""

import re

from openspace.models import Event
from tests.conftest import Person


def marked(person: Person, path: str = "wall") -> set[str]:
    found = re.search(r'data-mine="([^"]*)"', person.get(path).text)
    assert found is not None
    return set(found[1].split())


def catch_up(person: Person, since: int) -> dict[str, object]:
    answer = person.get(f"changes?since={since}").json
    assert answer is not None
    return answer


def test_a_page_says_which_cards_are_its_viewers(amina: Person, ben: Person, cleo: Person) -> None:
    amina.post("topics", title="Ein Garten für alle")
    assert marked(amina) == set(marked(amina, "me")) == {"topic-1"}
    assert marked(ben) == marked(cleo) == set()
    answer = amina.get("me/marks").json
    assert answer is not None and set(answer["mine"]) == marked(amina)


def test_who_was_away_hears_that_something_of_their_own_changed(amina: Person, ben: Person, event: Event) -> None:
    before = event.revision
    amina.post("topics", title="Ein Garten für alle")
    assert catch_up(amina, before)["me"] is True
    assert catch_up(ben, before)["me"] is False
    assert catch_up(amina, event.revision)["me"] is False

"""Somebody who works for a site signs in."""

from tests.conftest import Person


def test_fay_finds_her_sites_events(fay: Person) -> None:
    page = fay.get("/staff")
    assert page.status_code == 200
    assert "Abend im Viertel" in page.text

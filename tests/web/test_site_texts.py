"""The texts that the law asks for are written before an event can be opened."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from openspace.extensions import db
from openspace.models import Event, Site
from openspace.vocabulary import Role
from tests.conftest import Person, work

TEXTS: dict[str, Any] = {
    "name": "Lindenviertel",
    "carrier": "Nachbarn e. V.",
    "help_line": "116 111",
    "imprint": "Nachbarn e. V.\n\nLindenstraße 1",
    "privacy": "Fast nichts.",
}


@pytest.fixture
def bare(site: Site) -> Site:
    site.imprint = site.privacy = ""
    db.session.commit()
    return site


def test_fay_writes_and_everybody_reads(fay: Person, site: Site, nobody: FlaskClient) -> None:
    assert fay.post("/staff/site", **TEXTS).location == "/staff/site"
    assert (site.carrier, site.help_line) == ("Nachbarn e. V.", "116 111")
    assert "Lindenstraße 1" in nobody.get("/about/LIND/imprint").text
    assert "Fast nichts." in nobody.get("/about/LIND/privacy").text


def test_a_template_is_offered_and_stored_by_nobody(fay: Person, bare: Site) -> None:
    assert "start=texts" in fay.get("/staff/site").text
    assert "start=texts" in fay.get("/staff").text
    page = fay.get("/staff/site?start=texts").text
    assert "[Bitte ergänzen: Aufsichtsbehörde" in page
    assert bare.imprint == ""


def test_what_is_written_is_not_replaced_by_the_template(fay: Person, site: Site) -> None:
    page = fay.get("/staff/site?start=texts").text
    assert "[Bitte ergänzen" not in page
    assert "Wenig" in page


def test_a_template_that_is_not_completed_opens_nothing(fay: Person, bare: Site) -> None:
    fay.post("/staff/site", **TEXTS | {"imprint": "[Bitte ergänzen: Straße]"})
    assert not bare.may_open_events
    assert "1 " in fay.get("/staff/site").text
    fay.post("/staff/site", **TEXTS)
    assert bare.may_open_events


def test_a_site_has_a_name(fay: Person, site: Site) -> None:
    answer = fay.post("/staff/site", **TEXTS | {"name": " "})
    assert answer.status_code == 422
    assert 'id="name-error"' in answer.text and "Lindenstraße 1" in answer.text
    assert site.imprint == "Wir"


def test_markup_is_text(fay: Person, nobody: FlaskClient, site: Site) -> None:
    fay.post("/staff/site", **TEXTS | {"imprint": "<script>alert(1)</script> {{ 7*7 }}"})
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in nobody.get("/about/LIND/imprint").text


def test_only_who_prepares_events_writes_them(app: Flask, sam: Person, ben: Person, site: Site) -> None:
    assert sam.get("/staff/site").status_code == 404
    assert sam.post("/staff/site", **TEXTS).status_code == 404
    assert ben.get("/staff/site").location == "/signin?then=/staff/site"
    assert ben.post("/staff/site", **TEXTS).status_code == 403
    assert site.imprint == "Wir"


def test_somebody_elsewhere_writes_only_their_own(app: Flask, site: Site, other_event: Event) -> None:
    hana = work(app, other_event, "hana@example.org", Role.FACILITATOR)
    assert "Lindenviertel" not in hana.get("/staff/site").text
    hana.post("/staff/site", **TEXTS | {"name": "Hafen"})
    assert (site.imprint, other_event.site.name) == ("Wir", "Hafen")

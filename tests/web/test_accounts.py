"""An admin gives accounts to those who work for the site."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from openspace.extensions import db
from openspace.models import Account, Event
from openspace.vocabulary import Role
from tests.conftest import PASSWORD, Person, work

MIA = {"email": "Mia@example.org", "role": "staff"}


@pytest.fixture
def ada(app: Flask, event: Event) -> Person:
    """The admin of the site."""
    return work(app, event, "ada@example.org", Role.ADMIN)


def find(email: str) -> Account | None:
    return db.session.scalar(select(Account).filter_by(email=email))


def password_on(page: str) -> str:
    found = re.search(r"\b(?:[a-z2-9]{4}-){3}[a-z2-9]{4}\b", page)
    assert found is not None
    return found.group()


def test_mia_signs_in_with_the_password_that_is_shown_once(ada: Person, nobody: FlaskClient) -> None:
    password = password_on(ada.post("/staff/people", **MIA).text)
    account = find("mia@example.org")
    assert account is not None
    assert (account.role, account.site_id) == (Role.STAFF, ada.at.site_id)
    page = ada.get("/staff/people").text
    assert "mia@example.org" in page and password not in page
    assert nobody.post("/signin", data={"email": "mia@example.org", "password": password}).location == "/staff"


def test_a_lost_password_is_replaced_and_the_old_devices_are_out(ada: Person, fay: Person, nobody: FlaskClient) -> None:
    password = password_on(ada.post(f"/staff/people/{fay.row.id}/password").text)
    assert fay.get("/staff").location == "/signin?then=/staff"
    assert nobody.post("/signin", data={"email": "fay@example.org", "password": PASSWORD}).status_code == 409
    assert nobody.post("/signin", data={"email": "fay@example.org", "password": password}).status_code == 303


def test_one_e_mail_is_one_account(ada: Person, fay: Person) -> None:
    answer = ada.post("/staff/people", email="FAY@example.org", role="admin")
    assert answer.status_code == 409
    assert find("fay@example.org") is not None
    assert len(db.session.scalars(select(Account)).all()) == 2


def test_what_is_wrong_is_said(ada: Person) -> None:
    for wrong in ({"email": ""}, {"email": "mia"}, {"email": "a b@c.de"}, {"role": "king"}, {"role": ""}):
        answer = ada.post("/staff/people", **MIA | wrong)
        assert answer.status_code == 422, wrong
        assert 'class="error"' in answer.text
    assert len(db.session.scalars(select(Account)).all()) == 1


def test_fay_sees_the_list_and_gives_no_accounts(fay: Person, sam: Person) -> None:
    page = fay.get("/staff/people").text
    assert "sam@example.org" in page
    assert "<select" not in page
    assert fay.post("/staff/people", **MIA).status_code == 404
    assert fay.post(f"/staff/people/{sam.row.id}/password").status_code == 404
    assert find("mia@example.org") is None


def test_sam_and_ben_see_nothing(sam: Person, ben: Person) -> None:
    assert sam.get("/staff/people").status_code == 404
    assert ben.get("/staff/people").location == "/signin?then=/staff/people"
    assert ben.post("/staff/people", **MIA).status_code == 403


def test_an_admin_elsewhere_reaches_nobody_here(app: Flask, fay: Person, other_event: Event) -> None:
    hana = work(app, other_event, "hana@example.org", Role.ADMIN)
    assert "fay@example.org" not in hana.get("/staff/people").text
    assert hana.post(f"/staff/people/{fay.row.id}/password").status_code == 404
    assert hana.post(f"/staff/people/{hana.row.id}/password").status_code == 404
    assert hana.post("/staff/people/999/password").status_code == 404
    assert fay.get("/staff").status_code == 200

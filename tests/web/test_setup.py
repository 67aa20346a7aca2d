"""The set-up link of the first start."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from openspace.actions import accounts
from openspace.extensions import db
from openspace.models import Account, Site
from openspace.vocabulary import Role
from tests.conftest import PASSWORD, Person

FIRST = {"name": "Lindenviertel", "code": "lind", "email": "Ada@example.org", "password": PASSWORD}


@pytest.fixture
def link(app: Flask) -> str:
    return f"/setup/{accounts.setup_token(app.config['SECRET_KEY'])}"


def count(model: type[Account | Site]) -> int:
    return db.session.scalars(select(func.count()).select_from(model)).one()


def test_the_first_admin_is_led_on_to_the_sites_texts_and_the_link_is_dead(nobody: FlaskClient, link: str) -> None:
    assert nobody.get(link).status_code == 200
    answer = nobody.post(link, data=FIRST)
    assert answer.location == "/staff/site?start=texts"
    page = nobody.get(answer.location)
    assert "Lindenviertel" in page.text
    assert "[Bitte ergänzen" in page.text
    account = db.session.scalars(select(Account)).one()
    assert (account.email, account.role, account.site.code) == ("ada@example.org", Role.ADMIN, "LIND")
    assert nobody.get(link).status_code == 404
    assert nobody.post(link, data={**FIRST, "email": "eve@example.org", "code": "EVE"}).status_code == 404
    assert count(Account) == 1


@pytest.mark.parametrize("token", ["x", "0" * 43, "ü", "%00"])
def test_a_guessed_link_leads_nowhere(nobody: FlaskClient, token: str) -> None:
    assert nobody.get(f"/setup/{token}").status_code == 404
    assert nobody.post(f"/setup/{token}", data=FIRST).status_code == 404
    assert count(Account) == 0


def test_a_short_password_makes_nothing_and_keeps_the_rest(nobody: FlaskClient, link: str) -> None:
    answer = nobody.post(link, data={**FIRST, "password": "kurz"})
    assert answer.status_code == 409
    assert "Lindenviertel" in answer.text
    assert "kurz" not in answer.text
    assert (count(Account), count(Site)) == (0, 0)
    assert nobody.post(link, data=FIRST).status_code == 303


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"code": "L"}, {"code": "L1"}, {"code": "LANGERNAME"}, {"email": "ada"}, {"password": ""}]
)
def test_what_is_wrong_is_said_under_its_field(nobody: FlaskClient, link: str, wrong: dict[str, str]) -> None:
    answer = nobody.post(link, data={**FIRST, **wrong})
    assert answer.status_code == 422
    assert f'id="{next(iter(wrong))}-error"' in answer.text
    assert count(Site) == 0


def test_where_somebody_has_an_account_there_is_no_set_up(fay: Person, link: str) -> None:
    assert fay.get(link).status_code == 404

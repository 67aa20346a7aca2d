"""Somebody who works for a site signs in."""

from flask.testing import FlaskClient

from tests.conftest import PASSWORD, Person

FAY = {"email": "fay@example.org", "password": PASSWORD}


def cookie(browser: FlaskClient) -> str:
    with browser.session_transaction() as session:
        return str(session.get("device"))


def test_fay_comes_to_her_sites_events(fay: Person, nobody: FlaskClient) -> None:
    answer = nobody.post("/signin", data={"email": " Fay@Example.org ", "password": PASSWORD})
    assert answer.location == "/staff"
    assert "Abend im Viertel" in nobody.get("/staff").text


def test_known_and_unknown_e_mails_answer_alike(fay: Person, nobody: FlaskClient) -> None:
    known = nobody.post("/signin", data={"email": "fay@example.org", "password": "falsch"})
    unknown = nobody.post("/signin", data={"email": "eve@example.org", "password": "falsch"})
    assert known.status_code == unknown.status_code == 409

    def shape(text: str) -> str:
        lines = (line for line in text.replace("eve@", "fay@").splitlines() if 'name="key"' not in line)
        return "\n".join(lines)

    assert shape(known.text) == shape(unknown.text)
    assert "falsch" not in known.text


def test_the_session_is_a_new_one(fay: Person, ben: Person) -> None:
    before = cookie(ben.browser)
    ben.browser.post("/signin", data=FAY)
    after = cookie(ben.browser)
    assert after not in {before, cookie(fay.browser)}
    with ben.browser.session_transaction() as session:
        session["device"] = before
    assert ben.get("/staff").location == "/signin?then=/staff"


def test_who_signs_out_is_out(fay: Person) -> None:
    token = cookie(fay.browser)
    assert fay.post("/signout").location == "/"
    assert fay.get("/staff").location == "/signin?then=/staff"
    with fay.browser.session_transaction() as session:
        session["device"] = token
    assert fay.get("/staff").location == "/signin?then=/staff"


INSIDE = {
    "/c/abc/prepare?people=40": "/c/abc/prepare?people=40",
    "": "/staff",
    "https://evil.example/": "/staff",
    "//evil.example/": "/staff",
    "/\\evil.example/": "/staff",
    "/\t/evil.example/": "/staff",
    "javascript:alert(1)": "/staff",
    "staff": "/staff",
}


def test_one_goes_on_only_inside(fay: Person, nobody: FlaskClient) -> None:
    for then, leads_to in INSIDE.items():
        assert nobody.post("/signin", data={**FAY, "then": then}).location == leads_to


def test_an_empty_form_comes_back(nobody: FlaskClient) -> None:
    assert nobody.post("/signin").status_code == 422
    assert nobody.post("/signin", data={"email": "fay@example.org", "password": " "}).status_code == 422

"""The commands of an operator, as programs of their own, and the server that they start."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
import requests

from openspace.config import Misconfigured, from_environment
from tests.serving import PATIENCE, free_port

KEPT = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "PYTHONPATH"}}


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """An environment with a folder and a port of its own."""
    return {**KEPT, "HOST": "127.0.0.1", "PORT": str(free_port()), "OPENSPACE_DATA": str(tmp_path / "data")}


def openspace(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "openspace", *words]
    return subprocess.run(
        command, env=env, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, check=False
    )


def says_no(ended: subprocess.CompletedProcess[str], *words: str) -> None:
    """One sentence or two on one line, an exit code that is not 0, no traceback."""
    assert ended.returncode != 0
    assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr
    for word in words:
        assert word in ended.stderr


def works(ended: subprocess.CompletedProcess[str]) -> str:
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


# What does not fit


def test_a_database_of_ones_own_needs_a_secret_of_its_own(env: dict[str, str], tmp_path: Path) -> None:
    env["DATABASE_URL"] = f"sqlite:///{tmp_path / 'own.sqlite3'}"
    says_no(openspace(env, "serve"), "OPENSPACE_SECRET")
    assert not (tmp_path / "own.sqlite3").exists()


def test_a_port_in_use(env: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", int(env["PORT"]))):
        says_no(openspace(env, "serve"), env["PORT"], "in use")


def test_a_port_that_is_none(env: dict[str, str]) -> None:
    says_no(openspace({**env, "PORT": "http"}, "serve"), "PORT")
    for port in ("0", "70000", "-1", ""):
        with pytest.raises(Misconfigured, match="PORT"):
            from_environment({**env, "PORT": port})


def test_an_address_of_another_machine(env: dict[str, str]) -> None:
    says_no(openspace({**env, "HOST": "192.0.2.7"}, "serve"), "192.0.2.7")


def test_a_database_that_nobody_knows(env: dict[str, str]) -> None:
    env["OPENSPACE_SECRET"] = "s" * 32
    says_no(openspace({**env, "DATABASE_URL": "nonsense"}, "check"), "DATABASE_URL")
    for address in ("klingon://here/db", "oracle://here/db"):
        with pytest.raises(Misconfigured, match="DATABASE_URL"):
            from_environment({**env, "DATABASE_URL": address})


def test_a_database_that_cannot_be_reached(env: dict[str, str], tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.sqlite3'}"
    says_no(openspace({**env, "DATABASE_URL": address, "OPENSPACE_SECRET": "s" * 32}, "serve"), "cannot be reached")


def test_a_database_from_a_newer_version(env: dict[str, str]) -> None:
    works(openspace(env, "site", "create", "--code", "LIND", "--name", "Lindenviertel"))
    database = sqlite3.connect(Path(env["OPENSPACE_DATA"]) / "openspace.sqlite3")
    database.execute("UPDATE alembic_version SET version_num = 'from_tomorrow'")
    database.commit()
    database.close()
    says_no(openspace(env, "serve"), "newer")
    says_no(openspace(env, "site", "create", "--code", "HAFEN", "--name", "Hafen"), "newer")
    checked = openspace(env, "check")
    assert checked.returncode == 1
    assert "newer" in checked.stdout


# Sites and accounts


def test_a_site_and_its_admin(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "imprint.txt").write_text("Träger: Nachbarn e. V.", encoding="utf-8")
    (tmp_path / "privacy.txt").write_text("Fast nichts.", encoding="utf-8")
    made = ["site", "create", "--code", "lind", "--name", "Lindenviertel", "--carrier", "Nachbarn e. V."]
    texts = ["--imprint", str(tmp_path / "imprint.txt"), "--privacy", str(tmp_path / "privacy.txt")]
    assert "LIND" in works(openspace(env, *made, *texts))
    says_no(openspace(env, *made), "these letters already")
    before = openspace(env, "check")
    assert before.returncode == 1 and "openspace account create" in before.stdout
    given = ["account", "create", "--email", "Ada@example.org", "--role", "admin", "--site", "lind"]
    said = works(openspace(env, *given))
    assert "ada@example.org" in said
    assert re.search(r"Password: (?:[a-z2-9]{4}-){3}[a-z2-9]{4}", said)
    says_no(openspace(env, *given), "this e-mail already")
    checked = works(openspace(env, "check"))
    assert "Lindenviertel" in checked and "--" not in checked


def test_a_site_without_texts_says_so(env: dict[str, str]) -> None:
    made = openspace(env, "site", "create", "--code", "LIND", "--name", "Lindenviertel")
    assert "not opened yet" in works(made)
    checked = openspace(env, "check")
    assert checked.returncode == 1
    assert "imprint, privacy" in checked.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["site", "create", "--code", "L1", "--name", "x"], "--code"),
        (["site", "create", "--code", "LIND", "--name", "x", "--imprint", sys.executable], "UTF-8"),
        (["account", "create", "--email", "a@b.de", "--role", "admin", "--site", "LIND"], "openspace site create"),
    ],
)
def test_what_is_wrong_is_one_sentence(env: dict[str, str], words: list[str], said: str) -> None:
    says_no(openspace(env, *words), said)


def test_check_before_the_first_start(env: dict[str, str]) -> None:
    checked = openspace(env, "check")
    assert checked.returncode == 1
    assert "openspace serve" in checked.stdout


# Serving


@contextmanager
def serving(env: dict[str, str], log: Path) -> Iterator[str]:
    """``openspace serve`` until the block ends, which it must do by itself on SIGTERM. Gives the address."""
    address = f"http://127.0.0.1:{env['PORT']}"
    with log.open("w") as out:
        server = _start(env, out)
        try:
            _wait(server, address, log)
            yield address
            server.send_signal(signal.SIGTERM)
            assert server.wait(10) == 0
        finally:
            server.kill()


def _start(env: dict[str, str], out: IO[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "openspace", "serve"]
    return subprocess.Popen(command, env=env, stdout=out, stderr=subprocess.STDOUT)


def _wait(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            assert requests.get(f"{address}/livez", timeout=1).json() == {"ok": True}
            return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())


def send(browser: requests.Session, page: str, to: str = "", **form: str | list[str]) -> requests.Response:
    """Fill in the form of a page as a browser does, with its token."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get(page).text)
    assert token is not None
    headers = {"Referer": page}
    return browser.post(to or page, data={**form, "csrf_token": token.group(1)}, headers=headers, timeout=30)


def test_the_first_evening_of_an_operator(env: dict[str, str], tmp_path: Path) -> None:
    """First start, set-up link, site, event, open; second start prints the links of the open event."""
    log = tmp_path / "log"
    with serving(env, log) as address, requests.Session() as ada:
        link = re.search(r"http\S+/setup/\S+", log.read_text())
        assert link is not None
        first = {"name": "Lindenviertel", "code": "LIND", "email": "ada@example.org", "password": "ein langer Satz"}
        assert send(ada, link.group(), **first).url == f"{address}/staff/site?start=texts"
        assert requests.get(link.group(), timeout=5).status_code == 404
        texts = {"name": "Lindenviertel", "imprint": "Wir", "privacy": "Wenig"}
        assert send(ada, f"{address}/staff/site", **texts).ok
        new = {"title": "Abend", "theme": "Was fehlt?", "starts_at": "2026-06-12T16:30", "contact": "Ada"}
        more: dict[str, str | list[str]] = {"template": "micro", "languages": ["de", "ar"], "dots_each": "5"}
        prepare = send(ada, f"{address}/staff/new", **new, **more, dots_on="topics", people="12").url
        assert "/prepare?people=12" in prepare
        assert send(ada, prepare, prepare.partition("?")[0] + "/open").ok
    with serving(env, log) as address:
        said = log.read_text()
        assert "/setup/" not in said
        join = re.search(rf"{address}/j/\S+", said)
        assert join is not None
        assert "Was fehlt?" in requests.get(join.group(), timeout=5).text
        assert re.search(r"\d{4} \d{4}", said) and f"{address}/staff" in said
        assert "█" in said
        for word in ("screen", "cockpit"):
            assert word.capitalize() in said
        assert requests.get(f"{address}/readyz", timeout=5).json() == {"ok": True}
        works(openspace(env, "site", "create", "--code", "HAFEN", "--name", "Hafen"))

"""A whole evening in real browsers: two phones, a screen, a cockpit, the staff's desk; and once without JavaScript."""

import io
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from openspace.actions.accounts import setup_token
from tests.serving import Server

pytestmark = pytest.mark.browser

LAPTOP = {"width": 1440, "height": 900}
HALL = {"width": 1280, "height": 720}
PASSWORD = "correct horse battery"


def set_up(desk: Page, server: Server) -> None:
    """The first start: a link makes the first account and site; then the texts that the law asks for."""
    desk.goto(f"{server.url}/setup/{setup_token(server.settings.secret)}")
    desk.fill("[name=name]", "Lindenviertel")
    desk.fill("[name=code]", "LIND")
    desk.fill("[name=email]", "fay@example.org")
    desk.fill("[name=password]", PASSWORD)
    desk.locator("main button.btn-go").click()
    desk.goto(f"{server.url}/staff/site")
    desk.fill("[name=imprint]", "Nachbarschaft Lindenviertel e. V.")
    desk.fill("[name=privacy]", "Wir speichern fast nichts.")
    desk.locator("main button.btn-go").click()


def create_event(desk: Page, server: Server) -> str:
    """Returns the address of the cockpit."""
    desk.goto(f"{server.url}/staff/new")
    desk.fill("[name=title]", "Abend im Viertel")
    desk.fill("[name=theme]", "Was macht unser Viertel zum Zuhause?")
    desk.fill("[type=datetime-local]", "2026-12-04T17:00")
    desk.fill("[name=place]", "Bürgerhaus")
    desk.fill("[name=contact]", "Fay, Info-Tisch")
    desk.locator("main button.btn-go").last.click()
    desk.wait_for_url(re.compile(r"/c/\w+/prepare"))
    cockpit = desk.url.split("/prepare")[0]
    desk.goto(cockpit)
    desk.get_by_text("Ort hinzufügen").click()
    for name in ("Baum", "Sonne"):
        desk.locator("form[action$='/spaces'] [name=name]").fill(name)
        desk.locator("form[action$='/spaces'] button").click()
        expect(desk.locator(".matrix th", has_text=name)).to_be_visible()
    desk.get_by_role("button", name="Veranstaltung öffnen").click()
    return cockpit


def next_step(desk: Page, now: str) -> None:
    """Fay goes on; the cockpit says where the event is."""
    desk.locator(".steps > .btn-go").click()
    expect(desk.locator("[aria-current=step]").first).to_contain_text(now)


def join(person: Page, door: str) -> None:
    person.goto(door)
    person.get_by_role("button", name="Deutsch").first.click()
    person.wait_for_url("**/now*")


def post(person: Page, title: str) -> None:
    person.locator("#title").fill(title)
    person.locator(".dock button.btn-go").click()
    expect(person.locator("article.topic h2", has_text=title)).to_be_visible()


def test_the_whole_evening(server: Server, phone: Callable[..., Page], tmp_path: Path) -> None:
    desk, screen = phone(viewport=LAPTOP, accept_downloads=True), phone(viewport=HALL)
    set_up(desk, server)
    create_event(desk, server)

    door = desk.locator("a[href*='/j/']").first.get_attribute("href") or ""
    screen.goto(desk.locator("a[href*='/s/']").first.get_attribute("href") or "")
    expect(screen.locator(".code")).to_be_visible()
    amina, ben = phone(), phone()
    join(amina, door)
    join(ben, door)
    expect(screen.locator(".here")).to_have_text("2")

    next_step(desk, "Eröffnung")
    expect(amina.locator("h1")).to_contain_text("Jetzt ohne Handy")
    next_step(desk, "Anliegen sammeln")
    expect(amina.locator("h1")).to_contain_text("Worüber willst du heute reden?")
    post(amina, "Ein Garten für alle")
    expect(screen.locator("article.card h2").first).to_have_text("Ein Garten für alle")
    expect(desk.locator(".tray .cell")).to_have_count(1)

    next_step(desk, "Marktplatz")
    amina.get_by_role("link", name="Jetzt", exact=True).click()
    amina.locator(".dock a.btn-go").click()
    amina.locator("main button.btn-l", has_text="Baum").first.click()
    expect(desk.locator(".matrix .cell", has_text="Ein Garten für alle")).to_be_visible()
    expect(screen.locator("main")).to_contain_text("Ein Garten für alle")

    next_step(desk, "Gruppenarbeit")
    expect(screen.locator("h1")).to_contain_text("Runde 1")
    for person in (amina, ben):
        person.get_by_role("link", name="Plan", exact=True).click()
        person.locator("a.cell", has_text="Ein Garten").first.click()
        person.get_by_role("button", name="Ich bin dabei").click()
        expect(person.locator("#words, [name=text]").first).to_be_visible()
    amina.locator("[name=text]").first.fill("Hinter der Schule ist nur Rasen.")
    amina.locator(".dock button.btn-go").click()
    expect(ben.locator(".outcome", has_text="Hinter der Schule")).to_be_visible()
    amina.locator("[name=kind][value=need]").first.click(force=True)
    expect(ben.locator(".outcome .kind-name")).to_have_text("Das fehlt")
    ben.locator("[name=text]").first.fill("Wir fragen am Montag.")
    ben.locator(".dock button.btn-go").click()
    expect(amina.locator(".outcome", has_text="Wir fragen am Montag.")).to_be_visible()

    while not desk.locator("[aria-current=step]", has_text="Handlungsplanung").count():
        before = desk.locator("[aria-current=step]").all_text_contents()
        desk.locator(".steps > .btn-go").click()
        expect(desk.locator(".steps")).not_to_have_text("".join(before))
        desk.wait_for_timeout(500)
    ben.locator(".phase").click()  # lets go of the keyboard, so that the navigation comes back
    ben.get_by_role("link", name="Jetzt", exact=True).click()
    ben.locator(".dock .btn-go").click()
    ben.locator("main .list a, main a.btn").filter(has_text="Garten").first.click()
    for box in ben.locator("#make [type=checkbox]").all():
        box.check(force=True)
    ben.locator(".dock button.btn-go").click()
    expect(ben.locator("article.sheet h1")).to_contain_text("Ein Garten für alle")
    ben.locator(".dock button").click()
    expect(screen.locator("main")).to_contain_text("Ein Garten für alle")

    export(desk, server, tmp_path)
    next_step(desk, "Abschluss")
    desk.locator(".steps > .btn-go").click()
    expect(screen.locator("body")).to_contain_text("Danke")
    expect(amina.locator(".phase")).to_contain_text("Ende")
    amina.locator(".phase").click()
    amina.get_by_role("link", name="Jetzt", exact=True).click()
    expect(amina.get_by_text("Danke!").first).to_be_visible()


def export(desk: Page, server: Server, folder: Path) -> None:
    """Staff download the draft: the residents' words are in it."""
    cockpit = desk.url
    desk.goto(cockpit.replace("/c/", "/staff/").split("#")[0] + "/drafts")
    for ending in ("docx", "pdf"):
        with desk.expect_download() as waiting:
            desk.locator(f"a[href$='.{ending}']").first.click()
        waiting.value.save_as(folder / f"draft.{ending}")
    words = "Hinter der Schule ist nur Rasen."
    document = Document(io.BytesIO((folder / "draft.docx").read_bytes()))
    text = "\n".join(p.text for p in document.paragraphs)
    text += "\n".join(c.text for t in document.tables for row in t.rows for c in row.cells)
    assert words in text
    assert words in pdf_text(folder / "draft.pdf")
    desk.goto(cockpit)


def pdf_text(path: Path) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no pdftotext on this machine: install the package poppler-utils")
        pytest.skip("no pdftotext on this machine: install the package poppler-utils")
    said = subprocess.run([tool, "-layout", path, "-"], check=True, capture_output=True).stdout.decode()
    return " ".join(said.split())


def test_the_same_way_without_javascript(server: Server, phone: Callable[..., Page]) -> None:
    """Join, post, place, join a group, write: plain forms do it all."""
    desk = phone(viewport=LAPTOP)
    set_up(desk, server)
    create_event(desk, server)
    door = desk.locator("a[href*='/j/']").first.get_attribute("href") or ""
    amina = phone(java_script_enabled=False)
    join(amina, door)
    for name in ("Eröffnung", "Anliegen sammeln", "Marktplatz"):
        next_step(desk, name)
    amina.goto(amina.url.replace("/now", "/topics/new"))
    amina.locator("#title").fill("Ohne Skript")
    amina.locator(".dock button.btn-go").click()
    expect(amina.locator("article.topic h2")).to_have_text("Ohne Skript")
    amina.get_by_role("link", name="Jetzt", exact=True).click()
    amina.locator(".dock a.btn-go").click()
    amina.locator("main button.btn-l", has_text="Baum").first.click()
    next_step(desk, "Gruppenarbeit")
    amina.get_by_role("link", name="Plan", exact=True).click()
    amina.locator("a.cell", has_text="Ohne Skript").first.click()
    amina.get_by_role("button", name="Ich bin dabei").click()
    amina.locator("[name=text]").first.fill("Auch das steht jetzt da.")
    amina.locator(".dock button.btn-go").click()
    expect(amina.locator(".outcome", has_text="Auch das steht jetzt da.")).to_be_visible()

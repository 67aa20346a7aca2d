"""The house stands as ARCHITECTURE says: only change.py commits, only live emits, views know no viewer."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "openspace"


def calls(method: str, on: str | None = None) -> Iterator[str]:
    """Files of the program in which a method is called, perhaps only on something of a name (``session.commit``)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method:
                owner = node.func.value
                if on is None or on == getattr(owner, "attr", getattr(owner, "id", None)):
                    yield str(path.relative_to(PACKAGE))


def test_only_change_commits() -> None:
    assert set(calls("commit", on="session")) == {"actions/change.py"}


def test_only_live_emits() -> None:
    assert set(calls("emit")) == {"live/fanout.py"}


def test_partials_of_views_know_no_viewer() -> None:
    forbidden = ("csrf_token", "session", "here.", "g.", "request.", "current_user", "<form")
    for path in (ROOT / "templates" / "live").rglob("*.html"):
        text = path.read_text()
        assert not [word for word in forbidden if f"{{{{ {word}" in text or (word == "<form" and word in text)], path


def test_templates_have_no_inline_script_or_style() -> None:
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text()
        assert " style=" not in text, path
        assert "<style" not in text, path
        assert " onclick=" not in text, path
        assert "javascript:" not in text, path


def test_files_have_one_subject() -> None:
    long = [p for p in PACKAGE.rglob("*.py") if "versions" not in p.parts and len(p.read_text().splitlines()) > 250]
    assert long == []


def test_nothing_names_a_foreign_address() -> None:
    files = [*PACKAGE.rglob("*.py"), *(ROOT / "templates").rglob("*.html"), *(ROOT / "static" / "js").glob("*.js")]
    allowed = ("http://www.w3.org/", "http://127.0.0.1", "http://localhost", "http://{", "https://json-schema.org/")
    for path in files:
        for line in path.read_text().splitlines():
            rest = line
            for address in allowed:
                rest = rest.replace(address, "")
            assert "http://" not in rest, (path, line)
            assert "https://" not in rest, (path, line)

"""Drafts as PDF: tagged (PDF/UA-1), for the archive (PDF/A-3a), with their JSON inside.

Typst sets them in a child process (``typesetter``), so that the server's loop goes on meanwhile.
"""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from openspace.exports import shape, wording
from openspace.exports.cleaning import clean, without_withdrawn
from openspace.exports.json import dump
from openspace.exports.tables import total
from openspace.i18n import text_direction

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "openspace.exports.typesetter"]
# The child needs to find fonts and nothing else: secrets stay with the server.
PASSED_ON = ("HOME", "PATH", "XDG_DATA_HOME")
SECONDS = 60
MOST = 250  # characters of a title beside the document; PDF/A has a limit there

log = logging.getLogger(__name__)


class NotTypeset(RuntimeError):
    """The child gave no PDF. ``diagnostic`` is what it said; it may quote people, so it is no part of the message."""

    def __init__(self, message: str, diagnostic: str = "") -> None:
        super().__init__(message)
        self.diagnostic = diagnostic


def draft(document: shape.Draft) -> bytes:
    """One draft as PDF. Raises ``NotTypeset`` if it takes too long, or too much memory."""
    return drafts([document])


def drafts(documents: Sequence[shape.Draft]) -> bytes:
    """Drafts in one PDF, each from a new page with its own page numbers.

    Raises ``NotTypeset``, and ``IndexError`` if there is none.
    """
    cleaned = [clean(document) for document in documents]
    job = {
        "title": " · ".join(draft["title"] for draft in cleaned)[:MOST],
        "author": cleaned[0]["site"]["name"][:MOST],
        "time": cleaned[0]["exported_at"],
        "drafts": [_item(number, *pair) for number, pair in enumerate(zip(cleaned, documents, strict=True), 1)],
    }
    return _typeset(json.dumps(job).encode())


def _item(number: int, draft: shape.Draft, original: shape.Draft) -> dict[str, object]:
    """A draft beside everything that only Python can say about it: amounts and days in its language."""
    language = draft["language"]
    return {
        "document": draft,
        "file": f"draft-{number}.json",
        "json": dump(without_withdrawn(original)).decode(),
        "head": wording.head(draft),
        "start": "right" if text_direction(language) == "rtl" else "left",
        "quotes": wording.QUOTES,
        "next_meeting": wording.alone(draft, "next_meeting"),
        "own_contribution": wording.alone(draft, "own_contribution"),
        "day": wording.day(draft["event"]["date"], language) if draft["event"] else "",
        "exported": wording.moment(draft["exported_at"], language),
        "amounts": [wording.euros(line["cents"], language) for line in draft["budget"]],
        "total": wording.euros(total(draft), language),
    }


def _typeset(job: bytes) -> bytes:
    surroundings = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    try:
        child = subprocess.run(
            COMMAND, input=job, capture_output=True, check=True, cwd=ROOT, env=surroundings, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise NotTypeset(f"no PDF after {SECONDS} seconds") from error
    except subprocess.CalledProcessError as error:
        raise NotTypeset(
            f"the typesetter ended with {error.returncode}", error.stderr.decode(errors="replace")
        ) from None
    if child.stderr:
        log.warning("%s", child.stderr.decode().strip())
    return child.stdout

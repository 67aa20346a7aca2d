"""Files for offices, spreadsheets and machines. Downloading changes nothing: staff say how far a draft is."""

import re
from collections.abc import Callable

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from openspace.access import Here
from openspace.database import now
from openspace.exports import csv, docx, json, pdf, shape, xlsx
from openspace.exports.document import draft_document, draft_documents, event_document
from openspace.i18n import gettext
from openspace.models import Draft
from openspace.web.door import for_staff
from openspace.web.errors import say

bp = Blueprint("downloads", __name__, url_prefix="/staff/<event>")

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
OF_ONE: dict[str, Callable[[shape.Draft], bytes]] = {"docx": docx.draft, "pdf": pdf.draft, "json": json.dump}


@bp.get("/drafts/<int:draft>.<any(docx, pdf, json):ending>")
@for_staff
def draft(here: Here, draft: int, ending: str) -> ResponseReturnValue:
    """One draft."""
    document = draft_document(here.find(Draft, draft), here.language, now())
    try:
        return _file(OF_ONE[ending](document), document["id"], ending)
    except pdf.NotTypeset:
        return say(gettext("The PDF could not be made. Please download the Word file instead."), 503, "no_pdf")


@bp.get("/drafts.xlsx")
@for_staff
def workbook(here: Here) -> ResponseReturnValue:
    """All drafts, the words behind them and their budgets, as a workbook."""
    documents = draft_documents(here.event, here.language, now())
    return _file(xlsx.drafts(documents), f"{here.event.code}-drafts", "xlsx")


@bp.get("/drafts.csv")
@for_staff
def table(here: Here) -> ResponseReturnValue:
    """All drafts, one a row."""
    documents = draft_documents(here.event, here.language, now())
    return _file(csv.drafts(documents), f"{here.event.code}-drafts", "csv")


@bp.get("/words.csv")
@for_staff
def words(here: Here) -> ResponseReturnValue:
    """All words behind the drafts, one a row."""
    documents = draft_documents(here.event, here.language, now())
    return _file(csv.words(documents), f"{here.event.code}-words", "csv")


@bp.get("/event.json")
@for_staff
def event(here: Here) -> ResponseReturnValue:
    """The whole event for machines."""
    return _file(json.dump(event_document(here.event, here.language, now())), here.event.code, "json")


def _file(content: bytes, name: str, ending: str) -> Response:
    """An answer that browsers save, under a name that every system takes."""
    safe = re.sub(r"[^A-Za-z0-9._-]+", "_", name).lstrip(".")
    answer = Response(content, content_type=TYPES[ending])
    answer.headers["Content-Disposition"] = f'attachment; filename="{safe}.{ending}"'
    return answer

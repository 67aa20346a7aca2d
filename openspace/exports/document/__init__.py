"""From the database to the canonical dictionaries; the only part of the exports that reads models.

Words that were withdrawn or hidden never come out: their place stays, without them.
"""

from openspace.exports.document.draft import draft_document, draft_documents
from openspace.exports.document.event import event_document

__all__ = ["draft_document", "draft_documents", "event_document"]

"""The canonical documents as JSON, for machines and for the years to come."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SCHEMAS = Path(__file__).parent / "schema"
FORMATS = {"openspace/draft": "draft.json", "openspace/event": "event.json"}


def dump(document: Mapping[str, Any]) -> bytes:
    """The document in UTF-8, keys in the order given. Half characters (lone surrogates) become U+FFFD."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode() + b"\n"


def validate(document: Mapping[str, Any]) -> None:
    """Check a document against its published schema.

    Raises ``jsonschema.ValidationError``, which names the place, and ``KeyError`` for an unknown format.
    """
    _validator(FORMATS[document["format"]]).validate(document)


@cache
def _validator(name: str) -> Draft202012Validator:
    schemas = {file.name: json.loads(file.read_bytes()) for file in SCHEMAS.glob("*.json")}
    registry = Registry().with_resources((key, Resource.from_contents(schema)) for key, schema in schemas.items())
    return Draft202012Validator(schemas[name], registry=registry)

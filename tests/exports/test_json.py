"""The canonical documents as JSON, and their schemas."""

import json as reader
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from openspace.exports import json, shape
from tests.exports import samples
from tests.exports.samples import DRAFT, EVENT, saying


def test_it_reads_back_equal_and_in_order() -> None:
    for document in (DRAFT, EVENT):
        file = json.dump(document)
        assert reader.loads(file) == document
        assert list(reader.loads(file)) == list(document)


def test_it_is_readable() -> None:
    file = json.dump(DRAFT)
    assert file.startswith(b'{\n  "format": "openspace/draft",\n')
    assert file.endswith(b"}\n")
    assert samples.ARABIC.encode() in file


@pytest.mark.parametrize(
    "words", [*samples.HOSTILE.values(), samples.OVERRIDE, samples.LONG, samples.EMOJI, "\x00\x1b"]
)
def test_hostile_text_stays_text(words: str) -> None:
    file = json.dump(saying(words))
    assert reader.loads(file)["fields"][0]["text"] == words
    json.validate(reader.loads(file))


def test_half_characters_are_replaced() -> None:
    assert reader.loads(json.dump(saying("a\ud800b")))["title"] == "a\ufffdb"


@pytest.mark.parametrize("name", ["draft.json", "event.json"])
def test_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(reader.loads((json.SCHEMAS / name).read_bytes()))


def test_samples_are_valid() -> None:
    json.validate(DRAFT)
    json.validate(EVENT)
    json.validate({**DRAFT, "event": None, "language": "de-simple"})


@pytest.mark.parametrize(("name", "kind"), [("draft.json", shape.Draft), ("event.json", shape.Event)])
def test_schema_and_types_name_the_same_keys(name: str, kind: type) -> None:
    schema = reader.loads((json.SCHEMAS / name).read_bytes())
    assert set(schema["properties"]) == set(schema["required"]) == set(kind.__annotations__)


def _withdrawn_with_words(draft: Any) -> None:
    draft["fields"][0]["sources"][0]["how"] = "withdrawn"


def _nameless(draft: Any) -> None:
    del draft["site"]["name"]


def _unknown_key(draft: Any) -> None:
    draft["budget"][0]["iban"] = "DE"


def _half_cents(draft: Any) -> None:
    draft["budget"][0]["cents"] = 1.5


def _no_date(draft: Any) -> None:
    draft["event"]["date"] = "14. Mai"


def _timeless(draft: Any) -> None:
    draft["exported_at"] = "2026-05-14T21:03:00"


@pytest.mark.parametrize("spoil", [_withdrawn_with_words, _nameless, _unknown_key, _half_cents, _no_date, _timeless])
def test_what_is_wrong_is_refused(spoil: Callable[[Any], None]) -> None:
    draft: Any = deepcopy(DRAFT)
    spoil(draft)
    with pytest.raises(ValidationError):
        json.validate(draft)
    with pytest.raises(ValidationError):
        json.validate({**EVENT, "drafts": [draft]})


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        json.validate({"format": "openspace/session"})

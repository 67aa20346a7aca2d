"""What must not come out: withdrawn words, and characters that no file format takes.

Control characters and half characters become U+FFFD, the sign for "there was something here", so that
an export never fails; the log names each one by its number, never the text around it.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from openspace.exports import shape

REFUSED = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

log = logging.getLogger(__name__)
T = TypeVar("T")


def clean(data: T) -> T:
    """The same data, with U+FFFD for each character that XML refuses and ``\\n`` for each line's end.

    Replaced characters are counted in the log.
    """
    found = Counter(_refused(data))
    for character, times in sorted(found.items()):
        log.warning("U+%04X replaced by U+FFFD, times: %d", ord(character), times)
    return _replaced(data)


def _refused(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield from REFUSED.findall(data)
    elif isinstance(data, dict):
        yield from _refused(list(data.values()))
    elif isinstance(data, list):
        for one in data:
            yield from _refused(one)


def _replaced(data: T) -> T:
    cleaned: object = data
    if isinstance(data, str):
        cleaned = REFUSED.sub(REPLACEMENT, data.replace("\r\n", "\n").replace("\r", "\n"))
    elif isinstance(data, dict):
        cleaned = {key: _replaced(value) for key, value in data.items()}
    elif isinstance(data, list):
        cleaned = [_replaced(one) for one in data]
    return cleaned  # type: ignore[return-value]  # a dict stays a dict of the same keys, a list a list


def without_withdrawn(draft: shape.Draft) -> shape.Draft:
    """The same draft; sources that are withdrawn keep their place and lose their words."""
    return {**draft, "fields": [{**field, "sources": _kept(field["sources"])} for field in draft["fields"]]}


def _kept(sources: list[shape.Source]) -> list[shape.Source]:
    return [
        {**source, "words": "", "translation": None} if source["how"] == "withdrawn" else source for source in sources
    ]

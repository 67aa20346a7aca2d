"""Column shapes that several models share."""

from enum import StrEnum
from typing import Annotated

from sqlalchemy import JSON, Enum, ForeignKey, String, Text
from sqlalchemy.orm import mapped_column

Key = Annotated[int, mapped_column(primary_key=True)]
Short = Annotated[str, mapped_column(String(200), default="")]
Long = Annotated[str, mapped_column(Text, default="")]
Tag = Annotated[str, mapped_column(String(12))]
Strings = Annotated[list[str], mapped_column(JSON, default=list)]

OfEvent = Annotated[int, mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)]
OfSite = Annotated[int, mapped_column(ForeignKey("site.id", ondelete="CASCADE"), index=True)]


def word_of(vocabulary: type[StrEnum]) -> Enum:
    """A column type that stores a word of the vocabulary by its value, readable in the database."""
    return Enum(vocabulary, native_enum=False, length=24, values_callable=lambda words: [w.value for w in words])

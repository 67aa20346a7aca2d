"""How many statements something takes; pages must not take more of them for more rows."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event as listen

from openspace.extensions import db


@contextmanager
def statements() -> Iterator[list[str]]:
    """All statements of this block, which begins with nothing loaded."""
    said: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        said.append(statement)

    db.session.expire_all()
    listen.listen(db.engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        listen.remove(db.engine, "before_cursor_execute", hear)

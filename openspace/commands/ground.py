"""What commands stand on: the program, on a database that is up to date, speaking English to the operator."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask_migrate import upgrade

from openspace.app import create_app
from openspace.commands import versions
from openspace.config import Misconfigured
from openspace.errors import RuleBroken
from openspace.i18n import LANGUAGES, speaking
from openspace.web.sentences import sentence


@contextmanager
def ground() -> Iterator[None]:
    """Within it there is a database. Raises ``Misconfigured``, also for a broken rule: one sentence each."""
    with create_app().app_context(), speaking(LANGUAGES["en"]):
        versions.require_known()
        upgrade()
        try:
            yield
        except RuleBroken as broken:
            raise Misconfigured(sentence(broken)) from broken

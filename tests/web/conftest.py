"""More of the cast: Hana facilitates beside Fay; Gil facilitates at another site."""

import pytest
from flask import Flask

from openspace.models import Event
from openspace.vocabulary import Role
from tests.conftest import Person, work


@pytest.fixture
def hana(app: Flask, event: Event) -> Person:
    return work(app, event, "hana@example.org", Role.FACILITATOR)


@pytest.fixture
def gil(app: Flask, other_event: Event) -> Person:
    return work(app, other_event, "gil@example.org", Role.FACILITATOR)

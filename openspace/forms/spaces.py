"""A space where a group meets."""

from wtforms import BooleanField, StringField

from openspace.forms.desk import Between, Told, Whole
from openspace.forms.events import MOST_PEOPLE
from openspace.forms.text import KeyedForm


class SpaceForm(KeyedForm):
    """Name and access. A new space may stay without a name: its symbol gives it one."""

    name = StringField(validators=[Told(40, optional=True)])
    step_free = BooleanField()
    quiet = BooleanField()


class PeopleForm(KeyedForm):
    """How many people are expected; asked for the advice on spaces, kept nowhere."""

    people = Whole(validators=[Between(1, MOST_PEOPLE)])

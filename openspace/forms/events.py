"""What an event says of itself."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import Optional

from openspace import plans
from openspace.forms.desk import Between, Moment, Needed, TickList, Told, Whole, plain
from openspace.forms.text import KeyedForm
from openspace.i18n import LANGUAGES
from openspace.models import Event
from openspace.vocabulary import DotsOn

MOST_PEOPLE = 2000
_TEXTS = ("title", "theme", "givens", "place", "contact", "childcare")


class EventForm(KeyedForm):
    """Texts, beginning, languages and options of an event. ``zone`` is where its clock hangs."""

    title = StringField(validators=[Told(120)])
    theme = StringField(validators=[Told(160)])
    starts_at = Moment(validators=[Needed()])
    place = StringField(validators=[Told(200, optional=True)])
    languages = TickList(choices=plain(LANGUAGES), validators=[Needed()])
    givens = TextAreaField(validators=[Told(1200, optional=True)])
    contact = StringField(validators=[Told(200, optional=True)])
    childcare = StringField(validators=[Told(200, optional=True)])
    dots_each = Whole(default=5, validators=[Between(1, 20)])
    dots_on = RadioField(choices=plain(DotsOn), default=DotsOn.TOPICS)

    def values(self, zone: ZoneInfo) -> dict[str, Any]:
        """What was typed, as ``create_event`` and ``edit_event`` take it."""
        assert isinstance(self.starts_at.data, datetime)
        return {
            **{name: self[name].data for name in _TEXTS},
            "starts_at": self.starts_at.data.replace(tzinfo=zone),
            "languages": self.languages.data,
            "dots_each": self.dots_each.data,
            "dots_on": DotsOn(self.dots_on.data),
        }


class NewEventForm(EventForm):
    """The same with a template for the plan. ``people`` are only for the advice on spaces."""

    template = RadioField(choices=plain(plans.TEMPLATES), default="half_day")
    people = Whole(validators=[Optional(), Between(1, MOST_PEOPLE)])


def as_typed(event: Event) -> dict[str, Any]:
    """An event as its form shows it."""
    columns = (*_TEXTS, "languages", "dots_each", "dots_on")
    local = event.starts_at.astimezone(event.zone).replace(tzinfo=None)
    return {**{name: getattr(event, name) for name in columns}, "starts_at": local}

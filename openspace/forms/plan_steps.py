"""The plan as rows: how long, what a break is for, whether a night lies before."""

from typing import Any

from wtforms import BooleanField, FieldList, Form, FormField, HiddenField, StringField

from openspace.forms.desk import Between, Told, Whole
from openspace.forms.text import KeyedForm
from openspace.models import Step


class StepForm(Form):
    """One row."""

    step = HiddenField()
    minutes = Whole(validators=[Between(1, 720)])
    word = StringField(validators=[Told(60, optional=True)])
    next_day = BooleanField()


class PlanForm(KeyedForm):
    """All rows that may still be changed."""

    steps = FieldList(FormField(StepForm))

    def row(self, step: Step) -> Any:
        """The row of a step; ``None`` where it has none."""
        return next((row for row in self.steps if str(row.form.step.data) == str(step.id)), None)

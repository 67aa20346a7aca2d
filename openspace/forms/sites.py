"""A site: its first admin, its texts, its people."""

from wtforms import PasswordField, SelectField, StringField, TextAreaField

from openspace.forms.desk import EMAIL, Shaped, Told, plain
from openspace.forms.text import KeyedForm
from openspace.i18n import lazy
from openspace.vocabulary import Role

LONGEST_PAGE = 20_000


class SetUpForm(KeyedForm):
    """The first site and its admin."""

    name = StringField(validators=[Told(80)])
    code = StringField(validators=[Shaped("[A-Za-z]{2,8}", lazy("Please type 2 to 8 letters from A to Z."))])
    email = StringField(validators=[Told(200), EMAIL])
    password = PasswordField(validators=[Told(200)])


class SiteForm(KeyedForm):
    """What a site says of itself."""

    name = StringField(validators=[Told(80)])
    carrier = StringField(validators=[Told(200, optional=True)])
    help_line = StringField(validators=[Told(200, optional=True)])
    imprint = TextAreaField(validators=[Told(LONGEST_PAGE, optional=True)])
    privacy = TextAreaField(validators=[Told(LONGEST_PAGE, optional=True)])


class AccountForm(KeyedForm):
    """Somebody who shall have an account."""

    email = StringField(validators=[Told(200), EMAIL])
    role = SelectField(choices=plain(Role), default=Role.FACILITATOR)

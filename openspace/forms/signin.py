"""Signing in and setting up."""

from wtforms import PasswordField, StringField

from openspace.forms.text import KeyedForm, Written


class SignInForm(KeyedForm):
    """E-mail and password of somebody who works for a site."""

    email = StringField(validators=[Written(200)])
    password = PasswordField(validators=[Written(200)])

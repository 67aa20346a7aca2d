"""Who works for a site. Only an admin gives accounts."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from openspace.actions import accounts
from openspace.errors import NotFound
from openspace.extensions import db
from openspace.forms.sites import AccountForm
from openspace.models import Account
from openspace.tokens import new_password
from openspace.vocabulary import Role
from openspace.web.answers import submit
from openspace.web.door import for_organiser

bp = Blueprint("people", __name__, url_prefix="/staff/people")


@bp.get("")
@for_organiser
def page(account: Account) -> ResponseReturnValue:
    """All accounts of the site."""
    return _page(account, AccountForm())


def _page(account: Account, form: AccountForm, **fresh: str) -> ResponseReturnValue:
    """``fresh`` is an ``email`` with its ``password``: shown here and never again."""
    rows = db.session.scalars(select(Account).filter_by(site_id=account.site_id).order_by(Account.email))
    return render_template("pages/desk/people.html", account=account, accounts=list(rows), form=form, fresh=fresh)


@bp.post("")
@for_organiser
def create(account: Account) -> ResponseReturnValue:
    """A new account with a password that is shown once."""
    _require_admin(account)
    form = AccountForm()
    return submit(form, lambda: _create(account, form), lambda f: _page(account, f))


def _create(account: Account, form: AccountForm) -> ResponseReturnValue:
    email, password = form.email.data or "", new_password()
    accounts.create_account(account.site, email, password, Role(form.role.data))
    return _page(account, AccountForm(formdata=None), email=email, password=password)


@bp.post("/<int:key>/password")
@for_organiser
def renew(account: Account, key: int) -> ResponseReturnValue:
    """A new password for somebody who lost theirs, shown once."""
    _require_admin(account)
    found = db.session.get(Account, key)
    if found is None or found.site_id != account.site_id or found is account:
        raise NotFound
    password = accounts.renew_password(found)
    return _page(account, AccountForm(formdata=None), email=found.email, password=password)


def _require_admin(account: Account) -> None:
    if not account.may_invite:
        raise NotFound

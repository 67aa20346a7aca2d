"""Accounts and signing in. argon2id runs in gevent's thread pool, so that the loop goes on."""

import hmac
import secrets
from collections.abc import Callable
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from gevent import get_hub, monkey
from sqlalchemy import func, select

from openspace.actions.change import write
from openspace.database import now
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import Account, Device, Site
from openspace.tokens import digest
from openspace.vocabulary import Role

SHORTEST = 10
T = TypeVar("T")

_hasher = PasswordHasher()
# Compared against when an e-mail is unknown, so that both answers take as long.
_nobody = _hasher.hash(secrets.token_urlsafe(16))


def _off_the_loop(work: Callable[..., T], *values: str) -> T:
    """Run something that burns CPU without stopping everybody's sockets."""
    if not monkey.is_module_patched("socket"):
        return work(*values)
    result: T = get_hub().threadpool.apply(work, values)
    return result


def _fits(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except VerificationError:
        return False


def create_account(site: Site, email: str, password: str, role: Role) -> Account:
    """A new account. Raises ``RuleBroken``: ``short_password``, ``email_taken``."""
    email = email.strip().lower()
    if len(password) < SHORTEST:
        raise RuleBroken("short_password", least=SHORTEST)
    password_hash = _off_the_loop(_hasher.hash, password)
    with write():
        if db.session.scalar(select(Account.id).filter_by(email=email)):
            raise RuleBroken("email_taken")
        account = Account(site_id=site.id, email=email, password_hash=password_hash, role=role, created_at=now())
        db.session.add(account)
    return account


def sign_in(email: str, password: str, language: str) -> str:
    """Returns the token of a new device that is signed in, so that no token from before survives.

    Raises ``RuleBroken("wrong_password")``, alike for known and unknown e-mails.
    """
    account = db.session.scalar(select(Account).filter_by(email=email.strip().lower()))
    fits = _off_the_loop(_fits, account.password_hash if account else _nobody, password)
    if account is None or not fits:
        raise RuleBroken("wrong_password")
    token = secrets.token_urlsafe(24)
    with write():
        db.session.add(Device(token_hash=digest(token), account_id=account.id, language=language, created_at=now()))
    return token


def sign_out(token: str | None) -> None:
    """Forget who is signed in on this device."""
    if token:
        with write():
            known = db.session.scalar(select(Device).filter_by(token_hash=digest(token)))
            if known is not None:
                known.account_id = None


def setup_token(secret: str) -> str:
    """The one-time set-up link's token: it holds as long as there is no account."""
    return hmac.new(secret.encode(), b"set up the first account", "sha256").hexdigest()[:43]


def needs_setup() -> bool:
    """Whether nobody has an account yet."""
    return not db.session.scalars(select(func.count()).select_from(Account)).one()


def set_up(site: Site, email: str, password: str) -> Account:
    """The first admin with the first site. Raises ``RuleBroken("set_up")`` when somebody was faster."""
    if not needs_setup():
        raise RuleBroken("set_up")
    with write():
        db.session.add(site)
    return create_account(site, email, password, Role.ADMIN)

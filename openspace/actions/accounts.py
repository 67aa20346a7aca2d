"""Accounts and signing in. argon2id runs in gevent's thread pool, so that the loop goes on."""

import hmac
import secrets
from collections.abc import Callable
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from gevent import get_hub, monkey
from sqlalchemy import func, select, update

from openspace.actions import sites
from openspace.actions.change import write
from openspace.database import now
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import Account, Device, Site
from openspace.tokens import digest, new_password
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
    password_hash = _hash(password)
    with write():
        return _add(site, email, password_hash, role)


def _hash(password: str) -> str:
    if len(password) < SHORTEST:
        raise RuleBroken("short_password", least=SHORTEST)
    return _off_the_loop(_hasher.hash, password)


def _add(site: Site, email: str, password_hash: str, role: Role) -> Account:
    email = email.strip().lower()
    if db.session.scalar(select(Account.id).filter_by(email=email)):
        raise RuleBroken("email_taken")
    account = Account(site=site, email=email, password_hash=password_hash, role=role, created_at=now())
    db.session.add(account)
    return account


def renew_password(account: Account) -> str:
    """A new password for somebody who lost theirs. Every device that was signed in is signed out."""
    password = new_password()
    password_hash = _hash(password)
    with write():
        account.password_hash = password_hash
        db.session.execute(update(Device).where(Device.account_id == account.id).values(account_id=None))
    return password


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


def opens_setup(secret: str, token: str) -> bool:
    """Whether a set-up link is right and still of use."""
    return hmac.compare_digest(setup_token(secret).encode(), token.encode()) and needs_setup()


def needs_setup() -> bool:
    """Whether nobody has an account yet."""
    return not db.session.scalars(select(func.count()).select_from(Account)).one()


def set_up(email: str, password: str, *, code: str, name: str) -> Account:
    """The first site and its admin, both or neither.

    Raises ``RuleBroken``: ``set_up`` when somebody was faster, ``short_password``, ``code_taken``.
    """
    password_hash = _hash(password)
    with write():
        if not needs_setup():
            raise RuleBroken("set_up")
        return _add(sites.new_site(code, name), email, password_hash, Role.ADMIN)

"""From a request to who is here. Views behind these decorators get ``here`` and nothing to check."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import g, request, session

from openspace import access
from openspace.actions.change import By
from openspace.errors import NotFound
from openspace.i18n import Language, choose, speak
from openspace.models import Account
from openspace.tokens import digest

View = Callable[..., Any]


def device_token() -> str | None:
    """The token in the one necessary cookie."""
    return session.get("device")


def guest_language() -> Language:
    """The language of somebody who is nowhere yet: chosen before, else the browser's first that we speak."""
    known = access.device(device_token())
    asked = [known.language] if known and known.language else []
    return choose([*asked, *request.accept_languages.values()])


def for_participant(view: View) -> View:
    """The view gets the resident who is here; the event's id is in the address."""
    return _behind(view, access.participant)


def for_facilitator(view: View) -> View:
    """The view gets somebody who may steer the event."""
    return _behind(view, access.facilitator)


def for_staff(view: View) -> View:
    """The view gets somebody who may work on the event's drafts."""
    return _behind(view, access.staff)


def _behind(view: View, door: Callable[[str, str | None], access.Here]) -> View:
    @wraps(view)
    def inside(event: str, **key: Any) -> Any:
        return view(enter(door(event, device_token())), **key)

    return inside


def for_account(view: View) -> View:
    """The view gets the account that is signed in."""

    @wraps(view)
    def inside(**key: Any) -> Any:
        account: Account = access.signed_in(device_token())
        g.account = account
        speak(guest_language())
        return view(account, **key)

    return inside


def for_organiser(view: View) -> View:
    """The view gets the account of somebody who may prepare events at their site; for others it is not there."""

    @for_account
    @wraps(view)
    def inside(account: Account, **key: Any) -> Any:
        if not account.may_steer:
            raise NotFound
        return view(account, **key)

    return inside


def enter(here: access.Here) -> access.Here:
    """Speak this person's language and remember them for error pages."""
    g.here = here
    speak(here.language)
    return here


def by(here: access.Here) -> By:
    """Who acts, with the client key and the hash of what the form said."""
    key = request.form.get("key") or None
    said = sorted((k, v) for k, v in request.form.items(multi=True) if k not in {"csrf_token", "key", "since"})
    return By(here.actor, key[:64] if key else None, digest(repr((request.path, said))))

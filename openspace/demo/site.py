"""The demo's site and its accounts, and how they go away again with everything that hangs on them."""

from sqlalchemy import delete, select

from openspace.actions import accounts, sites
from openspace.actions.change import write
from openspace.demo.content import content
from openspace.extensions import db
from openspace.models import Account, Device, Event, Participant, Site
from openspace.tokens import new_password
from openspace.vocabulary import Role

FACILITATOR = "fay@demo.invalid"
STAFF = "sam@demo.invalid"
SIMULATED = "live@demo.invalid"  # steers the live demo, so that nobody else is signed out by its new password


def demo_site() -> Site | None:
    """The site of the demo, if it is there."""
    return db.session.scalar(select(Site).filter_by(is_demo=True))


def make_site() -> Site:
    """The demo's site with its pages, a facilitator and somebody of its staff."""
    words = content()["site"]
    with write():
        texts = {name: words[name].strip() for name in ("carrier", "imprint", "privacy", "help_line")}
        site = sites.new_site(_free_code(words["code"]), words["name"], **texts)
        site.is_demo, site.languages = True, words["languages"]
    accounts.create_account(site, FACILITATOR, new_password(), Role.FACILITATOR)
    accounts.create_account(site, STAFF, new_password(), Role.STAFF)
    return site


def _free_code(wanted: str) -> str:
    """The code that the words want, unless a real site has it."""
    taken = set(db.session.scalars(select(Site.code)))
    return next(code for code in (wanted, *(f"DEMO{number}" for number in range(1, 1000))) if code not in taken)


def one_password(site: Site) -> str:
    """A new password that opens both accounts of the demo; the old one is dead."""
    facilitator, staff = _account(site, FACILITATOR), _account(site, STAFF)
    password = accounts.renew_password(facilitator)
    with write():
        staff.password_hash = facilitator.password_hash
    return password


def _account(site: Site, email: str) -> Account:
    return db.session.scalars(select(Account).filter_by(site_id=site.id, email=email)).one()


def simulated_facilitator(site: Site) -> tuple[str, str]:
    """E-mail and new password of the account that steers a live demo."""
    account = db.session.scalar(select(Account).filter_by(site_id=site.id, email=SIMULATED))
    if account is None:
        account = accounts.create_account(site, SIMULATED, new_password(), Role.FACILITATOR)
    return SIMULATED, accounts.renew_password(account)


def remove_site() -> bool:
    """Delete the demo with its events, people, words, projects and accounts; returns whether it was there."""
    with write():
        of_demo = select(Site.id).filter_by(is_demo=True)
        there = db.session.scalar(of_demo) is not None
        events = select(Event.id).where(Event.site_id.in_(of_demo))
        phones = list(db.session.scalars(select(Participant.device_id).where(Participant.event_id.in_(events))))
        db.session.execute(delete(Site).where(Site.is_demo))
        _forget(phones)
    db.session.expire_all()
    return there


def _forget(phones: list[int | None]) -> None:
    """Devices that were known for the demo alone."""
    elsewhere = select(Participant.device_id).where(Participant.device_id.is_not(None))
    known = Device.id.in_([phone for phone in phones if phone is not None])
    db.session.execute(delete(Device).where(known, Device.account_id.is_(None), Device.id.not_in(elsewhere)))

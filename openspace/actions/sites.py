"""Sites: the neighbourhoods' offices and the texts that the law asks for."""

from sqlalchemy import select

from openspace.actions.change import write
from openspace.errors import RuleBroken
from openspace.extensions import db
from openspace.models import Site


def create_site(code: str, name: str, **texts: str) -> Site:
    """A new site; ``texts`` are ``carrier``, ``imprint``, ``privacy``, ``help_line``.

    Raises ``RuleBroken("code_taken")``.
    """
    with write():
        return new_site(code, name, **texts)


def new_site(code: str, name: str, **texts: str) -> Site:
    """The same inside a write that is under way."""
    code = code.strip().upper()
    if db.session.scalar(select(Site.id).filter_by(code=code)):
        raise RuleBroken("code_taken")
    site = Site(code=code, name=name, languages=["de"], **texts)
    db.session.add(site)
    return site


def edit_site(site: Site, *, name: str, carrier: str, imprint: str, privacy: str, help_line: str) -> None:
    """Change a site's name and texts. Its code stays: it stands in the ids of its topics."""
    with write():
        site.name, site.carrier, site.help_line = name, carrier, help_line
        site.imprint, site.privacy = imprint, privacy

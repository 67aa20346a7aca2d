"""The texts of a site: name, carrier, imprint, privacy, help line."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from openspace.actions import sites
from openspace.forms.sites import SiteForm
from openspace.i18n import gettext, ngettext
from openspace.models import Account, Site
from openspace.models.site import TO_COMPLETE
from openspace.web.answers import submit
from openspace.web.door import for_organiser

bp = Blueprint("site", __name__, url_prefix="/staff/site")


@bp.get("")
@for_organiser
def page(account: Account) -> ResponseReturnValue:
    """The texts as they are; with ``?start=texts`` a template where nothing is written yet."""
    form = SiteForm(formdata=None, obj=account.site)
    if request.args.get("start"):
        _offer(form, account.site)
    return _page(account, form)


def _offer(form: SiteForm, site: Site) -> None:
    for part in ("imprint", "privacy"):
        if not form[part].data:
            form[part].data = render_template(f"texts/{part}.txt", site=site)


def _page(account: Account, form: SiteForm) -> ResponseReturnValue:
    return render_template("pages/desk/site.html", site=account.site, form=form, marker=TO_COMPLETE)


@bp.post("")
@for_organiser
def edit(account: Account) -> ResponseReturnValue:
    """Keep them."""
    form = SiteForm()
    return submit(form, lambda: _edit(account.site, form), lambda f: _page(account, f))


def _edit(site: Site, form: SiteForm) -> ResponseReturnValue:
    texts = {name: form[name].data or "" for name in ("name", "carrier", "imprint", "privacy", "help_line")}
    sites.edit_site(site, **texts)
    flash(_said(texts), "done")
    return redirect(url_for("site.page"), 303)


def _said(texts: dict[str, str]) -> str:
    """That it is kept, and what is left to do."""
    left = sum(text.count(TO_COMPLETE) for text in texts.values())
    if not left:
        return gettext("The texts are saved.")
    return ngettext(
        "The texts are saved. %(num)s place is still to be completed.",
        "The texts are saved. %(num)s places are still to be completed.",
        left,
    )

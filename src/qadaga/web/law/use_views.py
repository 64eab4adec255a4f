"""The page behind a count: the newest uses of a power, a post or a kind of act; the terms that run."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.authority.scope import Scope, scope_of
from qadaga.authority.uses.selectors import COUNTED
from qadaga.common.errors import NotFound
from qadaga.matters.selectors import running as terms
from qadaga.web.components import Crumb
from qadaga.web.law import places, presenter, running, uses
from qadaga.web.law.sections import section_of
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def listed(request: StaffRequest, section: str, name: str) -> HttpResponse:
    """The newest uses within the reader's scope, each with its day, its subject and who did it; of a term
    what runs, the soonest due first.
    """
    shown_section = section_of(section)
    found = presenter.find(shown_section, name, request.on)
    if found is None or section not in (*COUNTED, running.SECTION):
        raise NotFound
    title = presenter.title_of(found.record)
    scope, runs = scope_of(request.actor, request.on), section == running.SECTION
    context = {
        **(_running(name, scope, request) if runs else {"table": uses.listing((section, name), scope)}),
        "title": (_("Running: %(record)s") if runs else _("Uses: %(record)s")) % {"record": title},
        "crumbs": [
            Crumb(_("Law"), reverse("law:index")),
            Crumb(str(shown_section.title), reverse("law:section", args=[section])),
            Crumb(title, reverse("law:record", args=[section, name])),
        ],
        "registers": places.registers(found.record),
    }
    return render(request, "law/uses.html", context)


def _running(rule: str, scope: Scope, request: StaffRequest) -> dict[str, Any]:
    """A page of what runs, from the place that the address names."""
    page = terms.listed(scope, rule, request.GET.get("c", ""))
    return {"table": running.listing(page, request.on), "pager": running.pager(page)}

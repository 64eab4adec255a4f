"""The country as a grid of regions, and the chart of an office, as of a day."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.offices import selectors
from qadaga.organisation.restructuring.country import chart as chart_of
from qadaga.organisation.restructuring.country import country
from qadaga.web.components import Crumb
from qadaga.web.offices import day
from qadaga.web.structure import glance_presenter as presenter
from qadaga.web.structure.merge_views import crumbs
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def grid(request: StaffRequest) -> HttpResponse:
    """Every region where it lies, with its figures."""
    on, form = day.asked(request, request.on)
    found = country(on)
    suffix = "" if on == request.on else f"?on={on.isoformat()}"
    context = {
        "title": _("Regions at a glance"),
        "crumbs": [Crumb(_("Offices"), reverse("offices:tree") + suffix)],
        "day": form,
        "tiles": [presenter.tile(area, suffix) for area in found.areas if presenter.on_map(area)],
        "beside": [presenter.tile(area, suffix) for area in found.areas if not presenter.on_map(area)],
        "top": [presenter.tile(area, suffix) for area in found.top],
    }
    return render(request, "structure/grid.html", context, status=422 if form.errors else 200)


@require_GET
@staff_view
def chart(request: StaffRequest, code: str) -> HttpResponse:
    """Units, posts and people of the office; who replaces the head; what is vacant."""
    office = selectors.office_by_code(code)
    on, form = day.asked(request, request.on)
    found = chart_of(office, on)
    context = {
        "title": _("Chart of the office"),
        "crumbs": crumbs(office),
        "day": form,
        "leader": presenter.leader(found),
        "groups": [presenter.group(one, found, office.kind) for one in found.groups],
        "flag": found.state.table is None,
    }
    return render(request, "structure/chart.html", context, status=422 if form.errors else 200)

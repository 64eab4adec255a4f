"""The page of the duties on the clock; it asks anew each half-minute while it is open."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qadaga.authority.alarms.selectors import heard_by
from qadaga.common import clock
from qadaga.web.alarms.presenters import section
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def running(request: StaffRequest) -> HttpResponse:
    """Every duty that runs where the person hears it, the soonest first (O.8.d6)."""
    context = {"sections": section(heard_by(request.actor, request.on), clock.now())}
    return render(request, "alarms/_running.html" if request.htmx else "alarms/page.html", context)

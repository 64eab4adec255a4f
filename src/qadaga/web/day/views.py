"""My day, the first page after signing in."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from qadaga.acts.selectors import Waiting
from qadaga.appeals.selectors import inbox_as_shown
from qadaga.appeals.selectors.day import day_of
from qadaga.authority.alarms.selectors import heard_by
from qadaga.common import clock
from qadaga.day.waiting import everything
from qadaga.web.alarms.presenters import section
from qadaga.web.components import long_date
from qadaga.web.day.alarms import alarms, leads
from qadaga.web.day.notices import notice_sections
from qadaga.web.day.orders import order_sections
from qadaga.web.day.panels import glance, panels
from qadaga.web.day.presenters import SectionView, section_views
from qadaga.web.views import StaffRequest, staff_view


def _inbox(besides: Iterable[Waiting]) -> str:
    """How many wait to be registered or told, as the badges of the sections count; empty for none."""
    size, more = inbox_as_shown(next((row.number for row in besides if row.sort == "inbox"), "0"))
    return f"{size}{'+' if more else ''}" if size else ""


def _alarm_url(request: StaffRequest) -> str:
    """Where leaders ask for reports of interference, beside the page; "" for everybody else."""
    return reverse("interference:alarm") if leads(request.actor, request.on) else ""


def _running(request: StaffRequest) -> list[SectionView]:
    """The duties on the clock, asked for only where the actor hears one."""
    if not request.actor.ringing.number:
        return []
    return section(heard_by(request.actor, request.on), clock.now())


@require_GET
@staff_view
def my_day(request: StaffRequest) -> HttpResponse:
    """What waits for the person in their own office, in one query for all sections."""
    found = day_of(request.actor, request.on)
    besides = everything(request.actor, request.on)
    sections = [
        *_running(request),
        *section_views(found, office_id=request.actor.office_id, today=request.on),
        *order_sections(besides, request),
        *notice_sections(besides, request.on),
    ]
    tables = panels(besides, request.on)
    context = {
        "day": long_date(request.on),
        "inbox": _inbox(besides),
        "alarm_url": _alarm_url(request),
        "glance": glance(sections, tables),
        "sections": sections,
        "panels": tables,
    }
    return render(request, "day/page.html", context)


@require_GET
@staff_view
def pressing(request: StaffRequest) -> HttpResponse:
    """What presses whoever leads: a part of My day that it asks for by itself, or a page of its own."""
    context = {"sections": alarms(request.actor, request.on), "alone": not request.htmx}
    template = "day/_sections.html" if request.htmx else "day/pressing.html"
    return render(request, template, context)

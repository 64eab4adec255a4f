"""The tree of offices and the card of one, as of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from qadaga.authority.scope import scope_of
from qadaga.database.together import together
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.offices.tree import tree
from qadaga.offices.units import call_as_of, units_on
from qadaga.organisation.collegia import selectors as collegia
from qadaga.organisation.restructuring.selectors import planned_of
from qadaga.organisation.staffing.selectors import figures
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment
from qadaga.web.components import Crumb, Text, link
from qadaga.web.names import language
from qadaga.web.offices import card_presenter as presenter
from qadaga.web.offices import day
from qadaga.web.offices.career_presenter import signed_url
from qadaga.web.offices.tree_presenter import tree_list
from qadaga.web.offices.words import status_badge
from qadaga.web.rulings import refused
from qadaga.web.structure import calling_off_views, units_presenter
from qadaga.web.structure import collegium_presenter as collegium
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """The tree of all offices on the day asked for."""
    on, form = day.asked(request, request.on)
    nodes = tree(on)
    context = {"day": form, "tree": tree_list(nodes, figures(on), on, request.on), "count": len(nodes.nodes)}
    return render(request, "offices/tree.html", context, status=422 if form.errors else 200)


@require_GET
@staff_view
def card(request: StaffRequest, code: str) -> HttpResponse:
    """An office on the day asked for: facts, people, offices below, history, and what may be done."""
    office = selectors.office_by_code(code)
    on, form = day.asked(request, request.on)
    suffix = "" if on == request.on else f"?on={on.isoformat()}"
    nodes, rows = tree(on), list(staff.people_of(office.id, on))
    if on != request.on:
        call_as_of(rows, on)
    node, leads = nodes.nodes.get(office.id), staff.leader_among(rows)
    line = tuple(above.code for above in nodes.line(office.id)) if on == request.on else ()
    path = line or selectors.path(office, request.on)
    actions = presenter.actions(request.actor, path, request.on)
    context = {
        "title": (node or office).name_in(language()),
        "badge": status_badge(office.status),
        "missing": node is None,
        "day": form,
        "crumbs": presenter.crumbs(nodes, office, suffix),
        "pairs": presenter.facts(office, node, leads, _collegium(office, on)),
        "people": presenter.people(rows, leads, _named(request, office)),
        "below": presenter.below(nodes, office, suffix),
        "actions": actions,
        "refused": refused(actions),
        "duties_url": reverse("offices:duties", args=[office.code]),
        "powers_url": reverse("offices:powers", args=[office.code]),
        "signed_url": signed_url(office, scope_of(request.actor, request.on)),
        "history_url": reverse("offices:history", args=[office.code]) + suffix,
        "office_code": office.code,
    }
    return render(request, "offices/card.html", context, status=422 if form.errors else 200)


@require_GET
@staff_view
def history(request: StaffRequest, code: str) -> HttpResponse:
    """Its units on the day and how it came to be so: a part of the card, or a page of its own."""
    office = selectors.office_by_code(code)
    on, _form = day.asked(request, request.on)
    suffix = "" if on == request.on else f"?on={on.isoformat()}"
    units, people = units_on(office.id, on), list(staff.people_of(office.id, on))
    ahead = together(
        acting=staff.acting_heads_of(office.id, request.on), planned=planned_of(office, request.on)
    )
    planned = ahead["planned"]
    may_call_off = bool(planned) and calling_off_views.may_call_off(request.actor, office, request.on)
    context = {
        "title": office.name_in(language()),
        "crumbs": [Crumb(office.name_in(language()), reverse("offices:card", args=[office.code]))],
        "units": units_presenter.tree(units, people),
        "units_url": reverse("structure:units", args=[office.code]) + suffix,
        "replacements": presenter.replacements(office, ahead["acting"]),
        "planned": calling_off_views.table(planned, may=may_call_off),
        "entries": presenter.history(office),
    }
    template = "offices/_history.html" if request.htmx else "offices/history.html"
    return render(request, template, context)


def _collegium(office: Office, on: date) -> Text:
    found, possible = collegia.collegium_of(office, on), collegia.may_have(office.kind, on)
    return collegium.fact(office, found, possible=possible)


def _named(request: StaffRequest, office: Office) -> Callable[[Appointment], Text]:
    """People within the reader's scope are links to their cards; others are names."""
    open_to_me = scope_of(request.actor, request.on).covers(office.id, office.region_id)

    def name(row: Appointment) -> Text:
        if open_to_me or row.person_id == request.actor.person_id:
            return link(reverse("offices:person", args=[row.person_id]), row.person.name)
        return row.person.name

    return name

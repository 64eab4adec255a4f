"""The register pages: the list, its filters, saved views."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers

from qadaga.authority.lists import asking, saved
from qadaga.authority.scope import Scope
from qadaga.offices.selectors import offices_open
from qadaga.web.names import language
from qadaga.web.registers import states
from qadaga.web.registers.forms import FilterForm, ViewForm, initial, office_of
from qadaga.web.registers.listed import Listed, listed
from qadaga.web.registers.presenters import register_page
from qadaga.web.registers.states import State
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@vary_on_headers("HX-Request")
@staff_view
def register_list(request: StaffRequest, register: str) -> HttpResponse:
    """A page of the register; for htmx its table, pager and views only."""
    shown = listed(register)
    state = states.read(shown.register, request.GET)
    scope = shown.register.seen(request.actor, request.on)
    page = asking.fetch(shown.register, scope, state.values, state.ask(scope), today=request.on)
    views = saved.views(shown.register, by=request.actor)
    drawn = register_page(shown, state, page, views, scope=scope, actor=request.actor, today=request.on)
    part = request.htmx and not request.htmx.history_restore_request
    return render(request, "registers/_list.html" if part else "registers/list.html", {"page": drawn})


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@staff_view
def register_filter(request: StaffRequest, register: str) -> HttpResponse:
    """The filters; what the form sends becomes an address, with an opaque id where it tells of a person."""
    shown = listed(register)
    state = states.read(shown.register, request.GET)
    scope = shown.register.seen(request.actor, request.on)
    offices = _offices(scope, request.on)
    if request.method == "POST":
        form = FilterForm(shown.register, offices, request.POST)
        if form.is_valid():
            with form.faults():
                return _shown(request, shown, _asked(request, shown, state, form))
    else:
        form = FilterForm(shown.register, offices, initial=initial(state))
    part = bool(request.htmx)
    context = {"form": form, "action": shown.url("filter") + state.query(), "list_url": shown.url("list")}
    context["title"] = _(shown.register.title)
    status = 422 if form.is_bound else 200
    return render(
        request, "registers/_filter.html" if part else "registers/filter.html", context, status=status
    )


@require_POST
@staff_view
def save_view(request: StaffRequest, register: str) -> HttpResponse:
    """Keep the filters that are set as one's own view."""
    shown = listed(register)
    state, form = states.read(shown.register, request.GET), ViewForm(request.POST)
    back = shown.url("list") + state.query()
    if form.is_valid():
        with form.faults():
            view = saved.save_view(shown.register, form.cleaned_data["name"], state.values, by=request.actor)
            messages.success(
                request, _("The view is saved. Its link shows others the rows of their own scope.")
            )
            return redirect(shown.url("list") + replace(state, saved=view.id).query())
    messages.error(request, _("Give the view a name of at most 80 characters."))
    return redirect(back)


@require_POST
@staff_view
def remove_view(request: StaffRequest, register: str, view_id: UUID) -> HttpResponse:
    """Delete one's own view."""
    shown = listed(register)
    saved.remove_view(shown.register, view_id, by=request.actor)
    messages.success(request, _("The view is deleted."))
    return redirect(shown.url("list"))


def _asked(request: StaffRequest, shown: Listed, state: State, form: FilterForm) -> State:
    values = states.checked(shown.register, _with_days(request, form), private=True)
    order = State(shown.register, values, None, state.sort, state.ascending, office=office_of(form))
    if not asking.is_private(shown.register, values):
        return order
    return replace(order, saved=saved.keep(shown.register, values, by=request.actor).id)


def _with_days(request: HttpRequest, form: FilterForm) -> Any:
    """The posted values with days as ISO, however they were typed."""
    data = request.POST.copy()
    for name, value in form.cleaned_data.items():
        if isinstance(value, date):
            data[name] = value.isoformat()
    return data


def _shown(request: StaffRequest, shown: Listed, state: State) -> HttpResponse:
    url = shown.url("list") + state.query()
    return HttpResponse(headers={"HX-Redirect": url}) if request.htmx else redirect(url)


def _offices(scope: Scope, on: date) -> list[tuple[str, str]]:
    if not (scope.nation or scope.regions or len(scope.offices) > 1):
        return []
    return [
        (str(office.id), office.name_in(language()))
        for office in offices_open(on)
        if scope.covers(office.id, office.region_id)
    ]

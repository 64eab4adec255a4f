"""The units of an office as of a day and over time; creating, renaming, moving and closing one by order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.matters.subject import path_of
from qadaga.offices import selectors
from qadaga.offices.models import Office, Unit
from qadaga.offices.units import history_of, unit_in, units_among
from qadaga.organisation import subjects
from qadaga.organisation.units import services
from qadaga.staff.selectors import people_of
from qadaga.web.components import ActionView, Crumb
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices import day
from qadaga.web.offices.editing import Change, respond
from qadaga.web.offices.forms import NameForm
from qadaga.web.offices.words import unit_name
from qadaga.web.rulings import refused, ruling_view
from qadaga.web.structure import units_presenter as presenter
from qadaga.web.structure.merge_views import METHODS, crumbs
from qadaga.web.structure.unit_forms import PlaceForm, UnitCloseForm, UnitForm
from qadaga.web.views import StaffRequest, staff_view

Act = Callable[[dict[str, Any]], str]


@require_GET
@staff_view
def units(request: StaffRequest, code: str) -> HttpResponse:
    """The units on the day asked for, who serves in them, and the history of all."""
    office = selectors.office_by_code(code)
    on, form = day.asked(request, request.on)
    subject = subjects.at(path_of(office, request.actor, request.on), "unit")
    ruling = authority.may(request.actor, services.POWER, subject, on=request.on)
    new = reverse("structure:unit_new", args=[office.code])
    actions = [ActionView(_("Create a unit"), ruling_view(ruling), url=new, icon="plus")]
    people, history = list(people_of(office.id, on)), history_of(office)
    context = {
        "title": _("Units of the office"),
        "crumbs": crumbs(office),
        "day": form,
        "table": presenter.table(office, units_among(*history, on), people, ruling.allowed),
        "entries": presenter.history(*history),
        "actions": actions,
        "refused": refused(actions),
    }
    return render(request, "structure/units.html", context, status=422 if form.errors else 200)


@require_http_methods(METHODS)
@staff_view
def create(request: StaffRequest, code: str) -> HttpResponse:
    """A new unit of the office."""
    office = selectors.office_by_code(code)
    form = UnitForm(posted(request), office=office, on=request.on, initial={"starts_on": request.on})

    def act(data: dict[str, Any]) -> str:
        services.create(by=request.actor, on=request.on, office_id=office.id, unit=form.entered())
        return f"{_page(office)}?on={data['starts_on'].isoformat()}"

    return respond(request, form, _change(request, office, _("Create a unit"), act))


@require_http_methods(METHODS)
@staff_view
def rename(request: StaffRequest, code: str, unit_id: UUID) -> HttpResponse:
    """Another name of the unit from a day on."""
    office, unit = _found(code, unit_id)
    now = {"name_kk": unit.name_kk, "name_ru": unit.name_ru, "name_en": unit.name_en}
    form = NameForm(posted(request), **_about(request, office, unit, {**now, "starts_on": request.on}))

    def act(data: dict[str, Any]) -> str:
        services.rename(**_given(request, unit, data), names=form.names(), starts_on=data["starts_on"])
        return f"{_page(office)}?on={data['starts_on'].isoformat()}"

    return respond(request, form, _change(request, office, _("Rename: %(unit)s") % _words(unit), act))


@require_http_methods(METHODS)
@staff_view
def move(request: StaffRequest, code: str, unit_id: UUID) -> HttpResponse:
    """Another unit above this one, or none, from a day on."""
    office, unit = _found(code, unit_id)
    place = unit.places.on(request.on).first()
    now = {"parent": str(place.parent_id or "") if place else "", "starts_on": request.on}
    form = PlaceForm(posted(request), **_about(request, office, unit, now))

    def act(data: dict[str, Any]) -> str:
        parent = UUID(data["parent"]) if data["parent"] else None
        services.move(**_given(request, unit, data), parent_id=parent, starts_on=data["starts_on"])
        return f"{_page(office)}?on={data['starts_on'].isoformat()}"

    return respond(request, form, _change(request, office, _("Move: %(unit)s") % _words(unit), act))


@require_http_methods(METHODS)
@staff_view
def close(request: StaffRequest, code: str, unit_id: UUID) -> HttpResponse:
    """The unit is no more from a day on; nobody and nothing may be left in it."""
    office, unit = _found(code, unit_id)
    form = UnitCloseForm(posted(request), **_about(request, office, unit, {"ends_on": request.on}))

    def act(data: dict[str, Any]) -> str:
        services.close(**_given(request, unit, data), ends_on=data["ends_on"])
        return _page(office)

    note = _("People, places of the staffing table and units inside it are moved first.")
    return respond(request, form, _change(request, office, _("Close: %(unit)s") % _words(unit), act, note))


def _found(code: str, unit_id: UUID) -> tuple[Office, Unit]:
    office = selectors.office_by_code(code)
    return office, unit_in(office, unit_id)


def _words(unit: Unit) -> dict[str, str]:
    return {"unit": unit_name(unit)}


def _page(office: Office) -> str:
    return reverse("structure:units", args=[office.code])


def _about(request: StaffRequest, office: Office, unit: Unit, now: dict[str, Any]) -> dict[str, Any]:
    return {"office": office, "on": request.on, "initial": {**now, "version": unit.version}}


def _given(request: StaffRequest, unit: Unit, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "by": request.actor,
        "on": request.on,
        "unit_id": unit.id,
        "ground": data["ground"],
        "order_id": data["order"],
        "version": data["version"],
    }


def _change(request: StaffRequest, office: Office, title: str, act: Act, note: str = "") -> Change:
    return Change(
        power=services.POWER,
        subject=subjects.of_office(office, request.on, kind="unit"),
        title=title,
        submit=_("Save"),
        crumbs=[*crumbs(office), Crumb(_("Units of the office"), _page(office))],
        act=act,
        note=note or office.name_in(language()),
    )

"""Changing the structure: a new office; another name, territory or sphere from a day on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.organisation import offices as services
from qadaga.organisation import subjects
from qadaga.organisation.office_input import OfficeInput
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices.editing import Change, respond
from qadaga.web.offices.forms import CreateForm, NameForm, SphereForm, TerritoryForm
from qadaga.web.views import StaffRequest, staff_view

Act = Callable[[dict[str, Any]], str]
_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODS)
@staff_view
def create(request: StaffRequest, code: str) -> HttpResponse:
    """A new office under this one."""
    above = selectors.office_by_code(code)
    form = CreateForm(posted(request), above=above, on=request.on, initial={"starts_on": request.on})

    def act(data: dict[str, Any]) -> str:
        entered = OfficeInput(
            code=data["code"],
            kind=data["kind"],
            names=form.names(),
            parent=above.code,
            starts_on=data["starts_on"],
            kato=tuple(data["kato"]),
            spheres=tuple(data["spheres"]),
            ground=data["ground"],
            order_id=data["order"],
        )
        row = services.create(by=request.actor, on=request.on, office=entered)
        return f"{_card(row)}?on={row.opened_on.isoformat()}" if row.opened_on > request.on else _card(row)

    change = Change(
        power="office.create",
        subject=subjects.of_office(above, request.on, by=request.actor),
        title=_("Create an office"),
        submit=_("Create"),
        crumbs=_crumbs(above),
        act=act,
    )
    return respond(request, form, change)


@require_http_methods(_METHODS)
@staff_view
def rename(request: StaffRequest, code: str) -> HttpResponse:
    """Another name of the office from a day on."""
    office = selectors.office_by_code(code)
    now = {"name_kk": office.name_kk, "name_ru": office.name_ru, "name_en": office.name_en}
    form = NameForm(posted(request), **_about(office, request, now))

    def act(data: dict[str, Any]) -> str:
        services.rename(**_given(request, office, data), names=form.names())
        return _card(office)

    return respond(request, form, _change(request, office, _("Change the name"), act, now))


@require_http_methods(_METHODS)
@staff_view
def territory(request: StaffRequest, code: str) -> HttpResponse:
    """Another territory of the office from a day on."""
    office = selectors.office_by_code(code)
    now = {"kato": [row.kato for row in office.territories.on(request.on)]}
    form = TerritoryForm(posted(request), **_about(office, request, now))

    def act(data: dict[str, Any]) -> str:
        services.set_territory(**_given(request, office, data), kato=data["kato"])
        return _card(office)

    return respond(request, form, _change(request, office, _("Change the territory"), act, now))


@require_http_methods(_METHODS)
@staff_view
def spheres(request: StaffRequest, code: str) -> HttpResponse:
    """Other spheres of the office from a day on."""
    office = selectors.office_by_code(code)
    now = {"spheres": [row.sphere for row in office.spheres.on(request.on)]}
    form = SphereForm(posted(request), **_about(office, request, now))

    def act(data: dict[str, Any]) -> str:
        services.set_spheres(**_given(request, office, data), spheres=data["spheres"])
        return _card(office)

    return respond(request, form, _change(request, office, _("Change the sphere"), act, now))


def _change(request: StaffRequest, office: Office, title: str, act: Act, now: dict[str, Any]) -> Change:
    return Change(
        power="office.edit",
        subject=subjects.of_office(office, request.on, by=request.actor),
        title=title,
        submit=_("Save"),
        crumbs=_crumbs(office),
        act=act,
        current=lambda: now,
        note=_("What was before stays in the history of the office."),
    )


def _given(request: StaffRequest, office: Office, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "by": request.actor,
        "on": request.on,
        "office_id": office.id,
        "starts_on": data["starts_on"],
        "ground": data["ground"],
        "order_id": data["order"],
        "version": data["version"],
    }


def _about(office: Office, request: StaffRequest, now: dict[str, Any]) -> dict[str, Any]:
    initial = {**now, "starts_on": request.on, "version": office.version}
    return {"office": office, "on": request.on, "initial": initial}


def _crumbs(office: Office) -> list[Crumb]:
    return [Crumb(_("Offices"), reverse("offices:tree")), Crumb(office.name_in(language()), _card(office))]


def _card(office: Office) -> str:
    return reverse("offices:card", args=[office.code])

"""The collegium of an office as of a day; forming it, naming members, ending it (L.1.5, L.1.11)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.matters.subject import path_of
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.organisation import subjects
from qadaga.organisation.collegia import selectors as collegia
from qadaga.organisation.collegia import services
from qadaga.organisation.collegia.models import CollegiumMember
from qadaga.organisation.orders.models import Order
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.offices import day
from qadaga.web.offices.editing import Change, respond
from qadaga.web.rulings import refused
from qadaga.web.structure import collegium_presenter as presenter
from qadaga.web.structure.collegium_forms import ByOrderForm, EndForm, FormForm, RulesForm, SeatForm
from qadaga.web.structure.merge_views import METHODS, crumbs
from qadaga.web.views import StaffRequest, staff_view

Act = Callable[[dict[str, Any]], None]


@require_GET
@staff_view
def collegium(request: StaffRequest, code: str) -> HttpResponse:
    """The collegium on the day asked for: members, the order it rests on, the rules, what may be done."""
    office = selectors.office_by_code(code)
    on, form = day.asked(request, request.on)
    found, scope = collegia.composition(office, on), scope_of(request.actor, request.on)
    subject = subjects.at(path_of(office, request.actor, request.on), services.KIND)
    actions = presenter.actions(request.actor, subject, found.collegium, request.on)

    def open_to(order: Order) -> bool:
        return scope.covers(order.office_id, order.region_id)

    context = {
        "title": _("Collegium"),
        "crumbs": crumbs(office),
        "day": form,
        "possible": collegia.may_have(office.kind, on),
        "formed": found.collegium is not None,
        "pairs": presenter.facts(found, open_to=open_to),
        "members": presenter.members(office, found.members, may_change=actions[0].ruling.allowed),
        "history": presenter.history(collegia.history_of(office)),
        "actions": actions,
        "refused": refused(actions),
    }
    return render(request, "structure/collegium.html", context, status=422 if form.errors else 200)


@require_http_methods(METHODS)
@staff_view
def form_collegium(request: StaffRequest, code: str) -> HttpResponse:
    """Form the collegium with its first members."""
    office = selectors.office_by_code(code)
    form = FormForm(**_about(request, office))

    def act(data: dict[str, Any]) -> None:
        services.form(**_on(request, office, data), members=form.people(), starts_on=data["starts_on"])

    note = _("The order names the members; a member loses the seat with the post.")
    return _page(request, form, "collegium.form", _("Form the collegium"), act, note=note)


@require_http_methods(METHODS)
@staff_view
def seat(request: StaffRequest, code: str) -> HttpResponse:
    """Name one more member."""
    office = selectors.office_by_code(code)
    form = SeatForm(**_about(request, office))

    def act(data: dict[str, Any]) -> None:
        member, since = UUID(str(data["member"])), data["starts_on"]
        services.seat(**_on(request, office, data), appointment_id=member, starts_on=since)

    return _page(request, form, "collegium.seat", _("Name a member"), act, needs=True)


@require_http_methods(METHODS)
@staff_view
def release(request: StaffRequest, code: str, member_id: int) -> HttpResponse:
    """Release a member."""
    office = selectors.office_by_code(code)
    rows = CollegiumMember.objects.filter(collegium__office=office, ends_on__isnull=True)
    member = rows.select_related("appointment__person").filter(id=member_id).first()
    if member is None:
        raise NotFound
    form = EndForm(**_about(request, office))

    def act(data: dict[str, Any]) -> None:
        services.release(**_on(request, office, data), member_id=member_id, ends_on=data["ends_on"])

    note = member.appointment.person.name
    return _page(request, form, "collegium.seat", _("Release a member"), act, note=note)


@require_http_methods(METHODS)
@staff_view
def end(request: StaffRequest, code: str) -> HttpResponse:
    """End the collegium."""
    office = selectors.office_by_code(code)
    form = EndForm(**_about(request, office))

    def act(data: dict[str, Any]) -> None:
        services.dissolve(**_on(request, office, data), ends_on=data["ends_on"])

    note = _("Every seat in it ends on that day as well.")
    return _page(request, form, "collegium.form", _("End the collegium"), act, note=note, needs=True)


@require_http_methods(METHODS)
@staff_view
def rules(request: StaffRequest) -> HttpResponse:
    """The Prosecutor General's order on the rules of collegia and the status of members."""
    office = selectors.office_by_id(request.actor.office_id)
    form = RulesForm(**_about(request, office))

    def act(data: dict[str, Any]) -> None:
        given = _on(request, office, data)
        services.set_rules(
            by=given["by"], on=given["on"], order_id=given["order_id"], starts_on=data["starts_on"]
        )

    note = _("It holds for every collegium of the service.")
    return _page(request, form, "collegium.set_rules", _("Set the rules of collegia"), act, note=note)


def _page(
    request: StaffRequest,
    form: ByOrderForm,
    power: str,
    title: str,
    act: Act,
    *,
    note: str = "",
    needs: bool = False,
) -> HttpResponse:
    """The page of a change; one that `needs` a collegium leads to where it is formed while there is none."""
    office = form.office
    own = reverse("structure:collegium", args=[office.code])

    def done(data: dict[str, Any]) -> str:
        act(data)
        later = data.get("starts_on")
        return f"{own}?on={later.isoformat()}" if later and later > request.on else own

    change = Change(
        power=power,
        subject=subjects.of_office(office, request.on, kind=services.KIND),
        title=title,
        submit=_("Save"),
        crumbs=[*crumbs(office), Crumb(_("Collegium"), own)],
        act=done,
        note=note,
        first=own if needs and not collegia.is_formed(office, request.on) else "",
    )
    return respond(request, form, change)


def _about(request: StaffRequest, office: Office) -> dict[str, Any]:
    first = {"starts_on": request.on, "ends_on": request.on}
    return {"data": posted(request), "office": office, "on": request.on, "initial": first}


def _on(request: StaffRequest, office: Office, data: dict[str, Any]) -> dict[str, Any]:
    return {"by": request.actor, "on": request.on, "office_id": office.id, "order_id": data["order"]}

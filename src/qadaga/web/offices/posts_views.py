"""Absences, and who replaces the head; where to appoint a person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga.common.errors import NotFound
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.offices.tree import tree
from qadaga.organisation import absences, acting, subjects
from qadaga.organisation.proposals import acting_for
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices.editing import Change, respond
from qadaga.web.offices.people_forms import (
    AbsenceForm,
    ActingForm,
    BackForm,
    CancelForm,
    EndActingForm,
    OfficeForm,
)
from qadaga.web.views import StaffRequest, staff_view

_METHODS = ["GET", "HEAD", "POST"]


@require_GET
@staff_view
def choose_office(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Ask in which office the person is to be appointed, and go on there."""
    row = staff.person_by_id(person_id)
    form = OfficeForm(request.GET or None, offices=tree(request.on).nodes.values())
    if form.is_valid():
        return redirect("offices:appoint", form.cleaned_data["office"], row.id)
    context = {
        "form": form,
        "title": _("Appoint: %(person)s") % {"person": row.name},
        "crumbs": [Crumb(row.name, _card(row.id))],
    }
    return render(request, "offices/choose_office.html", context, status=422 if form.errors else 200)


@require_http_methods(_METHODS)
@staff_view
def absence(request: StaffRequest, appointment_id: UUID) -> HttpResponse:
    """Record an absence of the holder of the appointment."""
    held = staff.appointment_by_id(appointment_id)
    form = AbsenceForm(posted(request), initial={"starts_on": request.on})

    def act(data: dict[str, Any]) -> str:
        fields = {key: data[key] for key in ("kind", "starts_on", "ends_on", "ground")}
        absences.record(by=request.actor, on=request.on, appointment_id=held.id, **fields)
        return _card(held.person_id)

    return respond(request, form, _about_absence(request, held, _("Record an absence"), act))


@require_http_methods(_METHODS)
@staff_view
def back(request: StaffRequest, appointment_id: UUID, absence_id: int) -> HttpResponse:
    """Set the first day back from an absence."""
    held = staff.appointment_by_id(appointment_id)
    form = BackForm(posted(request), initial={"ends_on": request.on})

    def act(data: dict[str, Any]) -> str:
        absences.end(
            by=request.actor,
            on=request.on,
            absence_id=absence_id,
            appointment_id=held.id,
            ends_on=data["ends_on"],
            reason=data["reason"],
        )
        return _card(held.person_id)

    return respond(request, form, _about_absence(request, held, _("Set the first day back"), act))


@require_http_methods(_METHODS)
@staff_view
def cancel_absence(request: StaffRequest, appointment_id: UUID, absence_id: int) -> HttpResponse:
    """Cancel an absence that has not begun."""
    held = staff.appointment_by_id(appointment_id)
    form = CancelForm(posted(request))

    def act(data: dict[str, Any]) -> str:
        absences.cancel(
            by=request.actor,
            on=request.on,
            absence_id=absence_id,
            appointment_id=held.id,
            reason=data["reason"],
        )
        return _card(held.person_id)

    return respond(request, form, _about_absence(request, held, _("Cancel the absence"), act))


def _about_absence(request: StaffRequest, held: Appointment, title: str, act: Any) -> Change:
    return Change(
        power="absence.record",
        subject=subjects.of_office(held.office, request.on, by=request.actor, kind="person"),
        title=title,
        submit=_("Save"),
        crumbs=[Crumb(held.person.name, _card(held.person_id))],
        act=act,
    )


@require_http_methods(_METHODS)
@staff_view
def name_acting(request: StaffRequest, code: str) -> HttpResponse:
    """Name who replaces the head of the office."""
    office = selectors.office_by_code(code)
    candidates = [row for row in staff.people_of(office.id, request.on) if row.officer and not row.heads]
    proposed = acting_for(office.id, request.on, candidates)
    first = {"starts_on": request.on, "appointment": str(proposed.id) if proposed else ""}
    form = ActingForm(posted(request), people=candidates, initial=first)

    def act(data: dict[str, Any]) -> str:
        acting.appoint(
            by=request.actor,
            on=request.on,
            appointment_id=UUID(data["appointment"]),
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            ground=data["ground"],
        )
        return reverse("offices:card", args=[office.code])

    change = Change(
        power="acting.appoint",
        subject=subjects.of_office(office, request.on, by=request.actor, kind="acting_head"),
        title=_("Name who replaces the head"),
        submit=_("Name"),
        crumbs=_crumbs(office),
        act=act,
        note=_(
            "It has effect only on days on which the head is absent or there is none. The first of those "
            "present in the order of replacing is proposed."
        ),
    )
    return respond(request, form, change)


@require_http_methods(_METHODS)
@staff_view
def end_acting(request: StaffRequest, code: str, acting_id: int) -> HttpResponse:
    """End the naming of an acting head before its day."""
    office = selectors.office_by_code(code)
    named = {row.pk: row for row in staff.acting_heads_of(office.id, request.on)}.get(acting_id)
    if named is None:
        raise NotFound()
    form = EndActingForm(posted(request), initial={"ends_on": request.on})

    def act(data: dict[str, Any]) -> str:
        acting.end(
            by=request.actor,
            on=request.on,
            acting_id=acting_id,
            office_id=office.id,
            ends_on=data["ends_on"],
        )
        return reverse("offices:card", args=[office.code])

    change = Change(
        power="acting.appoint",
        subject=subjects.of_office(office, request.on, by=request.actor, kind="acting_head"),
        title=_("End the replacement: %(person)s") % {"person": named.appointment.person.name},
        submit=_("End it"),
        crumbs=_crumbs(office),
        act=act,
    )
    return respond(request, form, change)


def _crumbs(office: Office) -> list[Crumb]:
    card = reverse("offices:card", args=[office.code])
    return [Crumb(_("Offices"), reverse("offices:tree")), Crumb(office.name_in(language()), card)]


def _card(person_id: UUID) -> str:
    return reverse("offices:person", args=[person_id])

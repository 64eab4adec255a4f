"""Decisions about posts: appointment, transfer, secondment, end, hand-over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.offices.tree import tree
from qadaga.organisation import appointments, dismissals, moves, subjects
from qadaga.organisation.careers import entry
from qadaga.organisation.handover import services as handover
from qadaga.organisation.handover.work import with_receivers
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices.editing import Change, respond
from qadaga.web.offices.passing_forms import HandOverForm
from qadaga.web.offices.people_forms import OfficeForm
from qadaga.web.offices.post_forms import AppointForm, EndForm
from qadaga.web.offices.words import post_of
from qadaga.web.structure.presenters import staffing_link
from qadaga.web.views import StaffRequest, staff_view

_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODS)
@staff_view
def appoint(request: StaffRequest, code: str, person_id: UUID) -> HttpResponse:
    """Appoint the person to a post of the office."""
    office, row = selectors.office_by_code(code), staff.person_by_id(person_id)
    form = AppointForm(posted(request), office=office, on=request.on, initial={"starts_on": request.on})

    def act(data: dict[str, Any]) -> str:
        appointments.make(by=request.actor, on=request.on, appointment=form.entered(row.id))
        return reverse("offices:card", args=[office.code])

    change = Change(
        power="appointment.make",
        subject=subjects.of_post(office, request.on, by=request.actor, heads=False),
        title=_("Appoint: %(person)s") % {"person": row.name},
        submit=_("Appoint"),
        crumbs=crumbs_of(office),
        act=act,
        note=office.name_in(language()),
        beside=staffing_link(office),
        first=reverse("offices:check_entry", args=[office.code, row.id])
        if entry.needs_check(row.id, officer=False)
        else "",
    )
    return respond(request, form, change)


@require_GET
@staff_view
def choose_move(request: StaffRequest, appointment_id: UUID, kind: str) -> HttpResponse:
    """Ask in which office the new post is, and go on there."""
    held = _to_move(request, appointment_id, kind)
    form = OfficeForm(request.GET or None, offices=tree(request.on).nodes.values())
    if form.is_valid():
        return redirect(f"offices:move_{kind}", held.id, form.cleaned_data["office"])
    titles = {"transfer": _("Transfer: %(person)s"), "secondment": _("Second: %(person)s")}
    context = {
        "form": form,
        "title": titles[kind] % {"person": held.person.name},
        "crumbs": [Crumb(held.person.name, card_of(held.person_id))],
    }
    return render(request, "offices/choose_office.html", context, status=422 if form.errors else 200)


@require_http_methods(_METHODS)
@staff_view
def move(request: StaffRequest, appointment_id: UUID, kind: str, code: str) -> HttpResponse:
    """Transfer the holder to a post of the office, or second them there."""
    held, office = _to_move(request, appointment_id, kind), selectors.office_by_code(code)
    titles = {"transfer": _("Transfer: %(person)s"), "secondment": _("Second: %(person)s")}
    work = _work(held, request)
    form = AppointForm(
        posted(request), office=office, on=request.on, initial={"starts_on": request.on}, **work
    )
    service = {"transfer": moves.transfer, "secondment": moves.second}[kind]

    def act(data: dict[str, Any]) -> str:
        service(
            by=request.actor,
            on=request.on,
            appointment_id=held.id,
            to=form.entered(held.person_id),
            passing=form.passing(kind),
        )
        return card_of(held.person_id)

    change = Change(
        power="appointment.transfer" if kind == "transfer" else "appointment.second",
        subject=subjects.of_post(office, request.on, by=request.actor, heads=False),
        title=titles[kind] % {"person": held.person.name},
        submit=_("Transfer") if kind == "transfer" else _("Second"),
        crumbs=[Crumb(held.person.name, card_of(held.person_id))],
        act=act,
        note=_("From: %(from)s. To: %(to)s.") % {"from": _place(held), "to": office.name_in(language())},
        beside=staffing_link(office),
    )
    return respond(request, form, change)


@require_http_methods(_METHODS)
@staff_view
def end(request: StaffRequest, appointment_id: UUID) -> HttpResponse:
    """End an appointment; open work passes in the same act."""
    held = staff.appointment_by_id(appointment_id)
    work = _work(held, request)
    form = EndForm(posted(request), held=held, on=request.on, initial={"version": held.version}, **work)

    def act(data: dict[str, Any]) -> str:
        sudden = data["cause"] == "death"
        dismissals.end(
            by=request.actor,
            on=request.on,
            appointment_id=held.id,
            ends_on=data["ends_on"],
            cause=data["cause"],
            ground=data["ground"],
            order_id=data["order"],
            outside=form.acts(),
            passing=None if sudden else form.passing("dismissal"),
            version=data["version"],
        )
        return card_of(held.person_id)

    change = Change(
        power="appointment.end",
        subject=subjects.of_post(held.office, request.on, by=request.actor, heads=held.heads),
        title=_("End the appointment"),
        submit=_("End it"),
        crumbs=[Crumb(held.person.name, card_of(held.person_id))],
        act=act,
        current=lambda: {"ends_on": held.ends_on or ""},
        note=_place(held),
    )
    return respond(request, form, change)


@require_http_methods(_METHODS)
@staff_view
def hand_over(request: StaffRequest, appointment_id: UUID) -> HttpResponse:
    """Hand over the open work of somebody who stays, goes on leave, or has left it behind."""
    held = staff.appointment_by_id(appointment_id)
    reason = "leave" if held.holds(request.on) else "lost"
    form = HandOverForm(posted(request), initial={"reason": reason}, **_work(held, request))

    def act(data: dict[str, Any]) -> str:
        passing = form.passing(data["reason"], data["note"]) or handover.Passing(data["reason"])
        handover.make(by=request.actor, on=request.on, giver_id=held.id, passing=passing)
        return card_of(held.person_id)

    change = Change(
        power="work.hand_over",
        subject=subjects.of_office(held.office, request.on, by=request.actor, kind="appointment"),
        title=_("Hand over the work: %(person)s") % {"person": held.person.name},
        submit=_("Hand over"),
        crumbs=[Crumb(held.person.name, card_of(held.person_id))],
        act=act,
        note=_("Choose who takes everything over, and another person where an item needs one.")
        if form.items
        else _("Nothing is open in this officer's hands: there is nothing to hand over."),
    )
    return respond(request, form, change)


def _to_move(request: StaffRequest, appointment_id: UUID, kind: str) -> Appointment:
    """The post that is left, for whoever may take its holder away: the page lists the work open in it."""
    held = staff.appointment_by_id(appointment_id)
    power = "appointment.end" if kind == "transfer" else "appointment.second"
    subject = subjects.of_post(held.office, request.on, by=request.actor, heads=held.heads)
    authority.admit(request.actor, power, subject, on=request.on)
    return held


def _work(held: Appointment, request: StaffRequest) -> dict[str, Any]:
    items, people = with_receivers(held, request.on)
    return {"items": items, "people": people, "reader": request.actor.person_id}


def _place(held: Appointment) -> str:
    return f"{post_of(held)}, {held.office.name_in(language())}"


def crumbs_of(office: Office) -> list[Crumb]:
    """The way from the tree to the office's card."""
    card = reverse("offices:card", args=[office.code])
    return [Crumb(_("Offices"), reverse("offices:tree")), Crumb(office.name_in(language()), card)]


def card_of(person_id: UUID) -> str:
    """The address of a person's card."""
    return reverse("offices:person", args=[person_id])

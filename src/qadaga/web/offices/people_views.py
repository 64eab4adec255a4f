"""The card of a person, with the readings of it, and the changes about people and posts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.journal import selectors as journal
from qadaga.journal.reads import record_reads
from qadaga.offices import selectors
from qadaga.organisation import absences, acting, appointments, people, subjects
from qadaga.organisation.appointments import AppointmentInput
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person
from qadaga.web.components import Crumb
from qadaga.web.names import language
from qadaga.web.offices import person_presenter as presenter
from qadaga.web.offices.editing import Change, respond
from qadaga.web.offices.people_forms import (
    AbsenceForm,
    ActingForm,
    AppointForm,
    BackForm,
    EndForm,
    PersonForm,
)
from qadaga.web.rulings import refused, ruling_view
from qadaga.web.views import StaffRequest, staff_view

_METHODS = ["GET", "HEAD", "POST"]


@require_GET
@never_cache
@staff_view
def person(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """The card; whoever may read the personal file sees it, and the reading is journalled."""
    row = staff.person_by_id(person_id)
    posts = list(staff.service_of(row.id))
    _within_reach(request, row, posts)
    held = next((post for post in posts if post.holds(request.on)), None)
    actions = presenter.actions(request.actor, row, held, request.on)
    context = {
        "title": row.name,
        "crumbs": _crumbs(held),
        "service": presenter.service(posts, request.on),
        "actions": actions,
        "refused": refused(actions),
        **_personal_file(request, row, held),
    }
    return render(request, "offices/person.html", context)


def _within_reach(request: StaffRequest, row: Person, posts: list[Appointment]) -> None:
    """Raises NotFound unless it is the reader's own card, or a post of the person is within the scope."""
    scope = scope_of(request.actor, request.on)
    own = row.id == request.actor.person_id
    free = not posts and authority.may(request.actor, "person.register", on=request.on).allowed
    if not (own or free or any(scope.covers(post.office_id, post.office.region_id) for post in posts)):
        raise NotFound()


def _personal_file(request: StaffRequest, row: Person, held: Appointment | None) -> dict[str, Any]:
    subject = subjects.of_person(row, request.actor, request.on, held=held)
    ruling = authority.may(request.actor, "personal_file.read", subject, on=request.on)
    if subject is None or not ruling.allowed:
        return {"closed": ruling_view(ruling)}
    office_id = held.office_id if held else request.actor.office_id
    record_reads(
        office_id=office_id, subjects=[("person", row.id)], by=request.actor.journal(), on=request.on
    )
    entries = journal.readings("person", row.id)
    return {
        "pairs": presenter.personal(row),
        "absences": presenter.absences(staff.absences_of(row.id, request.on), held),
        "readings": presenter.readings(entries, staff.names_of(entry.person_id for entry in entries)),
    }


@require_http_methods(_METHODS)
@staff_view
def add(request: StaffRequest, code: str) -> HttpResponse:
    """Register a person, or find one by IIN, and go on to the appointment in this office."""
    office = selectors.office_by_code(code)
    form = PersonForm(request.POST or None)

    def act(data: dict[str, Any]) -> str:
        known = staff.person_by_iin(data["iin"])
        found = known or people.register(by=request.actor, on=request.on, person=form.person())
        return reverse("offices:appoint", args=[office.code, found.id])

    change = Change(
        power="appointment.make",
        subject=subjects.of_post(office, request.on, heads=False),
        title=_("Add a person"),
        submit=_("Go on to the post"),
        crumbs=_crumbs(None, office.code),
        act=act,
        note=_("If a person with this IIN is registered already, their card is taken and the names stay."),
    )
    return respond(request, form, change)


@require_http_methods(_METHODS)
@staff_view
def appoint(request: StaffRequest, code: str, person_id: UUID) -> HttpResponse:
    """Appoint the person to a post of the office."""
    office, row = selectors.office_by_code(code), staff.person_by_id(person_id)
    form = AppointForm(request.POST or None, office=office, initial={"starts_on": request.on})

    def act(data: dict[str, Any]) -> str:
        given = AppointmentInput(
            person_id=row.id,
            office_id=office.id,
            post=data["post"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            unit_id=UUID(data["unit"]) if data["unit"] else None,
            officer=data["officer"],
            ground=data["ground"],
        )
        appointments.make(by=request.actor, on=request.on, appointment=given)
        return reverse("offices:card", args=[office.code])

    change = Change(
        power="appointment.make",
        subject=subjects.of_post(office, request.on, heads=False),
        title=_("Appoint: %(person)s") % {"person": row.name},
        submit=_("Appoint"),
        crumbs=_crumbs(None, office.code),
        act=act,
        note=office.name_in(language()),
    )
    return respond(request, form, change)


@require_http_methods(_METHODS)
@staff_view
def correct(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Correct names or number."""
    row = staff.person_by_id(person_id)
    now = {key: getattr(row, key) for key in ("iin", "last_name", "first_name", "middle_name", "born_on")}
    form = PersonForm(request.POST or None, initial={**now, "version": row.version})

    def act(data: dict[str, Any]) -> str:
        people.correct(
            by=request.actor,
            on=request.on,
            person_id=row.id,
            person=form.person(),
            version=data["version"],
        )
        return _card(row.id)

    change = Change(
        power="person.register",
        subject=subjects.of_person(row, request.actor, request.on),
        title=_("Correct names or number"),
        submit=_("Save"),
        crumbs=[Crumb(row.name, _card(row.id))],
        act=act,
        current=lambda: now,
    )
    return respond(request, form, change)


@require_http_methods(_METHODS)
@staff_view
def end(request: StaffRequest, appointment_id: UUID) -> HttpResponse:
    """End an appointment."""
    held = staff.appointment_by_id(appointment_id)
    form = EndForm(request.POST or None, initial={"version": held.version})

    def act(data: dict[str, Any]) -> str:
        appointments.end(
            by=request.actor,
            on=request.on,
            appointment_id=held.id,
            ends_on=data["ends_on"],
            ground=data["ground"],
            version=data["version"],
        )
        return _card(held.person_id)

    change = Change(
        power="appointment.end",
        subject=subjects.of_post(held.office, request.on, heads=held.heads),
        title=_("End the appointment"),
        submit=_("End it"),
        crumbs=[Crumb(held.person.name, _card(held.person_id))],
        act=act,
        current=lambda: {"ends_on": held.ends_on or ""},
        note=held.office.name_in(language()),
    )
    return respond(request, form, change)


@require_http_methods(_METHODS)
@staff_view
def absence(request: StaffRequest, appointment_id: UUID) -> HttpResponse:
    """Record an absence of the holder of the appointment."""
    held = staff.appointment_by_id(appointment_id)
    form = AbsenceForm(request.POST or None, initial={"starts_on": request.on})

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
    form = BackForm(request.POST or None, initial={"ends_on": request.on})

    def act(data: dict[str, Any]) -> str:
        absences.end(
            by=request.actor,
            on=request.on,
            absence_id=absence_id,
            appointment_id=held.id,
            ends_on=data["ends_on"],
        )
        return _card(held.person_id)

    return respond(request, form, _about_absence(request, held, _("Set the first day back"), act))


def _about_absence(request: StaffRequest, held: Appointment, title: str, act: Any) -> Change:
    return Change(
        power="absence.record",
        subject=subjects.of_office(held.office, request.on, kind="person"),
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
    form = ActingForm(request.POST or None, people=candidates, initial={"starts_on": request.on})

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
        subject=subjects.of_office(office, request.on, kind="acting_head"),
        title=_("Name who replaces the head"),
        submit=_("Name"),
        crumbs=_crumbs(None, office.code),
        act=act,
        note=_("It has effect only on days on which the head is absent or there is none."),
    )
    return respond(request, form, change)


def _crumbs(held: Appointment | None, code: str = "") -> list[Crumb]:
    found = [Crumb(_("Offices"), reverse("offices:tree"))]
    office = held.office if held else (selectors.office_by_code(code) if code else None)
    if office is not None:
        found.append(Crumb(office.name_in(language()), reverse("offices:card", args=[office.code])))
    return found


def _card(person_id: UUID) -> str:
    return reverse("offices:person", args=[person_id])

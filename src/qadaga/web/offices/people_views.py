"""The card of a person, with the readings of it, and the changes about people."""

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
from qadaga.organisation import people, subjects
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person
from qadaga.web.components import Crumb
from qadaga.web.names import language
from qadaga.web.offices import person_presenter as presenter
from qadaga.web.offices.editing import Change, respond
from qadaga.web.offices.people_forms import PersonForm
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


def _crumbs(held: Appointment | None, code: str = "") -> list[Crumb]:
    found = [Crumb(_("Offices"), reverse("offices:tree"))]
    office = held.office if held else (selectors.office_by_code(code) if code else None)
    if office is not None:
        found.append(Crumb(office.name_in(language()), reverse("offices:card", args=[office.code])))
    return found


def _card(person_id: UUID) -> str:
    return reverse("offices:person", args=[person_id])

"""The card of a person, with the readings of it, and the changes about people."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.authority.scope import scope_of
from qadaga.journal import selectors as journal
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.organisation import people, subjects
from qadaga.organisation.card_rows import findings_of, items_of, rows_of
from qadaga.organisation.cards import Card, hidden_beyond_reach, open_card
from qadaga.organisation.careers.merging import merged_into
from qadaga.staff import selectors as staff
from qadaga.web.components import ActionView, Crumb
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices import career_presenter as career
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
    goes_on = merged_into(person_id)
    if goes_on is not None:
        return redirect("offices:person", goes_on)
    card = open_card(by=request.actor, on=request.on, person_id=person_id)
    rows = rows_of(card, request.on, same=_may_merge(request, card))
    actions = presenter.actions(request.actor, card, request.on)
    context = {
        "title": card.person.name,
        "crumbs": _crumbs(card.held.office if card.held else None),
        "service": presenter.service(card.posts, request.on),
        "duties": career.duties(rows["duties"]),
        "acting": career.acting(rows["acting"], scope_of(request.actor, request.on)),
        "actions": actions,
        "refused": refused(actions),
        **_personal_file(card, rows, actions),
        "same": career.same(card.person, rows.get("same", ())),
    }
    return render(request, "offices/person.html", context)


def _may_merge(request: StaffRequest, card: Card) -> bool:
    """Whether to look for cards of the same person: for whoever may merge them."""
    subject = subjects.of_person(card.person, request.actor, request.on, held=card.held)
    ruling = authority.may(request.actor, "person.merge", subject, on=request.on)
    return card.personal and ruling.allowed


def _personal_file(card: Card, rows: dict[str, list[Any]], actions: list[ActionView]) -> dict[str, Any]:
    if not card.personal:
        return {"closed": ruling_view(card.ruling)}
    names: dict[UUID | None, str] = {row.id: row.name for row in rows["readers"]}
    return {
        "pairs": presenter.personal(card.person),
        "file_url": reverse("personnel:file", args=[card.person.id]) if card.posts else "",
        "given": career.given(items_of(rows)),
        "taken": career.taken(rows["taken"]),
        "checks": career.checks(findings_of(rows)),
        "absences": presenter.absences(rows["absences"], card.held, actions),
        "readings": presenter.readings(journal.readings("person", card.person.id), names),
    }


@require_http_methods(_METHODS)
@staff_view
def add(request: StaffRequest, code: str) -> HttpResponse:
    """Register a person, or find one by IIN, and go on to the appointment in this office."""
    office = selectors.office_by_code(code)
    form = PersonForm(posted(request))

    def act(data: dict[str, Any]) -> str:
        known = staff.person_by_iin(data["iin"])
        found = known or people.register(by=request.actor, on=request.on, person=form.person())
        return reverse("offices:appoint", args=[office.code, found.id])

    change = Change(
        power="appointment.make",
        subject=subjects.of_post(office, request.on, by=request.actor, heads=False),
        title=_("Add a person"),
        submit=_("Go on to the post"),
        crumbs=_crumbs(office),
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
    form = PersonForm(posted(request), initial={**now, "version": row.version})

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
        subject=people.to_correct(row, request.actor, request.on),
        title=_("Correct names or number"),
        submit=_("Save"),
        crumbs=[Crumb(row.name, _card(row.id))],
        act=act,
        current=lambda: now,
    )
    with hidden_beyond_reach(by=request.actor, on=request.on, person=row):
        return respond(request, form, change)


def _crumbs(office: Office | None) -> list[Crumb]:
    found = [Crumb(_("Offices"), reverse("offices:tree"))]
    if office is not None:
        found.append(Crumb(office.name_in(language()), reverse("offices:card", args=[office.code])))
    return found


def _card(person_id: UUID) -> str:
    return reverse("offices:person", args=[person_id])

"""A person as such: the check of the conditions of entry, and one card made of two."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from qadaga.offices import selectors
from qadaga.organisation import subjects
from qadaga.organisation.careers import entry, merging
from qadaga.staff import selectors as staff
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.offices.career_views import card_of, crumbs_of
from qadaga.web.offices.editing import Change, respond
from qadaga.web.offices.entry_forms import EntryForm, MergeForm
from qadaga.web.views import StaffRequest, staff_view

_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODS)
@staff_view
def check_entry(request: StaffRequest, code: str, person_id: UUID) -> HttpResponse:
    """Record the check of entry and, once it is passed, go on to the post."""
    office, row = selectors.office_by_code(code), staff.person_by_id(person_id)
    officer = request.GET.get("as") != "employee"
    asked = entry.asked(request.on, officer=officer)
    form = EntryForm(posted(request), asked=asked)

    def act(data: dict[str, Any]) -> str:
        done = entry.record(
            by=request.actor,
            on=request.on,
            person_id=row.id,
            officer=officer,
            findings=form.findings(),
            note=data["note"],
        )
        return reverse("offices:appoint", args=[office.code, row.id]) if done.passed else card_of(row.id)

    change = Change(
        power="entry.check",
        subject=subjects.of_person(row, request.actor, request.on),
        title=_("Check of entry: %(person)s") % {"person": row.name},
        submit=_("Record the check"),
        crumbs=crumbs_of(office),
        act=act,
        note=_("Any condition that is not met and any bar is a refusal; it is kept with its ground."),
    )
    return respond(request, form, change)


@require_http_methods(_METHODS)
@staff_view
def merge(request: StaffRequest, person_id: UUID, gone_id: UUID) -> HttpResponse:
    """Make one card of two, by a decision."""
    kept, gone = staff.person_by_id(person_id), staff.person_by_id(gone_id)
    form = MergeForm(posted(request))

    def act(data: dict[str, Any]) -> str:
        merging.merge(
            by=request.actor, on=request.on, kept_id=kept.id, gone_id=gone.id, ground=data["ground"]
        )
        return card_of(kept.id)

    change = Change(
        power="person.merge",
        subject=subjects.of_person(kept, request.actor, request.on),
        title=_("Merge two cards: %(person)s") % {"person": kept.name},
        submit=_("Merge"),
        crumbs=[Crumb(kept.name, card_of(kept.id))],
        act=act,
        note=_("This card goes on and gets everything that the other one holds. This cannot be undone."),
    )
    return respond(request, form, change)

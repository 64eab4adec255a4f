"""The card of an assignment, and a new one."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga.journal import selectors as journal
from qadaga.organisation.assignments import selectors, services
from qadaga.organisation.assignments.models import Assignment
from qadaga.web.assignments import presenter
from qadaga.web.assignments.forms import GiveForm
from qadaga.web.assignments.steps import DESK
from qadaga.web.cards.actions import step_panel
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.terms import term_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.rulings import again_view
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

step = step_view(DESK)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One assignment: what is to be done, by when, what came of it, what may be done."""
    row = selectors.read_assignment(request.actor, request.on, pk)
    parts = selectors.assignment_parts(row)
    actions = selectors.actions(row, request.actor, request.on)
    context = {
        "title": row.number_text,
        "subtitle": row.office.name_in(request.LANGUAGE_CODE),
        "badge": presenter.assignment_badge(row, request.on),
        "crumbs": [_list()],
        "summary_title": _("The assignment"),
        "summary": presenter.summary(row),
        "texts": presenter.texts(row),
        "sections": [],
        "terms": term_views(parts["terms"], parts["term_events"], request.on, parts.calendar),
        "panel": step_panel(actions, DESK.steps, row.id, "assignments:step", primary=_expected(row)),
        "again": again_view(row.ruling, request.on),
        "timeline": timeline_views(journal.timeline("assignment", row.id, limit=60), parts.people),
    }
    return render(request, "cards/card.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new(request: StaffRequest) -> HttpResponseBase:
    """Give an assignment to an office below."""
    ruling = selectors.may_give(request.actor, request.on)
    form = GiveForm(posted(request), record=Assignment(version=0), request=request)

    def made() -> str:
        row = services.give(given=form.given(), by=request.actor, on=request.on)
        return reverse("assignments:card", args=[row.id])

    text = _("It binds the lower office; both see it in their day until it is taken off control.")
    return entry_page(request, form, ruling, made, register=_list(), text=text)


def _expected(row: Assignment) -> str:
    return {"given": "lower.report", "reported": "lower.take_off"}.get(row.status, "")


def _list() -> Crumb:
    return Crumb(_("Assignments to lower offices"), reverse("assignments:list"))

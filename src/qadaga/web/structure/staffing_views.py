"""The staffing of an office as of a day; its versions; setting limit and table."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.common.errors import NotFound
from qadaga.documents.tables import xlsx
from qadaga.matters.subject import path_of
from qadaga.offices import selectors
from qadaga.offices.units import call_as_of
from qadaga.organisation import subjects
from qadaga.organisation.staffing import papers, services
from qadaga.organisation.staffing import selectors as staffing
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices import day
from qadaga.web.offices.editing import Change, respond
from qadaga.web.personnel.answers import answer, paper_language
from qadaga.web.rulings import refused
from qadaga.web.structure import staffing_presenter as presenter
from qadaga.web.structure.merge_views import METHODS, crumbs
from qadaga.web.structure.staffing_forms import LimitForm, TableForm
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def table(request: StaffRequest, code: str) -> HttpResponse:
    """The staffing table on the day asked for: places held and vacant, the limit, all versions."""
    office = selectors.office_by_code(code)
    on, form = day.asked(request, request.on)
    versions, limits = staffing.versions_of(office), staffing.limits_of(office)
    state = _called(staffing.state_among(office, on, versions, limits), on, request)
    subject = subjects.at(path_of(office, request.actor, request.on), "office")
    actions = presenter.actions(request.actor, office, subject, request.on)
    context = {
        "title": _("Staffing table"),
        "crumbs": crumbs(office),
        "day": form,
        "pairs": presenter.figures(state),
        "table": presenter.lines(state, presenter.adding(actions, office)),
        "outside": presenter.outside(state),
        "versions": presenter.versions(office, versions),
        "limits": presenter.limits(limits),
        "actions": actions,
        "refused": refused(actions),
        "none": state.table is None,
        "pdf_url": f"{reverse('structure:staffing_paper', args=[office.code])}?on={on.isoformat()}",
        "xlsx_url": f"{reverse('structure:staffing_workbook', args=[office.code])}?on={on.isoformat()}",
    }
    return render(request, "structure/staffing.html", context, status=422 if form.errors else 200)


def _called(state: staffing.State, on: date, request: StaffRequest) -> staffing.State:
    """The same with its units called as on the day: their rows bear the names of today."""
    if on != request.on:
        call_as_of([*(one.line for one in state.lines), *state.people], on)
    return state


@require_GET
@staff_view
def paper(request: StaffRequest, code: str) -> HttpResponse:
    """The staffing table on the day as PDF/A."""
    office = selectors.office_by_code(code)
    on, _form = day.asked(request, request.on)
    state = _called(staffing.state_of(office, on), on, request)
    if state.table is None:
        raise NotFound()
    response = HttpResponse(papers.table(office, state, on, language()), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="staffing-{office.code}-{on.isoformat()}.pdf"'
    return response


@require_GET
@staff_view
def workbook(request: StaffRequest, code: str) -> HttpResponse:
    """The staffing table on the day as XLSX: its lines, and who serves outside them."""
    office = selectors.office_by_code(code)
    on, _form = day.asked(request, request.on)
    state = _called(staffing.state_of(office, on), on, request)
    if state.table is None:
        raise NotFound()
    with paper_language():
        return answer(xlsx(presenter.sheets(office, state)), f"staffing-{office.code}-{on.isoformat()}.xlsx")


@require_GET
@staff_view
def compare(request: StaffRequest, code: str, version: int) -> HttpResponse:
    """What a version of the table changed against the one before it."""
    office = selectors.office_by_code(code)
    versions = {row.version: row for row in staffing.versions_of(office)}
    if version not in versions:
        raise NotFound()
    after, before = versions[version], versions.get(version - 1)
    own = reverse("structure:staffing", args=[office.code])
    context = {
        "title": _("Version %(number)s of the staffing table") % {"number": version},
        "crumbs": [*crumbs(office), Crumb(_("Staffing table"), own)],
        "pairs": presenter.version_facts(after),
        "table": presenter.differences(staffing.compare(before, after)),
    }
    return render(request, "structure/staffing_version.html", context)


@require_http_methods(METHODS)
@staff_view
def limit(request: StaffRequest, code: str) -> HttpResponse:
    """Another staff limit from a day on."""
    office = selectors.office_by_code(code)
    now = staffing.state_of(office, request.on).limit
    initial = {"starts_on": request.on, "positions": now.positions if now else None}
    form = LimitForm(posted(request), office=office, on=request.on, initial=initial)

    def act(data: dict[str, Any]) -> str:
        services.set_limit(
            by=request.actor,
            on=request.on,
            office_id=office.id,
            positions=data["positions"],
            starts_on=data["starts_on"],
            order_id=data["order"],
        )
        return reverse("structure:staffing", args=[office.code])

    change = Change(
        power="staff_limit.set",
        subject=subjects.of_office(office, request.on, by=request.actor),
        title=_("Set the staff limit"),
        submit=_("Save"),
        crumbs=[*crumbs(office), Crumb(_("Staffing table"), reverse("structure:staffing", args=[code]))],
        act=act,
        note=_("The limit before stays in the history."),
    )
    return respond(request, form, change)


@require_http_methods(METHODS)
@staff_view
def edit(request: StaffRequest, code: str) -> HttpResponse:
    """Another staffing table from a day on; it begins as the one in force."""
    office = selectors.office_by_code(code)
    subject = subjects.of_office(office, request.on, by=request.actor)
    authority.admit(request.actor, "staffing_table.set", subject, on=request.on)
    now = staffing.state_of(office, request.on)
    lines = [state.line for state in now.lines]
    form = TableForm(
        posted(request), office=office, on=request.on, lines=lines, initial={"starts_on": request.on}
    )
    own = reverse("structure:staffing", args=[office.code])

    def act() -> str:
        data = form.cleaned_data
        services.set_table(
            by=request.actor,
            on=request.on,
            office_id=office.id,
            lines=form.lines(),
            starts_on=data["starts_on"],
            order_id=data["order"],
        )
        return own

    done = form.carry_out(request, act) if request.method == "POST" else None
    if done is not None:
        return presenter.saved(request, done.fresh, own)
    context = {
        "title": _("Change the staffing table"),
        "crumbs": [*crumbs(office), Crumb(_("Staffing table"), own)],
        "form": form,
        "back": own,
        "office": office.name_in(language()),
        "limit": now.limit.positions if now.limit else None,
    }
    return render(request, "structure/staffing_edit.html", context, status=422 if form.errors else 200)

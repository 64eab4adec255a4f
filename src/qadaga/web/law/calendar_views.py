"""The calendar of a year: months drawn, its days edited with a preview, the recount watched."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.appeals.recount import after_commit
from qadaga.common.errors import NotFound, Stale
from qadaga.organisation import workdays as service
from qadaga.web.components import Crumb
from qadaga.web.law import calendar_presenter as presenter
from qadaga.web.law.calendar_forms import ChangeForm
from qadaga.web.views import StaffRequest, staff_view
from qadaga.workdays import selectors

FIRST, LAST = 2000, 2099


@require_GET
@staff_view
def this_year(request: StaffRequest) -> HttpResponse:
    """The calendar of the year that it is."""
    return redirect("law:calendar", year=request.on.year)


@require_GET
@staff_view
def year_page(request: StaffRequest, year: int) -> HttpResponse:
    """The months of a year, its moved days with their decisions, and the recounts they brought."""
    _in_range(year)
    table = selectors.table_of(year)
    subject = service.calendar_subject(request.actor, request.on)
    editable = authority.may(request.actor, "calendar.edit", subject, on=request.on).allowed
    context = {
        "title": _("Calendar of %(year)s") % {"year": year},
        "crumbs": _crumbs(),
        "year": year,
        "previous": year - 1 if year > FIRST else None,
        "next": year + 1 if year < LAST else None,
        "months": presenter.months(year, selectors.current()),
        "legend": presenter.LEGEND,
        "days": presenter.days_table(table, editable=editable),
        "complete": table.complete,
        "editable": editable,
        "recounts": presenter.recounts_table(selectors.recounts_of(year)),
    }
    return render(request, "law/calendar.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def change(request: StaffRequest, year: int) -> HttpResponse:
    """One change of the year: looked at first, or put in force. Raises NotPermitted with the ruling."""
    _in_range(year)
    subject = service.calendar_subject(request.actor, request.on)
    authority.require(request.actor, "calendar.edit", subject, on=request.on)
    form = _form(request, year)
    if form.is_bound and form.is_valid():
        try:
            return _carried_out(request, form, year)
        except Stale as error:
            form.overtaken(error.current_version, {})
            form.add_error(None, _("Somebody else changed this year meanwhile. Look, then save again."))
    return _page(request, form, year)


def _carried_out(request: StaffRequest, form: ChangeForm, year: int) -> HttpResponse:
    if request.POST.get("do") == "save":
        address = _saved(request, form)
        return redirect(address) if address else _page(request, form, year)
    found = None
    with form.faults():
        found = service.preview(by=request.actor, on=request.on, change=form.change())
    return _page(request, form, year, found)


@require_GET
@staff_view
def recount(request: StaffRequest, recount_id: UUID) -> HttpResponse:
    """How far a recount has come; for htmx the progress bar only."""
    row = selectors.recount_of(recount_id)
    template = "_components/progress.html" if request.htmx else "law/recount.html"
    crumbs = [*_crumbs(), Crumb(str(row.year), reverse("law:calendar", args=[row.year]))]
    return render(request, template, {"progress": presenter.progress(row), "id": "recount", "crumbs": crumbs})


def _form(request: StaffRequest, year: int) -> ChangeForm:
    table = selectors.table_of(year)
    if request.method == "POST":
        return ChangeForm(request.POST, table=table)
    removed = request.GET.get("remove", "")
    initial = {"what": "remove", "remove": removed} if removed else {}
    return ChangeForm(table=table, initial=initial)


def _page(
    request: StaffRequest, form: ChangeForm, year: int, found: service.Preview | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "title": _("Change the calendar of %(year)s") % {"year": year},
        "crumbs": [*_crumbs(), Crumb(str(year), reverse("law:calendar", args=[year]))],
        "back": reverse("law:calendar", args=[year]),
        "notes": presenter.preview_notes(found) if found else (),
        "tables": [table for table in presenter.moves_tables(found) if table.rows] if found else (),
    }
    return render(request, "law/calendar_change.html", context, status=422 if form.errors else 200)


def _saved(request: StaffRequest, form: ChangeForm) -> str:
    year = form.table.year

    def act() -> str:
        row = service.replace_year(by=request.actor, on=request.on, change=form.change())
        after_commit(row)
        return reverse("law:recount", args=[row.id]) if row else reverse("law:calendar", args=[year])

    outcome = form.carry_out(request, act)
    if outcome is None:
        return ""
    if outcome.fresh:
        messages.success(request, _("Saved."))
    return outcome.result


def _crumbs() -> list[Crumb]:
    return [Crumb(_("Law"), reverse("law:index"))]


def _in_range(year: int) -> None:
    if not FIRST <= year <= LAST:
        raise NotFound

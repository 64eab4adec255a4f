"""What stands behind the figures: line by line, record by record, and what came after the signature."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.common.errors import NotFound
from qadaga.reports import selectors
from qadaga.reports.choices import Axis
from qadaga.reports.figures import GROUPS
from qadaga.reports.selectors import Asked
from qadaga.web.components import Crumb
from qadaga.web.reports import presenter, split_presenter
from qadaga.web.reports.steps import called, find
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def split(request: StaffRequest, pk: UUID, axis: str, group: str) -> HttpResponse:
    """The figures of a group line by line, with their sum and whether it is the whole."""
    report = find(request, pk)
    chosen = next((one for one in GROUPS if one.id == group), None)
    if chosen is None or axis not in Axis.values or axis == Axis.WHOLE:
        raise NotFound()
    figures = selectors.figures(report, (Axis.WHOLE, axis))
    context = {
        "title": Axis(axis).label,
        "subtitle": called(report),
        "crumbs": [presenter.crumb(), Crumb(presenter.title(report), reverse("reports:card", args=[pk]))],
        "axes": split_presenter.axes(report, Axis(axis), chosen),
        "groups": split_presenter.groups(report, Axis(axis), chosen),
        "section": split_presenter.split_section(report, Axis(axis), chosen, figures, request.on),
        "note": f"{split_presenter.split_note(Axis(axis))} {split_presenter.pair_note()}",
    }
    return render(request, "reports/split.html", context)


@require_GET
@staff_view
def rows(request: StaffRequest, pk: UUID, figure: str) -> HttpResponse:
    """Exactly the records that a figure counts."""
    report = find(request, pk)
    given = request.GET
    asked = Asked(figure, given.get("axis", Axis.WHOLE), given.get("key", ""), given.get("before") == "1")
    page = selectors.rows_of(report, asked, request.actor, cursor=given.get("cursor", ""))
    figures = selectors.figures(report, (asked.axis,))
    context = {
        "title": split_presenter.rows_title(asked),
        "subtitle": split_presenter.rows_subtitle(report, asked),
        "crumbs": [presenter.crumb(), Crumb(presenter.title(report), reverse("reports:card", args=[pk]))],
        "section": split_presenter.rows_section(asked, page),
        "pager": split_presenter.rows_pager(report, asked, page, figures),
    }
    return render(request, "reports/rows.html", context)


@require_GET
@staff_view
def corrections(request: StaffRequest, pk: UUID) -> HttpResponse:
    """What came after the signature: each record with the moment and the cause."""
    report = find(request, pk)
    before = request.GET.get("before") == "1"
    found = selectors.corrections(report, request.actor, before=before)
    context = {
        "title": _("Corrections after the signature"),
        "subtitle": _("The same period a year before") if before else called(report),
        "crumbs": [presenter.crumb(), Crumb(presenter.title(report), reverse("reports:card", args=[pk]))],
        "groups": split_presenter.corrections_columns(report, before=before),
        "section": split_presenter.corrections_section(found),
    }
    return render(request, "reports/rows.html", context)

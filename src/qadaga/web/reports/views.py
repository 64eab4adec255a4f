"""The card of a report, and a new one."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga.journal import selectors as journal
from qadaga.reports import selectors, services
from qadaga.reports.choices import JobKind
from qadaga.reports.lower import lower_reports
from qadaga.reports.services import jobs
from qadaga.reports.subject import KIND
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.signed import signed_views
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.forms import posted
from qadaga.web.reports import presenter
from qadaga.web.reports.forms import DraftForm
from qadaga.web.reports.steps import REPORTS, find
from qadaga.web.reports.tasks import work
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

report_step = step_view(REPORTS)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The figures beside those of the year before, what came later, the reports below, what may be done."""
    report = find(request, pk)
    figures, *changed = selectors.whole(report)
    below = lower_reports(report) if report.office.level < 3 else []
    context = {
        "title": presenter.title(report),
        "subtitle": report.office.name_in(request.actor.language),
        "badge": presenter.report_badge(report),
        "crumbs": [presenter.crumb()],
        "summary_title": _("The report"),
        "summary": presenter.summary(report),
        "figures": presenter.sections(report, figures, changed),
        "sections": presenter.below_sections(report, below),
        "changed": presenter.changed_note(report, changed),
        "splits": presenter.splits(report),
        "report": report,
        "copies": presenter.copies(report),
        "panel": presenter.panel(report, selectors.report_actions(report, request.actor, request.on)),
        "signed": signed_views([getattr(report, "paper", None)], request.on),
        "timeline": timeline_views(journal.timeline(KIND, report.id, limit=60)),
    }
    return render(request, "reports/card.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new(request: StaffRequest) -> HttpResponseBase:
    """Draft a report of one's own office; a long one is counted by the worker."""
    blank = selectors.new_report(request.actor)
    ruling = selectors.may_draft(request.actor, request.on)
    form = DraftForm(posted(request), record=blank, request=request)

    def made() -> str:
        row = services.draft(drafted=form.drafted(), by=request.actor, on=request.on)
        if row.cut_at is not None:
            return reverse("reports:card", args=[row.id])
        job = jobs.begin(report_id=row.id, kind=JobKind.COUNT, by=request.actor, on=request.on)
        # After the commit: a worker must not look for a job that is not there yet.
        transaction.on_commit(lambda: work.enqueue(str(job.id)))
        return reverse("reports:job", args=[job.id])

    return entry_page(request, form, ruling, made, register=presenter.crumb(), text="")

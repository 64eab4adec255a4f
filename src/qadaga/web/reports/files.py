"""The report as files: PDF in either language, a spreadsheet by the worker, and how far the worker is."""

from uuid import UUID

from django.db import transaction
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment, preview
from qadaga.reports import papers, selectors
from qadaga.reports.choices import JobKind, JobState
from qadaga.reports.models import ReportJob
from qadaga.reports.services import jobs
from qadaga.web.components import ProgressView
from qadaga.web.forms import BaseForm
from qadaga.web.reports.steps import called, find
from qadaga.web.reports.tasks import work as run
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def paper(request: StaffRequest, pk: UUID, language: str) -> HttpResponseBase:
    """The signed paper in its language; in the other one a copy of the same figures, and drafts."""
    report = find(request, pk)
    if papers.is_frozen(report, language):
        return preview(selectors.paper_of(report))
    response = HttpResponse(papers.copy(report, language), content_type="application/pdf")
    name = f"report-{report.starts_on.isoformat()}-{language}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@staff_view
def begin(request: StaffRequest, pk: UUID, work: str) -> HttpResponse:
    """Leave a count or a spreadsheet to the worker; a second click shows the same job."""
    report = find(request, pk)
    if work not in JobKind.values or (work == JobKind.XLSX and report.cut_at is None):
        raise NotFound()

    def act() -> str:
        job = jobs.begin(report_id=report.id, kind=work, by=request.actor, on=request.on)
        transaction.on_commit(lambda: run.enqueue(str(job.id)))
        return reverse("reports:job", args=[job.id])

    outcome = BaseForm(request.POST).carry_out(request, act)
    return redirect(outcome.result if outcome else reverse("reports:card", args=[pk]))


@require_GET
@staff_view
def job(request: StaffRequest, job_id: UUID) -> HttpResponse:
    """How far the worker has come; for htmx the progress bar only."""
    row = jobs.owned(job_id, by=request.actor)
    template = "_components/progress.html" if request.htmx else "reports/job.html"
    context = {
        "progress": progress(row),
        "id": "report-job",
        "title": called(row.report),
        "back_url": reverse("reports:card", args=[row.report_id]),
    }
    return render(request, template, context)


@require_GET
@staff_view
def written(request: StaffRequest, job_id: UUID) -> FileResponse:
    """The spreadsheet, for whoever asked for it."""
    row = jobs.owned(job_id, by=request.actor)
    if row.file is None:
        raise NotFound()
    return attachment(row.file)


def progress(row: ReportJob) -> ProgressView:
    """The bar: how many of the months are counted."""
    done, failed = row.state == JobState.DONE, row.state == JobState.FAILED
    xlsx = row.kind == JobKind.XLSX
    result = reverse("reports:written" if xlsx else "reports:card", args=[row.id if xlsx else row.report_id])
    return ProgressView(
        label=row.get_kind_display(),
        percent=100 if done else min(99, 100 * row.done // max(row.of, 1)),
        url=reverse("reports:job", args=[row.id]),
        done=done,
        failed=failed,
        detail=_("It could not be finished. Begin it again from the report.") if failed else "",
        result_url=result if done else "",
        result_label=_("Download") if xlsx else _("Open the report"),
    )

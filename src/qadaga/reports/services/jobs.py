"""What is left to the worker: the count of many offices, and spreadsheets. Each says how far it is."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import NotFound
from qadaga.documents.models import StoredFile
from qadaga.reports.choices import DRAFT, JobKind, JobState, ReportStatus
from qadaga.reports.models import Report, ReportJob
from qadaga.reports.periods import Span
from qadaga.reports.services.counting import reckon, write
from qadaga.reports.subject import COURSE, report_subject

_UNDER_WAY = (JobState.WAITING, JobState.RUNNING)


@transaction.atomic
def begin(*, report_id: UUID, kind: str, by: Actor, on: date) -> ReportJob:
    """Leave a count or a spreadsheet to the worker; the same asked twice while it waits is one job.

    Raises NotFound outside the scope; a count also NotPermitted, and Conflict for a signed report.
    """
    rows = Report.objects.select_related("office").select_for_update(of=("self",))
    report = get_or_404(rows, scope_of(by, on), report_id)
    if kind == JobKind.COUNT:
        COURSE.rule(report, DRAFT, report_subject(report, by, on), by=by, on=on)
    asked = {"report": report, "kind": kind, "by_id": by.appointment_id}
    under_way = ReportJob.objects.filter(**asked, state__in=_UNDER_WAY).first()
    months = len(Span(report.starts_on, report.ends_on).months())
    of = 2 * months if kind == JobKind.COUNT else 1
    return under_way or ReportJob.objects.create(**asked, language=by.language, of=of)


def owned(job_id: UUID, *, by: Actor) -> ReportJob:
    """The person's own job; NotFound for anybody else's."""
    rows = ReportJob.objects.select_related("report__office", "file")
    job = rows.filter(id=job_id, by_id=by.appointment_id).first()
    if job is None:
        raise NotFound()
    return job


def count(job: ReportJob) -> None:
    """Count month by month; begun anew after a killed worker. What was signed meanwhile stays as it is."""

    def told() -> None:
        progress(job, done=job.done + 1)

    progress(job, state=JobState.RUNNING, done=0)
    report = Report.objects.select_related("office").get(pk=job.report_id)
    found = reckon(report, told=told)
    with transaction.atomic():
        row = Report.objects.select_for_update().get(pk=report.pk)
        if row.status == ReportStatus.DRAFT:
            write(row, found)
            row.version += 1
            row.save(update_fields=["cut_at", "flying", "version"])
        progress(job, state=JobState.DONE)


def progress(
    job: ReportJob, *, state: str | None = None, done: int | None = None, file: StoredFile | None = None
) -> None:
    """Say how far it has come."""
    given = {"state": state, "done": done, "file": file}
    changes = {name: value for name, value in given.items() if value is not None}
    for name, value in changes.items():
        setattr(job, name, value)
    job.save(update_fields=list(changes))

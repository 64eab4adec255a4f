"""Work for reports that the task worker does."""

from uuid import UUID

from django.db import DatabaseError
from django_tasks import task

from qadaga.reports.choices import JobKind, JobState
from qadaga.reports.models import ReportJob
from qadaga.reports.services import jobs


@task()
def work(job_id: str) -> None:
    """Count the figures or write the spreadsheet. Being given back after a killed worker, it begins again."""
    job = ReportJob.objects.select_related("report__office").get(id=UUID(job_id))
    if job.state == JobState.DONE:
        return
    try:
        if job.kind == JobKind.COUNT:
            jobs.count(job)
        else:
            # Only the worker loads this library: the web processes stay small (decision 4).
            from qadaga.reports import spreadsheet

            spreadsheet.write(job)
    except (DatabaseError, OSError):
        jobs.progress(job, state=JobState.FAILED)
        raise

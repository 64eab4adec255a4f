"""Every step on a report: the power, the form, the service."""

from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.reports import selectors, services
from qadaga.reports.choices import DRAFT, SIGN, JobKind
from qadaga.reports.models import Report
from qadaga.reports.paper import period_words
from qadaga.reports.periods import Span
from qadaga.reports.services import jobs
from qadaga.reports.subject import KIND, report_subject
from qadaga.web.acts.forms import NothingForm
from qadaga.web.names import language
from qadaga.web.reports.forms import SignForm
from qadaga.web.reports.tasks import work
from qadaga.web.steps import Desk, Step, StepForm, ruled_by
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Report:
    """The report within the person's scope; NotFound otherwise."""
    return selectors.read_report(request.actor, request.on, pk)


def called(report: Report) -> str:
    """Whose report it is, and for which period."""
    return f"{report.office.name_in(language())}: {period_words(report)}"


def _count(report: Report, form: StepForm, request: StaffRequest) -> str | None:
    if not services.is_long(report.office, Span(report.starts_on, report.ends_on)):
        services.count(report_id=report.id, **form.stamp)
        return None
    job = jobs.begin(report_id=report.id, kind=JobKind.COUNT, by=request.actor, on=request.on)
    # After the commit: a worker must not look for a job that is not there yet.
    transaction.on_commit(lambda: work.enqueue(str(job.id)))
    return reverse("reports:job", args=[job.id])


def _sign(report: Report, form: StepForm, request: StaffRequest) -> None:
    reason = form.cleaned_data.get("incomplete", "")
    services.sign(report_id=report.id, incomplete=reason, **form.stamp)


STEPS: dict[str, Step[Report]] = {
    "sign": Step(
        SIGN,
        SignForm,
        _sign,
        text=_("The figures are counted once more and then stand; what comes later is a correction."),
        button=_("Sign"),
    ),
    "count": Step(
        DRAFT,
        NothingForm,
        _count,
        label=_("Count the figures again"),
        text=_("The figures become those of this moment."),
    ),
}

REPORTS: Desk[Report] = Desk(
    kind=KIND,
    find=find,
    name=called,
    card_url=lambda report: reverse("reports:card", args=[report.id]),
    ruling=ruled_by(report_subject),
    steps=STEPS,
)

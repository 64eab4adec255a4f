"""Reports of a period: drafted, counted, signed; their figures, the records behind each, what came later."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from ninja import Query, Schema, Status

from qadaga.api import registers, rulings
from qadaga.api.act_papers import paper
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line, Long, Made
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.reports import papers, selectors, services
from qadaga.reports.choices import JobKind
from qadaga.reports.listing import Correction, Page
from qadaga.reports.lower import Below, lower_reports
from qadaga.reports.models import Report, ReportFigure, ReportJob
from qadaga.reports.register import REPORTS
from qadaga.reports.selectors import Asked
from qadaga.reports.services import jobs

router = Router(tags=["reports"])
Start = Callable[[str], object]
_starters: list[Start] = []


class PeriodReportIn(Schema):
    """For which month, quarter, half or year (its first day), in which language the paper is (ru or kk)."""

    period: Code
    starts_on: Day
    language: Code = "ru"


class ReportSignatureIn(Schema):
    """Why it goes without the reports below that are not signed, where some are not."""

    incomplete: Long = ""


class PeriodReportOut(Schema):
    """A report for [starts_on, ends_on); `cut_at`: as of when its figures are, none until it is counted."""

    id: UUID
    office_id: UUID
    period: str
    starts_on: date
    ends_on: date
    language: str
    status: str
    cut_at: datetime | None
    incomplete: str
    signed_on: date | None
    number: str | None
    version: int

    @staticmethod
    def resolve_number(row: Report) -> str | None:
        """The number of the signed paper."""
        made = getattr(row, "paper", None)
        return made.number_text if made else None


class ReportFigureOut(Schema):
    """A figure, whole or split by `axis` (office, direction, task, officer); money is in tiyn.

    `before` is the same period a year before.
    """

    axis: str
    key: str
    figure: str
    amount: int
    before: int


class RecordsAsked(Schema):
    """Whole, or of one line of an axis; of the year before; from where (`next` of another page)."""

    axis: Code = "whole"
    key: Line = ""
    before: bool = False
    cursor: Line = ""


class ReportRecordOut(Schema):
    """A record behind a figure; number and card are empty where the record is closed to the caller."""

    day: date
    number: str
    card: UUID | None
    direction: str
    amount: int


class ReportRecordsOut(Schema):
    """A page of the records that a figure counts."""

    lines: list[ReportRecordOut]
    next: str
    previous: str


class ReportCorrectionOut(Schema):
    """What came after the signature: late (entered since), annulled or changed."""

    figure: str
    day: date
    number: str
    card: UUID | None
    amount: int
    at: datetime
    cause: str


class LowerReportOut(Schema):
    """An office directly below with its report of the same period; `status` is empty where there is none."""

    office_id: UUID
    code: str
    report_id: UUID | None
    status: str
    signed_on: date | None
    number: str


class ReportJobOut(Schema):
    """What the worker does: `done` of `of` months are counted; a spreadsheet is there when it is done."""

    id: UUID
    kind: str
    state: str
    done: int
    of: int


def start_with(start: Start) -> None:
    """Name what hands a job to the worker; it stands above this package, so the assembly says it."""
    _starters[:] = [start]


def _begun(request: ApiRequest, pk: UUID, kind: str) -> ReportJob:
    """The job, handed to the worker after the commit: it must not look for one that is not there yet."""
    job = jobs.begin(report_id=pk, kind=kind, **adding(request))
    (start,) = _starters
    transaction.on_commit(lambda: start(str(job.id)))
    return job


def _read(request: ApiRequest, pk: UUID) -> Report:
    return selectors.read_report(request.actor, request.on, pk)


@router.post("", response={201: Made})
def draft(request: ApiRequest, payload: PeriodReportIn) -> Status[Report]:
    """Draft the report of one's own office; a long one is counted by the worker, see `counting`."""
    row = services.draft(drafted=services.Drafted(**payload.dict()), **adding(request))
    if row.cut_at is None:
        _begun(request, row.id, JobKind.COUNT)
    return Status(201, row)


@router.get("/{uuid:pk}", response=PeriodReportOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Report:
    """A report of the caller's scope."""
    return shown(response, _read(request, pk))


rulings.mount(router, "reports", _read)


@router.change("/{uuid:pk}/count", response=PeriodReportOut)
def count(request: ApiRequest, response: HttpResponse, pk: UUID) -> Report:
    """Count the figures of a draft again, at once."""
    return shown(response, services.count(report_id=pk, **updating(request)))


@router.post("/{uuid:pk}/counting", response={202: ReportJobOut})
def counting(request: ApiRequest, pk: UUID) -> Status[ReportJob]:
    """Leave the count of a draft to the worker."""
    return Status(202, _begun(request, pk, JobKind.COUNT))


@router.change("/{uuid:pk}/signature", response=PeriodReportOut)
def sign(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReportSignatureIn) -> Report:
    """Sign the report: its figures stand from then on."""
    return shown(response, services.sign(report_id=pk, **payload.dict(), **updating(request)))


@router.get("/{uuid:pk}/figures", response=list[ReportFigureOut])
def figures(request: ApiRequest, pk: UUID) -> list[ReportFigure]:
    """All figures of the report, whole and split."""
    return list(_read(request, pk).figures.order_by("axis", "key", "figure"))


@router.get("/{uuid:pk}/figures/{slug:figure}/records", response=ReportRecordsOut)
def records(request: ApiRequest, pk: UUID, figure: str, asked: Query[RecordsAsked]) -> Page:
    """Exactly the records that the figure counts, newest first."""
    wanted = Asked(figure, asked.axis, asked.key, asked.before)
    return selectors.rows_of(_read(request, pk), wanted, request.actor, cursor=asked.cursor, size=100)


@router.get("/{uuid:pk}/corrections", response=list[ReportCorrectionOut])
def corrections(request: ApiRequest, pk: UUID, before: bool = False) -> list[Correction]:
    """What was entered, annulled or changed since the signature; `before`: in the year before."""
    return selectors.corrections(_read(request, pk), request.actor, before=before)


@router.get("/{uuid:pk}/below", response=list[LowerReportOut])
def below(request: ApiRequest, pk: UUID) -> list[Below]:
    """The reports of the offices directly below for the same period."""
    return lower_reports(_read(request, pk))


@router.get("/{uuid:pk}/pdf")
def pdf(request: ApiRequest, pk: UUID, language: Code = "ru") -> HttpResponseBase:
    """The signed PDF/A in its language; in the other one, and of a draft, a copy of the same figures."""
    report = _read(request, pk)
    if papers.is_frozen(report, language):
        return attachment(selectors.paper_of(report))
    return paper(papers.copy(report, language), "report.pdf")


@router.post("/{uuid:pk}/spreadsheet", response={202: ReportJobOut})
def spreadsheet(request: ApiRequest, pk: UUID) -> Status[ReportJob]:
    """Ask the worker for a spreadsheet of the report."""
    return Status(202, _begun(request, pk, JobKind.XLSX))


@router.get("/jobs/{uuid:pk}", response=ReportJobOut)
def job(request: ApiRequest, pk: UUID) -> ReportJob:
    """How far one's own job has come."""
    return jobs.owned(pk, by=request.actor)


@router.get("/jobs/{uuid:pk}/file")
def written(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The spreadsheet of one's own job; 404 until it is written."""
    row = jobs.owned(pk, by=request.actor)
    if row.file is None:
        raise NotFound
    return attachment(row.file)


registers.mount(router, REPORTS)

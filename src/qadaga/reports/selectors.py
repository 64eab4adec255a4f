"""Reading reports: the viewer's scope first; a report in scope shows whatever its office counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga import authority
from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import NotFound
from qadaga.documents.models import StoredFile
from qadaga.law.model import Ruling
from qadaga.matters.selectors.actions import Action, judged
from qadaga.offices.selectors import office_by_id
from qadaga.reports import listing
from qadaga.reports.choices import DRAFT, SIGN, Axis, ReportStatus
from qadaga.reports.counting import Cut, Unit, own_unit, unit_of
from qadaga.reports.figures import FIGURES
from qadaga.reports.models import Report
from qadaga.reports.periods import Span
from qadaga.reports.subject import REPORT, report_subject
from qadaga.reports.tables import Figures, figures_of
from qadaga.supervision.covert.subject import may_read

_RELATED = (
    "office__parent",
    "paper__signer__person",
    "paper__signer__office",
    "paper__pdf",
    "author__person",
)
_RECORDS = {one.id: one.record for one in FIGURES.values()}
# Whoever reads a report reads these figures, but line by line they are for the circle of their register.
_CLOSED: Mapping[str, Callable[[Actor, date], Ruling]] = {"covert_check": may_read}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figure of a report: whole, or of one office, direction, task or officer.

    `before`: of the same period a year before.
    """

    figure: str
    axis: str = Axis.WHOLE
    key: str = ""
    before: bool = False


def read_report(actor: Actor, on: date, pk: Any) -> Report:
    """The report with its office and paper; NotFound outside the scope."""
    return get_or_404(Report.objects.select_related(*_RELATED), scope_of(actor, on), pk)


def figures(report: Report, axes: Sequence[str] = (Axis.WHOLE,)) -> Figures:
    """The counted figures of those axes. One query."""
    return figures_of(report.figures.filter(axis__in=axes))


def rows_of(report: Report, asked: Asked, actor: Actor, *, cursor: str = "", size: int = 25) -> listing.Page:
    """A page of exactly the records that the figure counts.

    Raises NotFound for a figure, axis or key that is none and for a report not counted yet, NotPermitted
    where the records have a circle of their own (O.8.d5), InvalidInput for a cursor of another list.
    """
    wanted = _wanted(report, asked)
    if wanted.record in _CLOSED:
        ruling = _CLOSED[wanted.record](actor, actor.day)
        if not ruling.allowed:
            raise NotPermitted(ruling)
    return listing.page(wanted, actor.person_id, cursor=cursor, size=size)


def whole(report: Report) -> tuple[Figures, dict[str, listing.Changed], dict[str, listing.Changed]]:
    """The whole figures, and for a signed report what came after the signature in each of its two columns.

    One query.
    """
    if report.status != ReportStatus.SIGNED:
        return figures(report), {}, {}
    return listing.whole(report.id, _unit(report), _span(report), _cut(report))


def corrections(report: Report, actor: Actor, *, before: bool = False) -> list[listing.Correction]:
    """What came after the signature, newest first: each record with the moment and the cause.

    Records with a circle of their own are told to that circle only (O.8.d5).
    `before`: of the column of the year before.
    """
    if report.status != ReportStatus.SIGNED:
        return []
    period = _span(report).year_before() if before else _span(report)
    found = listing.corrections(_unit(report), period, _cut(report), actor.person_id, records=_RECORDS)
    shut = {record for record, asked in _CLOSED.items() if not asked(actor, actor.day).allowed}
    return [line for line in found if _RECORDS[line.figure] not in shut]


def paper_of(report: Report) -> StoredFile:
    """The signed paper; NotFound for a draft."""
    paper = getattr(report, "paper", None)
    if paper is None:
        raise NotFound()
    found: StoredFile = paper.pdf
    return found


def new_report(actor: Actor) -> Report:
    """A report of the actor's office, not yet drafted: what the law is asked about before it is."""
    return Report(office=office_by_id(actor.office_id), status=ReportStatus.DRAFT, version=0)


def may_draft(actor: Actor, on: date) -> Ruling:
    """The ruling on drafting a report of one's own office."""
    return authority.may(actor, DRAFT, report_subject(new_report(actor), actor, on), on=on)


def report_actions(report: Report, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the report."""
    return judged(REPORT, (SIGN, DRAFT), report_subject(report, actor, on), actor, on)


def _wanted(report: Report, asked: Asked) -> listing.Wanted:
    if asked.figure not in FIGURES or asked.axis not in Axis.values or report.cut_at is None:
        raise NotFound()
    if asked.axis == Axis.OFFICE:
        _office_key(asked.key)
    period = _span(report).year_before() if asked.before else _span(report)
    unit = own_unit(report.office_id) if asked.axis == Axis.OFFICER else _unit(report)
    return listing.Wanted(
        asked.figure, _RECORDS[asked.figure], unit, period, _cut(report), asked.axis, asked.key
    )


def _office_key(key: str) -> None:
    try:
        UUID(key)
    except ValueError as error:
        raise NotFound() from error


def _unit(report: Report) -> Unit:
    return unit_of(report.office, _span(report))


def _span(report: Report) -> Span:
    return Span(report.starts_on, report.ends_on)


def _cut(report: Report) -> Cut:
    assert report.cut_at is not None  # a signed report is counted; a draft's callers have looked
    return Cut(report.cut_at, list(report.flying or ()))

"""The figures of a draft are counted, at once or by the worker; the signature counts them a last time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.reports import counting
from qadaga.reports.choices import DRAFT
from qadaga.reports.models import Report, ReportFigure
from qadaga.reports.periods import Span
from qadaga.reports.subject import COURSE, report_subject


@implements("O.12", "L.1.3")
@transaction.atomic
def count(*, report_id: UUID, version: int, by: Actor, on: date) -> Report:
    """Count the figures of a draft as they are now.

    Raises NotFound, Stale, NotPermitted, Conflict where it is signed.
    """
    rows = Report.objects.select_related("office")
    row = change.locked(rows, report_id, by=by, on=on)
    step = COURSE.rule(row, DRAFT, report_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    fill(row)
    step.save(cut_at=row.cut_at, flying=row.flying)
    step.journal(counted=True)
    return row


def fill(row: Report) -> None:
    """Write the figures of the report as known now, beside the same period of the year before.

    Sets `cut_at` and `flying`; the caller saves them.
    """
    write(row, reckon(row))


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What was counted: until when, and the amounts of the period and of the one a year before."""

    known: counting.Cut
    now: Mapping[counting.Key, int]
    then: Mapping[counting.Key, int]


def reckon(row: Report, *, told: Callable[[], None] = lambda: None) -> Reckoned:
    """Count the report's figures; `told` is called after each month."""
    period, known = Span(row.starts_on, row.ends_on), counting.cut()
    now = counting.counted(row.office, period, known, told=told)
    return Reckoned(known, now, counting.counted(row.office, period.year_before(), known, told=told))


def write(row: Report, found: Reckoned) -> None:
    """Put the counted figures in the place of those that were there."""
    ReportFigure.objects.filter(report=row).delete()
    ReportFigure.objects.bulk_create(
        ReportFigure(
            report=row,
            axis=axis,
            key=key,
            figure=figure,
            amount=found.now.get((axis, key, figure), 0),
            before=found.then.get((axis, key, figure), 0),
        )
        for axis, key, figure in sorted(found.now.keys() | found.then.keys())
    )
    row.cut_at, row.flying = found.known.at, found.known.flying

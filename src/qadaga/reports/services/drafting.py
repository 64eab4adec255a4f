"""A report of a period is drafted: whose, for which period, in which language (O.12)."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice
from qadaga.offices.models import Office
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.reports.choices import DRAFT, PeriodKind, ReportStatus
from qadaga.reports.models import LANGUAGES, Report
from qadaga.reports.periods import Span, span
from qadaga.reports.services.counting import fill
from qadaga.reports.subject import COURSE, report_subject

TWICE = {
    "report_of_period_once": FieldError(
        "starts_on",
        "reported",
        N_("Your office has a report of this period already: open it in the register."),
    )
}


@dataclass(frozen=True, slots=True)
class Drafted:
    """A month, quarter, half or year, its first day, the language of the paper."""

    period: str
    starts_on: date
    language: str = "ru"


@implements("O.12", "L.1.3")
@transaction.atomic
def draft(*, drafted: Drafted, by: Actor, on: date) -> Report:
    """Draft the report of the actor's office and count it, unless that takes long (`is_long`).

    Raises InvalidInput (a period that has not begun, begins on no such day, or is reported on already),
    NotPermitted.
    """
    office, period = office_by_id(by.office_id), span(drafted.period, drafted.starts_on, on)
    row = Report(
        office=office,
        region_id=office.region_id,
        period=PeriodKind(drafted.period),
        starts_on=period.start,
        ends_on=period.end,
        language=choice("language", drafted.language, [code for code, _ in LANGUAGES]),
        status=ReportStatus.DRAFT,
        author_id=by.appointment_id,
        drafted_on=on,
    )
    step = COURSE.ask(row, DRAFT, report_subject(row, by, on), by=by, on=on)
    with refused_by(TWICE):
        row.save(force_insert=True)
    if not is_long(office, period):
        fill(row)
        row.save(update_fields=["cut_at", "flying"])
    step.journal()
    return row


def is_long(office: Office, period: Span) -> bool:
    """Whether counting is left to the worker: the nation's figures, and a region's of more than a quarter."""
    wide = office.kind == "general" or (office.level == 2 and office.region_id == office.id)
    return wide and (office.kind == "general" or len(period.months()) > 3)

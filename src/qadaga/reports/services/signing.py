"""The head signs: the figures are counted for the last time and stand (O.12, O.15)."""

from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.services.base import text
from qadaga.matters.step import Step, signature
from qadaga.reports import paper
from qadaga.reports.choices import SIGN, ReportStatus
from qadaga.reports.lower import Below, lower_reports
from qadaga.reports.models import LowerReport, Report, ReportPaper
from qadaga.reports.services.counting import fill
from qadaga.reports.subject import COURSE, report_subject

_NAMED = 5
NORM = "O.12, O.15, L.1.3"


@implements("O.12", "O.15")
def sign(*, report_id: UUID, version: int, incomplete: str = "", by: Actor, on: date) -> Report:
    """Sign the report: number, PDF/A, and the figures as they are at this moment, for good.

    `incomplete` says why it goes without the reports of offices below that are not signed. Raises AlreadyDone
    (a second click), Stale, NotPermitted, Conflict while the period runs, InvalidInput on `incomplete`.
    """
    reason = text("incomplete", incomplete, 1000, required=False)
    with transaction.atomic():
        signer = signer_of(by)
        row = change.locked(Report.objects.select_related("office"), report_id, by=by, on=on)
        if row.status == ReportStatus.SIGNED:
            raise AlreadyDone()
        step = COURSE.rule(row, SIGN, report_subject(row, by, on), by=by, on=on)
        change.expect(row, version)
        if on < row.ends_on:
            raise Conflict(
                "period_runs", N_("The period ends on %(day)s: sign the report after it."), day=row.ends_on
            )
        below = lower_reports(row)
        row.incomplete = _complete(below, reason)
        fill(row)
        LowerReport.objects.bulk_create(
            LowerReport(report=row, office_id=one.office_id, signed_id=one.signed) for one in below
        )
        made = ReportPaper(report=row, office=row.office, norm=NORM, signer=signer, signed_on=on)
        _freeze(step, made, below)
        step.save(cut_at=row.cut_at, flying=row.flying, incomplete=row.incomplete, signed_on=on)
        step.journal(number=made.number, sha256=made.sha256, missing=sum(one.signed is None for one in below))
        return row


def _complete(below: list[Below], reason: str) -> str:
    """Why the report goes without some of those below; "" where none is missing."""
    missing = [one for one in below if one.signed is None]
    if missing and not reason:
        raise InvalidInput.of(
            "incomplete",
            "unsigned_below",
            N_("Not signed below: %(names)s (%(count)s in all). Wait for them, or say why you do not."),
            names=", ".join(one.code for one in missing[:_NAMED]),
            count=len(missing),
        )
    return reason if missing else ""


def _freeze(step: Step[Report], made: ReportPaper, below: list[Below]) -> None:
    row, on = step.row, step.on
    made.number, made.number_text = change.number(row.office, on, "report")
    content = paper.pdf(row, row.language, paper.Signed(made.number_text, on, made.signer), below)
    pdf = store(BytesIO(content), f"report-{row.starts_on.isoformat()}-{made.number}.pdf", by=step.by)
    for name, value in signature(step, made.signer, made.number, made.number_text, pdf).items():
        setattr(made, name, value)
    made.norms = sorted({citation.clause for citation in step.ruling.citations})
    made.save(force_insert=True)

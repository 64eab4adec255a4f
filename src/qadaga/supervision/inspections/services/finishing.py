"""The end of an inspection: findings, outcome, nothing left here unexplained; complaints (O.8.d5)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.authority.alarms.declared import raises
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.supervision.inspections.choices import RUNNING, InspectionOutcome
from qadaga.supervision.inspections.models import Complaint, Inspection
from qadaga.supervision.inspections.services.base import begin, lock, rule
from qadaga.supervision.inspections.subject import conclusions_mark, documents_mark

HINDERED = "duty.do_not_obstruct"


@implements("O.8.4", "O.8.d3")
def record_findings(
    *,
    inspection_id: UUID,
    version: int,
    findings: str,
    by: Actor,
    on: date,
    rests_on: Collection[UUID] = (),
) -> Inspection:
    """Write down what was established; it may be written anew until the inspection is finished.

    `rests_on` are the specialists whose conclusions it rests on; the others that came are set aside by it.
    Raises InvalidInput on `rests_on` for one that has not concluded here, Conflict before the first day.
    """
    findings = text("findings", findings, 20_000)
    with transaction.atomic():
        step = begin(inspection_id, "inspection.findings", version=version, by=by, on=on)
        if on < step.row.starts_on:
            raise Conflict("not_begun", N_("The inspection begins on another day."))
        _weigh(step.row, rests_on)
        step.save(findings=findings, findings_on=on, findings_by_id=by.appointment_id)
        step.journal(rests_on=list(rests_on))
        return step.row


@implements("O.8.d5", "L.1.3")
def finish(*, inspection_id: UUID, version: int, outcome: str, by: Actor, on: date) -> Inspection:
    """Finish the inspection. Refused with the clause while documents of the inspected are here or the
    conclusion of a specialist is awaited. Conflict without findings, with a conclusion that they do not
    weigh, or where the inspected was neither told nor left untold for a stated reason.
    """
    choice("outcome", outcome, InspectionOutcome.values)
    with transaction.atomic():
        inspection = lock(inspection_id, by=by, on=on)
        change.expect(inspection, version)
        marks = documents_mark(inspection.documents.all())
        marks |= conclusions_mark(inspection.specialists.all())
        step = rule(inspection, "inspection.finish", by=by, on=on, extra=marks)
        _refuse_unready(inspection)
        terms.finish_open(kind="inspection", subject_id=inspection.id, on=on, by=by)
        step.save(outcome=outcome, finished_on=on, finished_by_id=by.appointment_id)
        with journal.gathered():
            about, power = ("inspection", inspection.id), "inspection.finish"
            alarms.fulfil(subject=about, power=power, by=by, at=clock.now())
            step.journal(outcome=outcome)
        return inspection


@implements("O.8.d1", "O.8.d4")
@raises(HINDERED)
def record_complaint(*, inspection_id: UUID, appeal_id: UUID, number: str, by: Actor, on: date) -> Complaint:
    """Link the appeal as which a complaint of the inspected was registered; the caller has found it.

    While the inspection is under way, the minutes of lifting the hindrance begin (O.8.d4).
    """
    with transaction.atomic():
        step = begin(inspection_id, "inspection.record_complaint", version=None, by=by, on=on)
        if Complaint.objects.filter(appeal_id=appeal_id).exists():
            raise AlreadyDone()
        row = Complaint.objects.create(
            inspection=step.row, appeal_id=appeal_id, number=number, on=on, by_id=by.appointment_id
        )
        step.save()
        with journal.gathered():
            if step.row.status in RUNNING:
                about, office, now = ("inspection", step.row.id), step.row.office, clock.now()
                alarms.begin(HINDERED, subject=about, office=office, at=now, by=by)
            step.journal(appeal=appeal_id)
        return row


def _weigh(inspection: Inspection, rests_on: Collection[UUID]) -> None:
    """Which of the conclusions that came the findings rest on."""
    came = inspection.specialists.filter(concluded_on__isnull=False)
    if set(rests_on) - set(came.values_list("id", flat=True)):
        raise InvalidInput.of("rests_on", "unknown", N_("Choose among the conclusions that came here."))
    came.update(relied=False)
    came.filter(id__in=rests_on).update(relied=True)


def _refuse_unready(inspection: Inspection) -> None:
    if inspection.findings_on is None:
        raise Conflict("no_findings", N_("Write the findings first: what was established."))
    _refuse_unweighed(inspection, inspection.findings_on)
    if inspection.notified_on is None and not inspection.no_notice:
        raise Conflict("not_notified", N_("Record first how the inspected was told of the inspection."))


def _refuse_unweighed(inspection: Inspection, findings_on: date) -> None:
    unweighed = inspection.specialists.filter(concluded_on__isnull=False, relied=None)
    days = [row.concluded_on for row in unweighed if row.concluded_on is not None]
    if any(day > findings_on for day in days):
        message = N_(
            "A conclusion came after the findings: write them again, saying whether they rest on it (O.8.4)."
        )
        raise Conflict("conclusion_unweighed", message)
    if days:
        # Of the findings' own day or before: recorded after them, or before this was asked of findings.
        message = N_(
            "The findings do not say whether they rest on a conclusion: write them again, saying so (O.8.4)."
        )
        raise Conflict("conclusion_unweighed", message)

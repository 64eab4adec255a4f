"""What the check of a case finds, the violation and acts it leads to, and its outcome (O.8.d3, L.1.3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts.models import Act
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters import services as matters
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.offences.choices import CaseOutcome, CaseStatus, Legality
from qadaga.supervision.offences.models import OffenceAct, OffenceCase
from qadaga.supervision.offences.services.files import locked, open_matter
from qadaga.supervision.offences.subject import CASES, CHECK, case_subject

LINKED = {
    "offences_offenceact_act_id_key": FieldError("act", "taken", N_("This act is linked to a case already."))
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found of the detention and of the penalty, by which norm, and in which words."""

    detention: str
    penalty: str
    norm: str
    findings: str


@implements("O.7.1", "O.8.d3")
@transaction.atomic
def check(*, case_id: UUID, version: int, checked: Checked, by: Actor, on: date) -> OffenceCase:
    """Record whether the detention and the penalty were lawful. Raises Conflict before the file has come."""
    row = locked(case_id, by=by, on=on)
    step = CASES.ask(row, CHECK, case_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    if row.checked_on is not None:
        raise AlreadyDone()
    if row.status != CaseStatus.RECEIVED:
        raise Conflict("no_file_here", N_("The file is not here: record first that it came, then check it."))
    detention = choice("detention", checked.detention, Legality.values)
    penalty = choice("penalty", checked.penalty, Legality.values)
    norm = text("norm", checked.norm, 500, multiline=False)
    findings = text("findings", checked.findings, 8000)
    step.save(
        detention=detention,
        penalty=penalty,
        norm=norm,
        findings=findings,
        checked_on=on,
        checked_by_id=by.appointment_id,
    )
    step.journal(detention=detention, penalty=penalty)
    return row


@implements("O.6.2", "O.7.1")
@transaction.atomic
def pass_violation(*, case_id: UUID, version: int, matter_id: UUID, by: Actor, on: date) -> OffenceCase:
    """Record in a matter of the direction what the check found unlawful; acts are drafted from there.

    Raises Conflict where nothing was found unlawful, AlreadyDone, InvalidInput, NotPermitted.
    """
    row = locked(case_id, by=by, on=on)
    step = _after_check(row, version, by, on)
    if row.violation_id is not None:
        raise AlreadyDone()
    if Legality.UNLAWFUL not in (row.detention, row.penalty):
        raise Conflict("all_lawful", N_("The check found nothing unlawful in this case."))
    matter = open_matter(matter_id, row, by)
    assert matter is not None  # an id was given, and an unknown one is refused
    violated = matters.Violated(
        norm=row.norm or "",
        what=(row.findings or "")[:4000],
        violator_kind="body",
        violator_body=row.body,
        rights_of="person",
        committed_on=None,
    )
    found = matters.record_violation(
        matter_id=matter.id, version=matter.version, violated=violated, by=by, on=on
    )
    step.save(to=row.status, matter=matter, violation=found)
    return row


@implements("O.8.d3")
@transaction.atomic
def link_act(*, case_id: UUID, version: int, act_id: UUID, by: Actor, on: date) -> OffenceCase:
    """Say which act of the case's matter was brought on it. Raises InvalidInput."""
    row = locked(case_id, by=by, on=on)
    step = _after_check(row, version, by, on)
    act = Act.objects.filter(id=act_id, matter=row.matter_id).first() if row.matter_id else None
    if act is None:
        raise InvalidInput.of(
            "act", "not_of_matter", N_("Choose an act of the case's matter: draft it there first.")
        )
    with refused_by(LINKED):
        OffenceAct.objects.create(case=row, act=act)
    step.save(to=row.status)
    step.journal(act=act.id)
    return row


@implements("L.1.3", "O.7.1")
@transaction.atomic
def record_outcome(
    *, case_id: UUID, version: int, outcome: str, outcome_on: date, paper: str, by: Actor, on: date
) -> OffenceCase:
    """Record what became of the case, by which decision; it leaves supervision. Raises AlreadyDone.

    Raises Conflict as long as the file is here.
    """
    row = locked(case_id, by=by, on=on)
    if row.status == CaseStatus.DONE:
        raise AlreadyDone()
    step = CASES.ask(row, CHECK, case_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    if row.status in (CaseStatus.CALLED, CaseStatus.RECEIVED):
        raise Conflict("not_checked", N_("Check the legality first, then record the outcome."))
    if row.received_on is not None and row.returned_on is None:
        raise Conflict("file_here", N_("The file is still here: record its return first (O.8.d5)."))
    said = choice("outcome", outcome, [one for one in CaseOutcome.values if one != CaseOutcome.WITHHELD])
    day = within("outcome_on", outcome_on, earliest=row.begun_on, latest=on)
    decision = text("paper", paper, 200, multiline=False)
    terms.finish_open(kind=CASES.kind, subject_id=row.id, on=day, by=by)
    step.save(to=CaseStatus.DONE, outcome=said, outcome_on=day, outcome_paper=decision, due_on=None)
    step.journal(outcome=said)
    return row


def _after_check(row: OffenceCase, version: int, by: Actor, on: date) -> "Step[OffenceCase]":
    step = CASES.ask(row, CHECK, case_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    if row.status not in (CaseStatus.CHECKED, CaseStatus.OPENED, CaseStatus.CLOSED):
        raise Conflict("not_checked", N_("This is done once the legality was checked, before the outcome."))
    return step

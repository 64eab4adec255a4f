"""Instructions to the investigator with a term, and whether they were carried out (L.3.2, O.8.1)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.dates import within
from qadaga.matters.services.base import text
from qadaga.supervision.pretrial.choices import InstructionStatus
from qadaga.supervision.pretrial.models import Instruction
from qadaga.supervision.pretrial.services import base
from qadaga.supervision.pretrial.subject import KEEP

TERM, LONGEST = "pretrial_instruction", 365


@implements("L.3.2", "O.8.1")
@transaction.atomic
def instruct(
    *, case_id: UUID, version: int, days: int, said: base.Reasoned, by: Actor, on: date
) -> Instruction:
    """Instruct the investigator in one's own name, to be carried out within the days."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, "investigation.instruct", by=by, on=on)
    if not 1 <= days <= LONGEST:
        raise InvalidInput.of("days", "bad_length", N_("From 1 to %(most)s days."), most=LONGEST)
    row = Instruction(case=case, office_id=case.office_id, region_id=case.region_id, issued_on=on)
    row.status = InstructionStatus.ISSUED
    for name, value in base.sign(step, said, "instruction", "").items():
        setattr(row, name, value)
    made = base.owner(case, "instruction", row.id)
    row.due_on = terms.start(owner=made, rule=TERM, on=on, by=by, days=days).due_on
    row.save(force_insert=True)
    step.save(to=case.status)
    step.journal(instruction=row.id, number=row.number, due_on=row.due_on, sha256=row.sha256)
    return row


@implements("L.3.2")
@transaction.atomic
def record_execution(
    *,
    case_id: UUID,
    version: int,
    instruction_id: UUID,
    executed: bool,
    reported_on: date,
    report: str,
    by: Actor,
    on: date,
) -> Instruction:
    """Record what the investigator reported: carried out or not; the term ends. Raises AlreadyDone."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = base.row_of(case, Instruction, instruction_id, "instruction")
    if row.status != InstructionStatus.ISSUED:
        raise AlreadyDone()
    day = within("reported_on", reported_on, earliest=row.issued_on, latest=on)
    to = InstructionStatus.EXECUTED if executed else InstructionStatus.FAILED
    base.write(row, status=to, reported_on=day, report=text("report", report), due_on=None)
    terms.finish_open(kind="instruction", subject_id=row.id, on=day, by=by)
    step.save(to=case.status)
    step.journal(instruction=row.id, executed=executed)
    return row

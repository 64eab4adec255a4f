"""Instructions to the investigator with a term, and whether they were carried out (L.3.2, O.8.1)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.dates import within
from qadaga.matters.delivery import Delivered, serve
from qadaga.matters.services.base import text
from qadaga.supervision.pretrial.choices import AWAITED, InstructionStatus
from qadaga.supervision.pretrial.models import Cancellation, Instruction
from qadaga.supervision.pretrial.services import base
from qadaga.supervision.pretrial.subject import KEEP

TERM, DELIVERY, LONGEST = "pretrial_instruction", "pretrial_delivery", 365


@implements("L.3.2", "O.8.1")
@transaction.atomic
def instruct(
    *, case_id: UUID, version: int, said: base.Reasoned, by: Actor, on: date, days: int | None = None
) -> Instruction:
    """Instruct the investigator in one's own name, to be carried out within the days (the law's own where
    none are set). They count from the delivery; until that is recorded the delivery's own term runs.
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, "investigation.instruct", by=by, on=on)
    if days is not None and not 1 <= days <= LONGEST:
        raise InvalidInput.of("days", "bad_length", N_("From 1 to %(most)s days."), most=LONGEST)
    row = Instruction(case=case, office_id=case.office_id, region_id=case.region_id, issued_on=on, days=days)
    row.status = InstructionStatus.ISSUED
    for name, value in base.sign(step, said, "instruction", "").items():
        setattr(row, name, value)
    made = base.owner(case, "instruction", row.id)
    row.due_on = terms.start(owner=made, rule=DELIVERY, on=on, by=by).due_on
    row.save(force_insert=True)
    step.save(to=case.status)
    step.journal(instruction=row.id, number=row.number, due_on=row.due_on, sha256=row.sha256)
    return row


@implements("L.3.2", "O.8.d3")
@transaction.atomic
def deliver(
    *, case_id: UUID, version: int, row_id: UUID, delivered: Delivered, by: Actor, on: date
) -> Instruction | Cancellation:
    """Record that an instruction, or the cancellation of a decision, reached the body, with the proof.

    The term of an instruction that waits runs from that day. Raises AlreadyDone, InvalidInput (no proof, a
    day that cannot be, a row of another case), NotPermitted.
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = base.found(case, Instruction, row_id) or base.there(base.found(case, Cancellation, row_id), "row")
    day = serve(row, delivered, earliest=row.signed_on, by=by, on=on)
    if isinstance(row, Instruction) and row.status == InstructionStatus.ISSUED:
        # One issued before deliveries were recorded had its term from its day: it runs anew.
        terms.finish_open(kind="instruction", subject_id=row.id, on=day, by=by)
        made = base.owner(case, "instruction", row.id)
        due = terms.start(owner=made, rule=TERM, on=day, by=by, days=row.days).due_on
        base.write(row, due_on=due)
    step.save(to=case.status)
    step.journal(row=row.id, served=day, way=row.served_way)
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
    """Record what the investigator reported, in the term or after it: carried out or not; the term ends.

    Raises AlreadyDone.
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = base.row_of(case, Instruction, instruction_id, "instruction")
    if row.status not in AWAITED:
        raise AlreadyDone()
    day = within("reported_on", reported_on, earliest=row.served_on or row.issued_on, latest=on)
    to = InstructionStatus.EXECUTED if executed else InstructionStatus.FAILED
    base.write(row, status=to, reported_on=day, report=text("report", report), due_on=None)
    terms.finish_open(kind="instruction", subject_id=row.id, on=day, by=by)
    step.save(to=case.status)
    step.journal(instruction=row.id, executed=executed)
    return row


@implements("L.3.2", "O.8.d3", "O.6.2")
@transaction.atomic
def record_silence(
    *, case_id: UUID, version: int, instruction_id: UUID, undone: str, by: Actor, on: date
) -> Instruction:
    """Record that no report came in the term, and what is left undone: a violation to count in the matter.

    A late report is still recorded. Raises Conflict before the delivery and while the term runs, AlreadyDone.
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = base.row_of(case, Instruction, instruction_id, "instruction")
    if row.status != InstructionStatus.ISSUED:
        raise AlreadyDone()
    _refuse_in_term(row, on)
    base.write(row, status=InstructionStatus.SILENT, silent_on=on, undone=text("undone", undone), due_on=None)
    terms.finish_open(kind="instruction", subject_id=row.id, on=on, by=by)
    step.save(to=case.status)
    step.journal(instruction=row.id, silent_on=on)
    return row


def _refuse_in_term(row: Instruction, on: date) -> None:
    term = terms.open_term("instruction", row.id, TERM)
    if term is None:
        raise Conflict(
            "not_delivered",
            N_("Record first that the instruction was delivered: its term runs from then (O.8.d3)."),
        )
    if term.due_on >= on:
        raise Conflict(
            "term_runs",
            N_("The term of the instruction runs until %(due)s: silence is recorded after it (L.3.2)."),
            due=term.due_on,
        )

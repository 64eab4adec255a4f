"""Instructions with a term, and whether they were carried out; what followed a cancelled decision (L.3.2)."""

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
from qadaga.supervision.pretrial.models import Cancellation, Case, Instruction
from qadaga.supervision.pretrial.models.course import Followed
from qadaga.supervision.pretrial.services import base
from qadaga.supervision.pretrial.subject import KEEP

TERM, DELIVERY, LONGEST = "pretrial_instruction", "pretrial_delivery", 365
# Of each paper that the body follows: on what its term runs, and by which rule.
FOLLOWS: dict[type[Followed], tuple[str, str]] = {
    Instruction: ("instruction", TERM),
    Cancellation: ("cancellation", "pretrial_cancelled"),
}


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
    row.due_on = begin_delivery(case, row, by=by, on=on)
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

    The term of what has to follow runs from that day. Raises AlreadyDone, InvalidInput (no proof, a
    day that cannot be, a row of another case), NotPermitted.
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = _paper(case, row_id, "row")
    day = serve(row, delivered, earliest=row.signed_on, by=by, on=on)
    if row.status == InstructionStatus.ISSUED:
        _run(case, row, day, by)
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
) -> Instruction | Cancellation:
    """Record what the body reported of the instruction or after the cancellation, in the term or after it:
    carried out or not; the term ends. Raises AlreadyDone.
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = _paper(case, instruction_id, "instruction")
    if row.status not in AWAITED:
        raise AlreadyDone()
    day = within("reported_on", reported_on, earliest=row.served_on or row.signed_on, latest=on)
    to = InstructionStatus.EXECUTED if executed else InstructionStatus.FAILED
    base.write(row, status=to, reported_on=day, report=text("report", report), due_on=None)
    terms.finish_open(kind=FOLLOWS[type(row)][0], subject_id=row.id, on=day, by=by)
    step.save(to=case.status)
    step.journal(instruction=row.id, executed=executed)
    return row


@implements("L.3.2", "O.8.d3", "O.6.2")
@transaction.atomic
def record_silence(
    *, case_id: UUID, version: int, instruction_id: UUID, undone: str, by: Actor, on: date
) -> Instruction | Cancellation:
    """Record that no report came in the term of the instruction or after the cancellation, and what is left
    undone: a violation to count in the matter.

    A late report is still recorded. Raises Conflict before the delivery and while the term runs, AlreadyDone.
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = _paper(case, instruction_id, "instruction")
    if row.status != InstructionStatus.ISSUED:
        raise AlreadyDone()
    _refuse_in_term(row, on)
    base.write(row, status=InstructionStatus.SILENT, silent_on=on, undone=text("undone", undone), due_on=None)
    terms.finish_open(kind=FOLLOWS[type(row)][0], subject_id=row.id, on=on, by=by)
    step.save(to=case.status)
    step.journal(instruction=row.id, silent_on=on)
    return row


def begin_delivery(case: Case, row: Instruction | Cancellation, *, by: Actor, on: date) -> date:
    """Start the term in which the paper reaches the body; its last day."""
    made = base.owner(case, FOLLOWS[type(row)][0], row.id)
    return terms.start(owner=made, rule=DELIVERY, on=on, by=by).due_on


def _paper(case: Case, row_id: UUID, field: str) -> Instruction | Cancellation:
    """The instruction or cancellation of the case. Raises InvalidInput on the field."""
    found = base.found(case, Instruction, row_id)
    return found or base.there(base.found(case, Cancellation, row_id), field)


def _run(case: Case, row: Instruction | Cancellation, day: date, by: Actor) -> None:
    """The term of what has to follow, from the delivery."""
    kind, rule = FOLLOWS[type(row)]
    # One issued before deliveries were recorded had its term from its day: it runs anew.
    terms.finish_open(kind=kind, subject_id=row.id, on=day, by=by)
    days = row.days if isinstance(row, Instruction) else None
    due = terms.start(owner=base.owner(case, kind, row.id), rule=rule, on=day, by=by, days=days).due_on
    base.write(row, due_on=due)


def _refuse_in_term(row: Instruction | Cancellation, on: date) -> None:
    kind, rule = FOLLOWS[type(row)]
    term = terms.open_term(kind, row.id, rule)
    if term is None:
        raise Conflict(
            "not_delivered",
            N_("Record first that the paper was delivered: its term runs from then (O.8.d3)."),
        )
    if term.due_on >= on:
        raise Conflict(
            "term_runs",
            N_("The term runs until %(due)s: silence is recorded after it (L.3.2)."),
            due=term.due_on,
        )

"""Discrepancies: which record, what is wrong, how many were reported and how many there were (L.3.8)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.statistics.choices import IN_RECORDS, CheckStatus, Fault
from qadaga.supervision.statistics.models import Discrepancy, RecordsCheck
from qadaga.supervision.statistics.services import base

MOST = 1_000_000
TWICE = {
    "discrepancy_once": FieldError(
        "record_no", "taken", N_("This discrepancy of this record stands in the check already.")
    )
}


@dataclass(frozen=True, slots=True)
class Found:
    """What is wrong with which record: reported and found counts, the norm, what was established."""

    fault: str
    record_no: str
    reported: int
    found: int
    norm: str
    what: str


@implements("L.3.8", "O.6.2")
@transaction.atomic
def add_discrepancy(*, check_id: UUID, version: int, found: Found, by: Actor, on: date) -> RecordsCheck:
    """Add a discrepancy to a check under way. Raises InvalidInput (counts that agree, the same twice)."""
    step = base.asked(check_id, version, by=by, on=on)
    if step.row.status != CheckStatus.BEGUN:
        raise Conflict("not_under_way", N_("Discrepancies are added while the check is under way."))
    row = _row(step.row, found)
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.save(to=CheckStatus.BEGUN)
    step.journal(discrepancy=row.id, fault=row.fault)
    return step.row


def _row(check: RecordsCheck, found: Found) -> Discrepancy:
    row, problems = Discrepancy(check_of=check), Problems()
    with problems.collect():
        row.fault = choice("fault", found.fault, list(IN_RECORDS))
    with problems.collect():
        row.record_no = text("record_no", found.record_no, 60, multiline=False)
    with problems.collect():
        row.norm = text("norm", found.norm, 500, multiline=False)
    with problems.collect():
        row.what = text("what", found.what, 4000)
    with problems.collect():
        row.reported = _count("reported", found.reported)
    with problems.collect():
        row.found = _count("found", found.found)
    problems.check()
    _agree(row)
    return row


def _count(field: str, value: int) -> int:
    if not 0 <= value <= MOST:
        raise InvalidInput.of(field, "out_of_range", N_("Give a number from 0 to %(most)s."), most=MOST)
    return value


def _agree(row: Discrepancy) -> None:
    """The counts must bear the fault out."""
    if row.fault == Fault.HIDDEN and row.found <= row.reported:
        raise InvalidInput.of(
            "found", "nothing_hidden", N_("Something is hidden where more was found than reported.")
        )
    if row.fault == Fault.LATE and row.reported == 0:
        raise InvalidInput.of("reported", "not_entered", N_("What was entered late was entered: at least 1."))
    if row.fault == Fault.WRONG and row.found == row.reported:
        raise InvalidInput.of("found", "the_same", N_("The figures agree: then nothing is wrong with them."))

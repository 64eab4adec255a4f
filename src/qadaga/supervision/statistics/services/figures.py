"""Figures asked of the body for a check: the term of the reply runs, what came is noted (O.8.2)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.dates import within
from qadaga.matters.services.base import text
from qadaga.supervision.statistics.choices import CheckStatus, Fault
from qadaga.supervision.statistics.models import Discrepancy, RecordsCheck
from qadaga.supervision.statistics.services import base
from qadaga.supervision.statistics.subject import ASK, CHECKS

REPLY = "document_request"


@implements("O.8.2", "L.3.8")
@transaction.atomic
def ask_figures(*, check_id: UUID, version: int, asked_how: str, by: Actor, on: date) -> RecordsCheck:
    """Ask the body for its figures, by which paper and how it was delivered. Raises AlreadyDone, Conflict."""
    step = base.asked(check_id, version, by=by, on=on, power=ASK)
    row = step.row
    _under_way(row)
    if row.asked_on is not None:
        raise AlreadyDone()
    how = text("asked_how", asked_how, 200, multiline=False)
    terms.start(owner=base.owner(row), rule=REPLY, on=on, by=by)
    step.save(to=CheckStatus.BEGUN, asked_on=on, asked_how=how)
    step.journal()
    return row


@implements("O.8.2", "L.3.8")
@transaction.atomic
def receive_figures(*, check_id: UUID, version: int, came_on: date, by: Actor, on: date) -> RecordsCheck:
    """Record that the figures came; the term ends. Raises Conflict where none were asked for."""
    step = base.asked(check_id, version, by=by, on=on)
    row = step.row
    _under_way(row)
    if row.asked_on is None:
        raise Conflict("not_asked", N_("No figures were asked for in this check."))
    if row.came_on is not None:
        raise AlreadyDone()
    day = within("came_on", came_on, earliest=row.asked_on, latest=on)
    terms.finish_open(kind=CHECKS.kind, subject_id=row.id, on=day, by=by)
    step.save(to=CheckStatus.BEGUN, came_on=day)
    step.journal()
    return row


@implements("O.8.2", "L.3.8", "O.8.d3")
@transaction.atomic
def record_silence(
    *, check_id: UUID, version: int, norm: str, what: str, by: Actor, on: date
) -> RecordsCheck:
    """Record that figures asked for did not come in their term: a discrepancy that an act answers.

    Raises Conflict while the term runs or where nothing was asked for, AlreadyDone.
    """
    step = base.asked(check_id, version, by=by, on=on)
    row = step.row
    _under_way(row)
    if row.silent_on is not None or row.came_on is not None:
        raise AlreadyDone()
    due = _awaited(row)
    if due >= on:
        raise Conflict(
            "not_silent",
            N_("The term of the reply runs until %(due)s: silence is recorded after it."),
            due=due,
        )
    made = Discrepancy.objects.create(
        check_of=row,
        fault=Fault.WITHHELD,
        record_no=f"{row.number_text}: {row.asked_on:%d.%m.%Y}"[:60],
        reported=0,
        found=0,
        norm=text("norm", norm, 500, multiline=False),
        what=text("what", what, 4000),
    )
    terms.finish_open(kind=CHECKS.kind, subject_id=row.id, on=on, by=by)
    step.save(to=CheckStatus.BEGUN, silent_on=on)
    step.journal(discrepancy=made.id, due=due)
    return row


def _awaited(row: RecordsCheck) -> date:
    """The last day of the reply; Conflict where no figures were asked for."""
    term = terms.open_term(CHECKS.kind, row.id, REPLY)
    if term is None:
        raise Conflict("not_asked", N_("No figures were asked for in this check."))
    return term.due_on


def _under_way(row: RecordsCheck) -> None:
    if row.status != CheckStatus.BEGUN:
        raise Conflict("not_under_way", N_("This check is finished already."))

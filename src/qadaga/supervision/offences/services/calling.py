"""What follows a call for a file: the letter is delivered, its term or the return's prolonged (O.8.2)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters.delivery import Delivered, serve
from qadaga.matters.services.base import text
from qadaga.supervision.offences.choices import CaseStatus
from qadaga.supervision.offences.models import FileCall, OffenceCase
from qadaga.supervision.offences.services.files import locked, run
from qadaga.supervision.offences.subject import CASES, FILE, PROLONG, case_subject


@implements("O.8.2")
@transaction.atomic
def deliver(*, case_id: UUID, version: int, delivered: Delivered, by: Actor, on: date) -> OffenceCase:
    """Record that the letter reached whoever has the file, with the proof: the reply's term runs from then.

    Raises AlreadyDone, and Conflict where no letter was issued: the office opened the proceedings itself.
    """
    row = locked(case_id, by=by, on=on)
    step = CASES.ask(row, FILE, case_subject(row, by, on), by=by, on=on)
    letter = FileCall.objects.filter(case=row).first()
    if letter is None:
        raise Conflict("no_letter", N_("No letter called for this file."))
    if letter.served_on is not None:
        raise AlreadyDone()
    change.expect(row, version)
    served_on = serve(letter, delivered, earliest=letter.signed_on, by=by, on=on)
    if row.status == CaseStatus.CALLED:
        terms.finish_open(kind="admin_case", subject_id=row.id, on=served_on, by=by)
        run(row, "document_request", served_on, by)
    change.advance(row, row.status, due_on=row.due_on)
    step.journal(due=row.due_on, served=served_on, way=letter.served_way)
    return row


@implements("O.8.2", "O.13.1")
@transaction.atomic
def prolong(*, case_id: UUID, version: int, until: date, reason: str, by: Actor, on: date) -> OffenceCase:
    """Prolong the running term of the case: of the file's coming, or of its return.

    Raises InvalidInput on `until`, Conflict where no term runs, NotPermitted (the leadership only).
    """
    why = text("reason", reason)
    row = locked(case_id, by=by, on=on)
    step = CASES.rule(row, PROLONG, case_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    due = terms.lengthen(kind="admin_case", subject_id=row.id, until=until, on=on, by=by, reason=why)
    step.save(due_on=due)
    step.journal(due=due)
    return row

"""A body silent after a term is reminded: of the file called for, of its decision, of the outcome (O.8.2)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.choices import TermState
from qadaga.matters.delivery import reminded
from qadaga.matters.models import Term
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.offences.models import CaseReminder, OffenceCase
from qadaga.supervision.offences.services.files import locked
from qadaga.supervision.offences.subject import AWAITED, CASES, FILE, case_subject

ONCE = {
    "offencereminder_day_once": FieldError("way", "taken", N_("The body was reminded on this day already."))
}


@implements("O.8.2", "O.8.9")
@transaction.atomic
def remind(*, case_id: UUID, version: int, way: str, reference: str, by: Actor, on: date) -> CaseReminder:
    """Record that a body which let its term pass was reminded. Raises Conflict in the term, InvalidInput."""
    row = locked(case_id, by=by, on=on)
    step = CASES.ask(row, FILE, case_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    if not late(row, on):
        raise Conflict("not_silent", N_("No term of the body has passed: there is nothing to remind of."))
    made = CaseReminder(case=row, **reminded(way, reference, by=by, on=on))
    with refused_by(ONCE):
        made.save(force_insert=True)
    change.advance(row, row.status)
    step.journal(reminder=made.id)
    return made


def late(row: OffenceCase, on: date) -> bool:
    """Whether the body has let a term of its own pass: of the file, of its decision, of the outcome."""
    own = Term.objects.filter(subject_kind=CASES.kind, subject_id=row.id, rule__in=AWAITED)
    return own.filter(state=TermState.RUNNING, due_on__lt=on).exists()

"""A resolution of the prosecutor reaches the body that conducts the case, which then decides (O.8.9)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.delivery import Delivered, serve
from qadaga.supervision.offences.choices import CaseStatus, DecisionKind
from qadaga.supervision.offences.models import OffenceCase, ProceedingsResolution
from qadaga.supervision.offences.services.files import locked, run
from qadaga.supervision.offences.subject import CASES, FILE, OUTCOME, REPLY, case_subject

# Which term runs from the delivery of a resolution, while the case stands where it left it.
RUNS = {
    (DecisionKind.OPEN, CaseStatus.OPENED): REPLY,
    (DecisionKind.CLOSE, CaseStatus.CLOSED): OUTCOME,
}


@implements("O.8.9")
@transaction.atomic
def deliver_resolution(
    *, case_id: UUID, version: int, resolution_id: UUID, delivered: Delivered, by: Actor, on: date
) -> OffenceCase:
    """Record that a resolution reached the body, with the proof. From that day runs the term of the body's
    decision where it opened proceedings, of its outcome where it closed them, until that is recorded.

    Raises AlreadyDone, InvalidInput (a resolution of another case, no proof, a day that cannot be).
    """
    row = locked(case_id, by=by, on=on)
    step = CASES.ask(row, FILE, case_subject(row, by, on), by=by, on=on)
    made = ProceedingsResolution.objects.select_for_update().filter(case=row, id=resolution_id).first()
    if made is None:
        raise InvalidInput.of("resolution", "unknown", N_("Choose a resolution of this case."))
    if made.served_on is not None:
        raise AlreadyDone()
    change.expect(row, version)
    served_on = serve(made, delivered, earliest=made.signed_on, by=by, on=on)
    due = row.due_on
    rule = RUNS.get((DecisionKind(made.kind), CaseStatus(row.status)))
    if rule is not None:
        run(row, rule, served_on, by)
        # The file may be here as well: the earlier of the two days is shown.
        row.due_on = min(day for day in (due, row.due_on) if day is not None)
    step.save(to=row.status, due_on=row.due_on)
    step.journal(resolution=made.number, served=made.served_on, way=made.served_way, due=row.due_on)
    return row

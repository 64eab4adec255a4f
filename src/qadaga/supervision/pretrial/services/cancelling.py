"""An unlawful decision of the investigating body cancelled by a reasoned resolution (L.3.2, O.8.d3)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.pretrial.choices import CancelGround, CaseStatus, DecisionKind
from qadaga.supervision.pretrial.models import Cancellation, Case
from qadaga.supervision.pretrial.services import base
from qadaga.supervision.pretrial.services.cases import reopen
from qadaga.supervision.pretrial.services.instructing import begin_delivery

POWER = "investigation.cancel_decision"
TAKEN = {"cancellation_once": FieldError("decided_on", "taken", N_("This decision is cancelled already."))}
# Cancelling what brought the case to this status opens it again.
OPENS = {
    (DecisionKind.INTERRUPTED, CaseStatus.SUSPENDED),
    (DecisionKind.TERMINATED, CaseStatus.CLOSED),
}


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision: which, of what day, by whom; the ground of its cancellation."""

    decision: str
    decided_on: date
    decided_by: str
    ground: str


@implements("L.3.2", "O.8.1", "O.8.d3")
@transaction.atomic
def cancel(
    *, case_id: UUID, version: int, decided: Decided, said: base.Reasoned, by: Actor, on: date
) -> Cancellation:
    """Cancel the decision; a case that it interrupted or terminated is open again, its term runs on.

    The term of the delivery begins; from then on one runs in which the body decides anew.
    """
    case = base.lock(case_id, version, by=by, on=on)
    ground = choice("ground", decided.ground, CancelGround.values)
    kind = choice("decision", decided.decision, DecisionKind.values)
    to = CaseStatus.OPENED if (kind, case.status) in OPENS else case.status
    step = base.begin(case, POWER, by=by, on=on, ground=ground, to=to)
    row = Cancellation(case=case, office_id=case.office_id, region_id=case.region_id)
    row.decision, row.ground = kind, ground
    row.decided_on = within("decided_on", decided.decided_on, earliest=None, latest=on)
    row.decided_by = text("decided_by", decided.decided_by, 300, multiline=False)
    for name, value in base.sign(step, said, "resolution", row.get_decision_display()).items():
        setattr(row, name, value)
    with refused_by(TAKEN):
        row.save(force_insert=True)
    base.write(row, due_on=begin_delivery(case, row, by=by, on=on))
    step.save(to=to, **_reopened(case, to, by, on, said.reasons))
    step.journal(cancellation=row.id, number=row.number, sha256=row.sha256)
    return row


def _reopened(case: Case, to: str, by: Actor, on: date, reason: str) -> dict[str, Any]:
    return reopen(case, by, on, reason) if to != case.status else {}

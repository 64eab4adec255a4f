"""What the court decided on an act that was taken to it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts.choices import CourtOutcome
from qadaga.acts.models import Act, CourtDecision
from qadaga.acts.services.base import begin
from qadaga.authority.actor import Actor
from qadaga.documents.models import StoredFile
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of the court: what, on which day, its number, what it says, its file."""

    outcome: str
    decided_on: date
    number: str
    summary: str = ""
    file: StoredFile | None = None


@implements("O.7.2")
def record_court_decision(*, act_id: UUID, version: int, decided: Decided, by: Actor, on: date) -> Act:
    """Record the court's decision: the act is granted, wholly or in part, refused, or left unconsidered.

    What was not granted in full says why in its summary. Raises InvalidInput, Stale, NotPermitted, Conflict
    where the act is not in court, NotFound.
    """
    choice("outcome", decided.outcome, CourtOutcome.values)
    number = text("number", decided.number, 60, multiline=False)
    summary = text("summary", decided.summary, 8000, required=decided.outcome != CourtOutcome.GRANTED)
    with transaction.atomic():
        step = begin(act_id, "act.court_outcome", version=version, by=by, on=on, to=decided.outcome)
        escalation = step.row.escalations.filter(where="court").order_by("-id")[0]
        within("decided_on", decided.decided_on, earliest=escalation.on, latest=on)
        row = CourtDecision.objects.create(
            escalation=escalation,
            act=step.row,
            outcome=decided.outcome,
            decided_on=decided.decided_on,
            number=number,
            summary=summary,
            file=decided.file,
            recorded_on=on,
            by_id=by.appointment_id,
        )
        step.save(summary)
        step.journal(decision=row.id, outcome=row.outcome, decided=row.decided_on)
        return step.row

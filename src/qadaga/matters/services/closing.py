"""The end of a matter: its four results (L.1.3), then its closing."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.choices import Outcome, ResultKind
from qadaga.matters.dates import choice
from qadaga.matters.models import Matter, MatterResult, Violation
from qadaga.matters.obstacles import closing_marks, disagreement, obstacles
from qadaga.matters.services.answering import answered
from qadaga.matters.services.base import begin, text


@implements("L.1.3", "O.6.2")
def record_result(
    *, matter_id: UUID, version: int, kind: str, outcome: str, note: str = "", by: Actor, on: date
) -> MatterResult:
    """State one of the four results; stating it again replaces it. Anything but "reached" says why.

    Raises InvalidInput on `outcome` where it contradicts the violations, people or liabilities on record.
    """
    choice("kind", kind, ResultKind.values)
    choice("outcome", outcome, Outcome.values)
    note = text("note", note, 4000, required=outcome != Outcome.REACHED)
    with transaction.atomic():
        step = begin(matter_id, "matter.record_result", version=version, by=by, on=on)
        wrong = disagreement(step.row, kind, outcome)
        if wrong:
            raise InvalidInput.of("outcome", "disagrees", wrong)
        columns = {"outcome": outcome, "note": note, "recorded_on": on, "recorded_by_id": by.appointment_id}
        result, _ = MatterResult.objects.update_or_create(matter=step.row, kind=kind, defaults=columns)
        step.save()
        step.journal(result=kind, outcome=outcome)
        return result


@implements("L.1.3")
def close(*, matter_id: UUID, version: int, conclusion: str, by: Actor, on: date) -> Matter:
    """Close the matter. NotPermitted while an appeal of it waits for its outcome (APPC.76).

    Conflict `not_ready` (409) lists in `missing` everything not yet settled.
    """
    conclusion = text("conclusion", conclusion, 8000)
    with transaction.atomic():
        step = begin(matter_id, "matter.close", version=version, by=by, on=on, marks=closing_marks)
        missing = obstacles(step.row)
        if missing:
            raise Conflict(
                "not_ready", N_("The matter cannot be closed yet: something is missing."), missing=missing
            )
        step.save(
            conclusion, closed_on=on, closed_by_id=by.appointment_id, conclusion=conclusion, due_on=None
        )
        answered(Violation.objects.filter(matter=step.row))
        step.journal()
        return step.row

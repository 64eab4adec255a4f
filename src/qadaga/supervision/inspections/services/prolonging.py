"""A longer period: asked of the office above, decided there, applied by the own leadership (O.8.4, L.1.2)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.law.coverage import implements
from qadaga.matters import change, prolonging, terms
from qadaga.matters.choices import ProlongGround
from qadaga.matters.prolonging import Longer
from qadaga.matters.services.base import text
from qadaga.supervision.inspections.models import Inspection, Prolongation
from qadaga.supervision.inspections.overlaps import TERM
from qadaga.supervision.inspections.services.base import begin, lock, rule
from qadaga.supervision.inspections.subject import consent_mark


def ask_prolong(*, inspection_id: UUID, version: int, longer: Longer, by: Actor, on: date) -> Prolongation:
    """Ask the office above for a longer period, while the present one runs."""
    longer = prolonging.worded(longer)
    with transaction.atomic():
        power = "inspection.ask_prolong"
        step = begin(inspection_id, power, version=version, by=by, on=on, ground=longer.ground)
        row = step.row
        asked = prolonging.ask(row.prolongations, longer, due=row.due_on, rule=TERM, by=by, on=on)
        step.save(longer.reason)
        step.journal(until=longer.until, ground=longer.ground)
        return asked


@implements("L.1.2")
def consent(
    *, inspection_id: UUID, version: int, agree: bool, decision: str, by: Actor, on: date
) -> Prolongation:
    """The higher prosecutor agrees to the longer period, or refuses it, with reasons."""
    decision = text("decision", decision)
    with transaction.atomic():
        step = begin(inspection_id, "inspection.consent", version=version, by=by, on=on)
        asked = prolonging.decide(step.row.prolongations, agree=agree, decision=decision, by=by, on=on)
        step.save(decision)
        step.journal(agreed=agree, until=asked.until)
        return asked


@implements("O.8.4")
def prolong(*, inspection_id: UUID, version: int, by: Actor, on: date) -> Inspection:
    """Apply the longer period that the office above agreed to; refused without it (an unverified figure)."""
    with transaction.atomic():
        inspection = lock(inspection_id, by=by, on=on)
        change.expect(inspection, version)
        asked = list(inspection.prolongations.order_by("id"))
        wanted = prolonging.agreed(asked) or _own_wish(inspection, asked)
        ground = wanted.ground if wanted else ProlongGround.FURTHER_STUDY
        marks = consent_mark(inspection, asked)
        step = rule(inspection, "inspection.prolong", by=by, on=on, ground=ground, extra=marks)
        if wanted is None:
            raise prolonging.nothing_asked()
        term = terms.open_term("inspection", inspection.id, TERM)
        due = prolonging.apply(wanted, term=term, by=by, on=on)
        step.save(wanted.reason, due_on=due)
        step.journal(until=wanted.until, ground=wanted.ground)
        return inspection


def _own_wish(inspection: Inspection, asked: list[Prolongation]) -> Prolongation | None:
    """The first-level office decides for itself: nobody is above it."""
    if inspection.acting_office.parent_id is not None:
        return None
    return next((row for row in asked if row.decided_on is None), None)


def refuse_length(inspection: Inspection, until: date, on: date) -> None:
    """Raise InvalidInput on `until` for a day too far or not later, Conflict after the last day."""
    prolonging.refuse_length(inspection.due_on, until, rule=TERM, on=on)

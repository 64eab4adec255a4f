"""A longer period: asked of the office above, decided there, applied by the own leadership (O.8.4, L.1.2)."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.supervision.inspections.choices import ProlongGround
from qadaga.supervision.inspections.models import Inspection, Prolongation
from qadaga.supervision.inspections.overlaps import TERM
from qadaga.supervision.inspections.services.base import begin, lock, rule
from qadaga.supervision.inspections.subject import agreed, consent_mark


@dataclass(frozen=True, slots=True)
class Longer:
    """Until when, on which ground and why an inspection should go on."""

    until: date
    ground: str
    reason: str


def ask_prolong(*, inspection_id: UUID, version: int, longer: Longer, by: Actor, on: date) -> Prolongation:
    """Ask the office above for a longer period, while the present one runs."""
    choice("ground", longer.ground, ProlongGround.values)
    reason = text("reason", longer.reason)
    with transaction.atomic():
        power = "inspection.ask_prolong"
        step = begin(inspection_id, power, version=version, by=by, on=on, ground=longer.ground)
        refuse_length(step.row, longer.until, on)
        _refuse_second(step.row)
        asked = Prolongation.objects.create(
            inspection=step.row,
            ground=longer.ground,
            reason=reason,
            until=longer.until,
            asked_on=on,
            asked_by_id=by.appointment_id,
        )
        step.save(reason)
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
        asked = step.row.prolongations.filter(decided_on__isnull=True).first()
        if asked is None:
            raise Conflict("nothing_asked", N_("Nobody has asked for a longer period."))
        asked.agreed, asked.decision = agree, decision
        asked.decided_on, asked.decided_by_id = on, by.appointment_id
        asked.save(update_fields=["agreed", "decision", "decided_on", "decided_by"])
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
        wanted = agreed(asked) or _own_wish(inspection, asked)
        ground = wanted.ground if wanted else ProlongGround.FURTHER_STUDY
        marks = consent_mark(inspection, asked)
        step = rule(inspection, "inspection.prolong", by=by, on=on, ground=ground, extra=marks)
        if wanted is None:
            raise Conflict("nothing_asked", N_("Nobody has asked for a longer period."))
        wanted.applied_on, wanted.applied_by_id = on, by.appointment_id
        wanted.save(update_fields=["applied_on", "applied_by"])
        term = terms.open_term("inspection", inspection.id, TERM)
        if term is None:
            raise Conflict("term_finished", N_("The term is over already."))
        terms.prolong(term=term, on=on, by=by, reason=wanted.reason, until=wanted.until)
        step.save(wanted.reason, due_on=term.due_on)
        step.journal(until=wanted.until, ground=wanted.ground)
        return inspection


def _own_wish(inspection: Inspection, asked: list[Prolongation]) -> Prolongation | None:
    """The first-level office decides for itself: nobody is above it."""
    if inspection.acting_office.parent_id is not None:
        return None
    return next((row for row in asked if row.decided_on is None), None)


def refuse_length(inspection: Inspection, until: date, on: date) -> None:
    """Raise InvalidInput on `until` for a day too far or not later, Conflict after the last day."""
    due = inspection.due_on
    if due is None or on > due:
        raise Conflict("term_over", N_("The period has run out: it is prolonged before its last day only."))
    latest = due + timedelta(days=load().terms[TERM].length)
    if not due < until <= latest:
        raise InvalidInput.of(
            "until",
            "bad_length",
            N_("Choose a day after %(due)s and not after %(latest)s (an unverified figure)."),
            due=due,
            latest=latest,
        )


def _refuse_second(inspection: Inspection) -> None:
    rows = inspection.prolongations.filter(applied_on__isnull=True).exclude(agreed=False)
    if rows.exists():
        raise Conflict("asked_already", N_("A longer period has been asked for and waits."))

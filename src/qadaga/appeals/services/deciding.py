"""Reasoned decisions: decline, prolong, annul, withdraw. Each leaves a Decision that the card shows."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.appeals import rules
from qadaga.appeals.grounds import chosen
from qadaga.appeals.kinds import DecisionKind
from qadaga.appeals.models import Appeal, Decision
from qadaga.appeals.services import clocks
from qadaga.appeals.services.base import begin, reasoned
from qadaga.authority.actor import Actor
from qadaga.matters.step import Step


def decline(*, appeal_id: UUID, ground: str, reason: str, version: int, by: Actor, on: date) -> Appeal:
    """Leave the appeal without consideration on a ground of the catalogue (anonymous, without substance, …).

    Raises InvalidInput on `ground` or `reason`, Stale, NotPermitted, Conflict, NotFound.
    """
    with transaction.atomic():
        ground_id = chosen("appeal.decline", ground)
        step = begin(appeal_id, "appeal.decline", version=version, by=by, on=on, ground=ground_id)
        return _end(step, DecisionKind.DECLINE, ground_id, reasoned(reason))


def annul(*, appeal_id: UUID, ground: str, reason: str, version: int, by: Actor, on: date) -> Appeal:
    """Annul a registration made by mistake; it stays in the register with its number. Raises as `decline`."""
    with transaction.atomic():
        ground_id = chosen("appeal.annul", ground)
        step = begin(appeal_id, "appeal.annul", version=version, by=by, on=on, ground=ground_id)
        return _end(step, DecisionKind.ANNUL, ground_id, reasoned(reason))


def withdraw(*, appeal_id: UUID, reason: str, version: int, by: Actor, on: date) -> Appeal:
    """End the consideration because the applicant withdrew the appeal; `reason` says how they told so."""
    with transaction.atomic():
        step = begin(appeal_id, "appeal.withdraw", version=version, by=by, on=on)
        return _end(step, DecisionKind.WITHDRAW, None, reasoned(reason))


@transaction.atomic
def prolong(
    *, appeal_id: UUID, until: date, ground: str, reason: str, version: int, by: Actor, on: date
) -> Appeal:
    """Prolong the consideration to the day `until`; the applicant must be told within its own term.

    The law sets how far (at most two months in all): InvalidInput on `until` says so. Raises also Stale,
    NotPermitted (the head or a deputy only), Conflict, NotFound.
    """
    reason, ground_id = reasoned(reason), chosen("appeal.prolong", ground)
    step = begin(appeal_id, "appeal.prolong", version=version, by=by, on=on, ground=ground_id)
    due_on = clocks.prolong_consideration(step.row, until=until, reason=reason, by=by, on=on)
    decision = decide(step, DecisionKind.PROLONG, reason, ground=ground_id, until=until)
    clocks.start_notice(step.row, decision.id, rules.TELL_PROLONGED, by=by, on=on)
    step.save(due_on=due_on)
    step.journal(decision=decision.id, ground=ground_id, until=until, due_on=due_on)
    return step.row


def decide(
    step: Step[Appeal], kind: DecisionKind, reason: str, *, ground: str | None = None, **values: Any
) -> Decision:
    """The row of a decision, within the change that `step` is."""
    return Decision.objects.create(
        appeal=step.row,
        kind=kind,
        reason=reason,
        ground=ground or "",
        decided_by_id=step.by.appointment_id,
        decided_on=step.on,
        **values,
    )


def _end(step: Step[Appeal], kind: DecisionKind, ground: str | None, reason: str) -> Appeal:
    decision = decide(step, kind, reason, ground=ground)
    clocks.finish_consideration(step.row, by=step.by, on=step.on)
    step.save(closed_on=step.on, due_on=None)
    step.journal(decision=decision.id, ground=ground)
    return step.row

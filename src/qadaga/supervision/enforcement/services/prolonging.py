"""A longer term of a check: asked of the office above, which decides and so prolongs it (L.3.5, L.1.2)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.common import clock
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import prolonging, terms
from qadaga.matters.prolonging import Longer
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.supervision.enforcement.models import Check, CheckProlongation, Writ
from qadaga.supervision.enforcement.services import base
from qadaga.supervision.enforcement.services.checks import TERM, no_check, under_way
from qadaga.supervision.enforcement.subject import ASK_LONGER, PROLONG, WRITS


@implements("L.3.5")
def ask_prolong(*, writ_id: UUID, version: int, longer: Longer, by: Actor, on: date) -> CheckProlongation:
    """Ask the office above for a longer term of the check under way, while the present one runs.

    Raises Conflict (no check, its term is over, asked already), InvalidInput on `until`, NotPermitted.
    """
    longer = prolonging.worded(longer)
    with transaction.atomic():
        step = base.writ(writ_id, ASK_LONGER, version, by=by, on=on, ground=longer.ground)
        check = _check(step)
        asked = prolonging.ask(check.prolongations, longer, due=check.due_on, rule=TERM, by=by, on=on)
        step.save()
        step.journal(check=check.id, until=longer.until, ground=longer.ground)
        return asked


@implements("L.3.5", "L.1.2")
def prolong(
    *, writ_id: UUID, version: int, agree: bool, decision: str, by: Actor, on: date
) -> CheckProlongation:
    """Agree to the longer term, which runs from then, or refuse it, with reasons: the higher prosecutor.

    The first-level office decides on its own checks, for nobody is above it. Raises Conflict where nothing
    waits, and on agreeing after the last day; NotPermitted.
    """
    decision = text("decision", decision)
    with transaction.atomic():
        step = base.writ(writ_id, PROLONG, version, by=by, on=on)
        check = _check(step)
        asked = prolonging.decide(check.prolongations, agree=agree, decision=decision, by=by, on=on)
        if agree:
            _apply(step, check, asked)
        else:
            step.save()
        with journal.gathered():
            about = (WRITS.kind, step.row.id)
            if agree:
                alarms.fulfil(subject=about, power=PROLONG, by=by, at=clock.now())
            step.journal(check=check.id, agreed=agree, until=asked.until)
        return asked


def _check(step: Step[Writ]) -> Check:
    check = under_way(step.row.id)
    if check is None:
        raise no_check()
    return check


def _apply(step: Step[Writ], check: Check, asked: CheckProlongation) -> None:
    prolonging.refuse_length(check.due_on, asked.until, rule=TERM, on=step.on)
    term = terms.open_term(WRITS.kind, step.row.id, TERM)
    check.due_on = prolonging.apply(asked, term=term, by=step.by, on=step.on)
    check.save(update_fields=["due_on"])
    step.save(due_on=check.due_on if step.row.ended_on is None else None)

"""An inspection stands still and goes on: the term stops and runs on by its ledger (O.8.4)."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common.errors import Conflict
from qadaga.common.i18n import N_
from qadaga.documents.models import StoredFile
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.dates import choice
from qadaga.matters.models import Term
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.supervision.inspections import content
from qadaga.supervision.inspections.choices import PauseGround
from qadaga.supervision.inspections.models import Inspection, Pause
from qadaga.supervision.inspections.overlaps import TERM
from qadaga.supervision.inspections.services.base import begin


@dataclass(frozen=True, slots=True)
class Told:
    """Why, and how the inspected was told of it: the way and the reference of the receipt."""

    reason: str
    told_how: str


@implements("O.8.4", "O.8.d4")
@transaction.atomic
def suspend(*, inspection_id: UUID, version: int, ground: str, told: Told, by: Actor, on: date) -> Inspection:
    """Let the inspection stand still from today, with a printed notice to the inspected.

    Raises Conflict before its first day and where it does not run, NotPermitted (the own leadership, on a
    ground of the law), InvalidInput.
    """
    choice("ground", ground, PauseGround.values)
    words = _words(told)
    step = begin(inspection_id, "inspection.suspend", version=version, by=by, on=on, ground=ground)
    if on < step.row.starts_on:
        raise Conflict("not_begun", N_("The inspection begins on another day."))
    with terms.on_field("reason"):
        term = terms.suspend(term=_term(step.row), on=on, by=by, reason=words["reason"])
    Pause.objects.create(
        inspection=step.row,
        ground=ground,
        starts_on=on,
        by_id=by.appointment_id,
        notice=_notice(step, words["reason"], None),
        **words,
    )
    step.save(words["reason"], due_on=term.due_on)
    step.journal(ground=ground)
    return step.row


@implements("O.8.4")
@transaction.atomic
def resume(*, inspection_id: UUID, version: int, told: Told, by: Actor, on: date) -> Inspection:
    """Let a suspended inspection go on from today with the days that were left. Raises as `suspend`."""
    words = _words(told)
    step = begin(inspection_id, "inspection.resume", version=version, by=by, on=on)
    pause = step.row.pauses.get(ends_on__isnull=True)
    with terms.on_field("reason"):
        term = terms.resume(term=_term(step.row), on=on, by=by, reason=words["reason"])
    pause.ends_on, pause.resumed_by_id = on, by.appointment_id
    pause.resumed_why, pause.resumed_told = words["reason"], words["told_how"]
    pause.resumed_notice = _notice(step, words["reason"], term.due_on)
    pause.save(update_fields=["ends_on", "resumed_by", "resumed_why", "resumed_told", "resumed_notice"])
    step.save(words["reason"], due_on=term.due_on)
    step.journal(due=term.due_on)
    return step.row


def _words(told: Told) -> dict[str, Any]:
    return {
        "reason": text("reason", told.reason),
        "told_how": text("told_how", told.told_how, 200, multiline=False),
    }


def _term(inspection: Inspection) -> Term:
    term = terms.open_term("inspection", inspection.id, TERM)
    if term is None:
        raise Conflict("term_finished", N_("The term is over already."))
    return term


def _notice(step: Step[Inspection], reason: str, due: date | None) -> StoredFile:
    """The printed notice: that the inspection stands still, or with `due` until when it goes on."""
    signed = content.Signed(signer_of(step.by), step.on, step.row.number_text or "")
    name = f"notice-{step.on}-{'resumed' if due else 'suspended'}.pdf"
    return store(BytesIO(content.pause(step.row, signed, reason, due)), name, by=step.by)

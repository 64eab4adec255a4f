"""When a reply does not help: to the higher office, to court; suspension of the protested act; withdrawal."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from qadaga.acts.choices import ActStatus, SuspensionScope
from qadaga.acts.models import Act, Escalation, Suspension
from qadaga.acts.services.base import begin
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.matters.step import Step


@implements("L.1.2")
def escalate(*, act_id: UUID, version: int, reason: str, by: Actor, on: date) -> Act:
    """Pass an act that was refused, or left unanswered past its term, to the office above (L.1.2)."""
    reason = text("reason", reason)
    with transaction.atomic():
        step = begin(act_id, "act.escalate", version=version, by=by, on=on)
        _refuse_while_waiting(step)
        above = step.row.acting_office.parent
        if above is None:
            raise Conflict("nobody_above", N_("No office stands above this one."))
        Escalation.objects.create(
            act=step.row, where="office", to_office=above, on=on, reason=reason, by_id=by.appointment_id
        )
        _end(step, reason)
        step.journal(to_office=above.code)
        return step.row


def to_court(*, act_id: UUID, version: int, court: str, reason: str, by: Actor, on: date) -> Act:
    """Take an act that was refused, or left unanswered past its term, to court."""
    court, reason = text("court", court, 300, multiline=False), text("reason", reason)
    with transaction.atomic():
        step = begin(act_id, "act.to_court", version=version, by=by, on=on)
        _refuse_while_waiting(step)
        row = Escalation.objects.create(
            act=step.row, where="court", court=court, on=on, reason=reason, by_id=by.appointment_id
        )
        _end(step, reason)
        step.journal(escalation=row.id)
        return step.row


@implements("L.1.2")
def withdraw(*, act_id: UUID, version: int, reason: str, by: Actor, on: date) -> Act:
    """Withdraw an act by a reasoned decision; a signed one keeps its number and its text."""
    reason = text("reason", reason)
    with transaction.atomic():
        step = begin(act_id, "act.withdraw", version=version, by=by, on=on)
        terms.finish_open(kind="act", subject_id=act_id, on=on, by=by)
        step.save(reason, withdrawn_on=on, due_on=None)
        step.journal()
        return step.row


@dataclass(frozen=True, slots=True)
class Suspended:
    """How far and how long the protested act stands still: half-open period; no end means until it is
    decided.
    """

    scope: str
    ground: str
    starts_on: date
    ends_on: date | None = None
    part: str = ""


@implements("O.8.8")
def suspend_effect(*, act_id: UUID, version: int, suspended: Suspended, by: Actor, on: date) -> Suspension:
    """Suspend the effect of the protested act wholly or in part (O.8.8). Never that of a law."""
    part = _check(suspended, on)
    with transaction.atomic():
        step = begin(act_id, "act.suspend_effect", version=version, by=by, on=on, ground=suspended.ground)
        if getattr(step.row, "protested", None) is None:
            raise Conflict(
                "nothing_protested", N_("This act protests no other act: there is nothing to suspend.")
            )
        _refuse_overlap(step.row, suspended)
        row = Suspension.objects.create(
            act=step.row,
            scope=suspended.scope,
            part=part,
            ground=suspended.ground,
            starts_on=suspended.starts_on,
            ends_on=suspended.ends_on,
            ruling=step.stored_ruling(),
            by_id=by.appointment_id,
        )
        step.save()
        step.journal(suspension=row.id, scope=row.scope, starts=row.starts_on, ends=row.ends_on)
        return row


def _check(suspended: Suspended, on: date) -> str:
    choice("scope", suspended.scope, SuspensionScope.values)
    if suspended.starts_on < on:
        raise InvalidInput.of(
            "starts_on",
            "in_past",
            N_("A suspension begins today or later: the earliest day is %(on)s."),
            on=on,
        )
    if suspended.ends_on is not None and suspended.ends_on <= suspended.starts_on:
        raise InvalidInput.of("ends_on", "empty_period", N_("The end must be after the start."))
    in_part = suspended.scope == SuspensionScope.PART
    part = text("part", suspended.part, 4000, required=in_part)
    return part if in_part else ""


def _refuse_overlap(act: Act, suspended: Suspended) -> None:
    rows = act.suspensions.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=suspended.starts_on))
    if suspended.ends_on is not None:
        rows = rows.filter(starts_on__lt=suspended.ends_on)
    if rows.exists():
        raise AlreadyDone("suspended_already", N_("The act is suspended for that time already."))


def _refuse_while_waiting(step: Step[Act]) -> None:
    act = step.row
    if act.status == ActStatus.SERVED and act.due_on is None and terms.open_term("act", act.id):
        raise Conflict(
            "term_stands_still", N_("The term of consideration is suspended: let it run again first.")
        )
    if act.status == ActStatus.SERVED and act.due_on is not None and step.on <= act.due_on:
        raise Conflict(
            "term_runs", N_("The term of consideration still runs: wait until %(due)s."), due=act.due_on
        )


def _end(step: Step[Act], reason: str) -> None:
    terms.finish_open(kind="act", subject_id=step.row.id, on=step.on, by=step.by)
    step.save(reason, due_on=None)

"""Forwarding to the competent body, the outcome under control (L.1.1), and receiving from another office."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.appeals import rules
from qadaga.appeals.grounds import chosen
from qadaga.appeals.kinds import ControlOutcome
from qadaga.appeals.models import Appeal, Forwarding
from qadaga.appeals.services import clocks
from qadaga.appeals.services.base import NO_SUCH_ROW, begin, reasoned
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body
from qadaga.matters.step import Step
from qadaga.offices.selectors import answering, office_by_id

POWER = "appeal.forward"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Where an appeal goes: exactly one of an office of the service, a body in the register, a free name."""

    office_id: UUID | None = None
    body_id: UUID | None = None
    name: str = ""


@implements("L.1.1")
@transaction.atomic
def forward(
    *,
    appeal_id: UUID,
    to: Addressee,
    ground: str,
    reason: str,
    version: int,
    by: Actor,
    on: date,
    part: str = "",
    control: bool = True,
) -> Forwarding:
    """Forward the whole appeal, or only `part` of it where that is given.

    Starts the term to tell the applicant and, under `control`, the term in which the outcome must be known.
    Raises InvalidInput (422), Stale, NotPermitted, Conflict, NotFound.
    """
    part = clean(part, field="part", max_length=4_000, multiline=True)
    forwarding = Forwarding(whole=not part, part=part, reason=reasoned(reason), forwarded_on=on)
    forwarding.forwarded_by_id = by.appointment_id
    _address(forwarding, to, by, on)
    moves = POWER if forwarding.whole else "appeal.forward_part"
    step = begin(appeal_id, POWER, version=version, by=by, on=on, ground=chosen(POWER, ground), moves=moves)
    forwarding.appeal = step.row
    if control:
        forwarding.control_due_on = clocks.start_control(forwarding, by=by, on=on)
    forwarding.save(force_insert=True)
    # The applicant is told within the same days in which to forward: they run from the registration.
    clocks.start_notice(step.row, forwarding.id, rules.TELL_FORWARDED, by=by, on=step.row.registered_on)
    _leave(step, forwarding)
    step.journal(
        forwarding=forwarding.id,
        whole=forwarding.whole,
        to_office=forwarding.to_office_id,
        to_body=forwarding.to_body_id,
        control_due_on=forwarding.control_due_on,
    )
    return forwarding


@implements("L.1.1")
@transaction.atomic
def record_outcome(
    *, appeal_id: UUID, forwarding_id: UUID, outcome: str, outcome_on: date, note: str, by: Actor, on: date
) -> Forwarding:
    """Record what the competent body did with what was forwarded: the control ends (L.1.1).

    Raises InvalidInput on `outcome`, `outcome_on` or `note`, AlreadyDone, NotPermitted, NotFound.
    """
    choice("outcome", outcome, [value for value in ControlOutcome.values if value])
    note = reasoned(note, "note")
    step = begin(appeal_id, "appeal.control", version=None, by=by, on=on)
    forwarding = step.row.forwardings.select_for_update().filter(id=forwarding_id).first()
    if forwarding is None:
        raise NotFound()
    if forwarding.outcome:
        raise AlreadyDone()
    within("outcome_on", outcome_on, earliest=forwarding.forwarded_on, latest=on)
    forwarding.outcome, forwarding.outcome_on, forwarding.outcome_note = outcome, outcome_on, note
    forwarding.save(update_fields=["outcome", "outcome_on", "outcome_note"])
    clocks.finish_control(forwarding, by=by, on=outcome_on)
    step.journal(forwarding=forwarding.id, outcome=outcome, outcome_on=outcome_on)
    return forwarding


def _address(forwarding: Forwarding, to: Addressee, by: Actor, on: date) -> None:
    if to.office_id is not None:
        if to.office_id == by.office_id:
            raise InvalidInput.of("to_office", "own_office", N_("The appeal is in this office already."))
        forwarding.to_office = answering(office_by_id(to.office_id), on)
    elif to.body_id is not None:
        forwarding.to_body = Body.objects.filter(id=to.body_id).first()
        if forwarding.to_body is None:
            raise InvalidInput.of("to_body", "no_such_row", NO_SUCH_ROW)
        forwarding.to_name = forwarding.to_body.name_ru
    else:
        forwarding.to_name = clean(to.name, field="to_name", max_length=300, required=True)


def _leave(step: Step[Appeal], forwarding: Forwarding) -> None:
    if not forwarding.whole:
        step.save()
        return
    clocks.finish_consideration(step.row, by=step.by, on=step.on)
    step.save(due_on=forwarding.control_due_on, closed_on=step.on)

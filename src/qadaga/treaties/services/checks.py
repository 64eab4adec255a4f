"""Checks of how bodies keep treaties, and the violations they become (L.3.7, O.6.2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters import services as matters
from qadaga.matters.dates import choice
from qadaga.matters.models import Body, Violation
from qadaga.matters.of_direction import matter_at_work
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.treaties.choices import DIRECTION, CheckGround, CheckOutcome, CheckStatus, TreatyStatus
from qadaga.treaties.models import Treaty, TreatyCheck
from qadaga.treaties.subject import CHECKS, SUPERVISE, check_subject

TAKEN = {
    "treatycheck_one_under_way": FieldError(
        "body", "taken", N_("Your office is checking this body by this treaty already. Finish that first.")
    )
}


@dataclass(frozen=True, slots=True)
class Begun:
    """Which treaty, which body, on which ground, what exactly, until when."""

    treaty_id: UUID
    body: Body
    ground: str
    scope: str
    due_on: date


@implements("L.3.7", "O.7.1")
@transaction.atomic
def begin_check(*, begun: Begun, by: Actor, on: date) -> TreatyCheck:
    """Begin a check in the actor's office of how a body keeps a treaty in force.

    Raises NotPermitted (no ground, another's territory, not in charge), InvalidInput.
    """
    office = office_by_id(by.office_id)
    row = TreatyCheck(
        office=office,
        region_id=office.region_id,
        body=begun.body,
        kato=begun.body.kato,
        status=CheckStatus.BEGUN,
        begun_on=on,
    )
    # Asked before the officer is noted: whoever begins a check is not in charge of it by that.
    subject = check_subject(row, by, on)
    step = CHECKS.ask(row, SUPERVISE, subject, by=by, on=on, ground=begun.ground)
    row.treaty = _in_force(begun.treaty_id)
    row.ground = choice("ground", begun.ground, CheckGround.values)
    row.scope = text("scope", begun.scope)
    row.due_on, row.officer_id = _last_day(begun.due_on, on), by.appointment_id
    with refused_by(TAKEN):
        row.save(force_insert=True)
    step.journal(treaty=row.treaty_id, body=row.body_id)
    return row


@implements("L.3.7")
@transaction.atomic
def finish_check(
    *, check_id: UUID, version: int, outcome: str, findings: str, told_how: str, by: Actor, on: date
) -> TreatyCheck:
    """Finish the check: what was found, how the body was told. Raises AlreadyDone."""
    step = _check(check_id, by, on)
    if step.row.status != CheckStatus.BEGUN:
        raise AlreadyDone()
    change.expect(step.row, version)
    columns = {
        "outcome": choice("outcome", outcome, CheckOutcome.values),
        "findings": text("findings", findings, 8000),
        "told_how": text("told_how", told_how, 200, multiline=False),
    }
    step.save(due_on=None, finished_on=on, **columns)
    step.journal(outcome=outcome)
    return step.row


@implements("O.6.2", "L.3.7")
def pass_violation(*, check_id: UUID, matter_id: UUID, norm: str, by: Actor, on: date) -> Violation:
    """Record what the check found as a violation of a matter, where the acts follow (O.6.2).

    Raises AlreadyDone, InvalidInput (nothing found, no matter of the direction), NotPermitted.
    """
    norm = text("norm", norm, 500, multiline=False)
    with transaction.atomic():
        step = _check(check_id, by, on)
        row = step.row
        if row.outcome != CheckOutcome.VIOLATED:
            raise InvalidInput.of("matter", "nothing_found", N_("The check has found no violation."))
        if row.violation_id is not None:
            raise AlreadyDone()
        matter = matter_at_work(matter_id, office_id=row.office_id, direction=DIRECTION, by=by)
        violated = matters.Violated(
            norm=norm,
            what=row.findings or "",
            violator_kind="body",
            violator_body=row.body,
            rights_of="indefinite",
        )
        with journal.gathered():
            made = matters.record_violation(
                matter_id=matter.id, version=matter.version, violated=violated, by=by, on=on
            )
            step.save(violation=made)
            step.journal(violation=made.id)
        return made


def _check(check_id: UUID, by: Actor, on: date) -> Step[TreatyCheck]:
    row = change.locked(TreatyCheck.objects.select_related("office", "body"), check_id, by=by, on=on)
    return CHECKS.ask(row, SUPERVISE, check_subject(row, by, on), by=by, on=on, ground=row.ground)


def _in_force(treaty_id: UUID) -> Treaty:
    found = Treaty.objects.filter(id=treaty_id, status=TreatyStatus.CONCLUDED).first()
    if found is None:
        raise InvalidInput.of("treaty", "unknown", N_("Choose a treaty that is concluded and has not ended."))
    return found


def _last_day(due_on: date, on: date) -> date:
    if due_on < on:
        raise InvalidInput.of("due_on", "past", N_("The last day of a check is today or later."))
    return due_on

"""What was not corrected becomes a violation of a matter, where an act answers it (O.6.2, O.8.d3)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts.models import Act
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import services as matters
from qadaga.matters import terms
from qadaga.matters.of_direction import matter_at_work
from qadaga.matters.step import Step
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.statistics.choices import DIRECTION, CheckStatus, Outcome
from qadaga.supervision.statistics.models import Discrepancy, RecordsAct, RecordsCheck
from qadaga.supervision.statistics.services import base
from qadaga.supervision.statistics.subject import CHECKS

AFTER = (CheckStatus.FOUND, CheckStatus.DEMANDED)
LINKED = {
    "records_recordsact_act_id_key": FieldError("act", "taken", N_("This act is linked to a check already."))
}


@implements("O.6.2", "L.3.8")
@transaction.atomic
def pass_violation(
    *, check_id: UUID, version: int, discrepancy_id: UUID, matter_id: UUID, by: Actor, on: date
) -> RecordsCheck:
    """Record a discrepancy as a violation of a matter of the direction; acts are drafted from there.

    Raises AlreadyDone, Conflict (the check is under way), InvalidInput (another matter, a closed one).
    """
    step = _after(check_id, version, by, on)
    row = step.row
    found = row.discrepancies.select_for_update().filter(id=discrepancy_id).first()
    if found is None:
        raise InvalidInput.of("discrepancy", "unknown", N_("Choose a discrepancy of this check."))
    if found.violation_id is not None:
        raise AlreadyDone()
    matter = matter_at_work(matter_id, office_id=row.office_id, direction=DIRECTION, by=by)
    if row.matter_id not in (None, matter.id):
        raise InvalidInput.of("matter", "another", N_("What a check found belongs to one matter: its own."))
    with journal.gathered():
        found.violation = matters.record_violation(
            matter_id=matter.id, version=matter.version, violated=_violated(row, found), by=by, on=on
        )
        found.save(update_fields=["violation"])
        step.save(to=row.status, matter=matter)
        step.journal(discrepancy=found.id, violation=found.violation.id)
    return row


@implements("O.8.d3", "L.3.8")
@transaction.atomic
def link_act(*, check_id: UUID, version: int, act_id: UUID, by: Actor, on: date) -> RecordsCheck:
    """Say which act of the check's matter was brought on what it found. Raises InvalidInput."""
    step = _after(check_id, version, by, on)
    row = step.row
    act = Act.objects.filter(id=act_id, matter=row.matter_id).first() if row.matter_id else None
    if act is None:
        raise InvalidInput.of(
            "act", "not_of_matter", N_("Choose an act of the check's matter: draft it there first.")
        )
    with refused_by(LINKED):
        RecordsAct.objects.create(check_of=row, act=act)
    step.save(to=row.status)
    step.journal(act=act.id)
    return row


@implements("O.8.d3", "L.3.8")
@transaction.atomic
def close_with_act(*, check_id: UUID, version: int, by: Actor, on: date) -> RecordsCheck:
    """Close a check whose records were not corrected, once a signed act answers it. Raises Conflict."""
    step = _after(check_id, version, by, on)
    row = step.row
    if not row.acts.filter(act__signed_on__isnull=False).exists():
        raise Conflict("no_act", N_("Link a signed act first: without a correction an act answers (O.8.d3)."))
    terms.finish_open(kind=CHECKS.kind, subject_id=row.id, on=on, by=by)
    step.save(to=CheckStatus.CLOSED, outcome=Outcome.ACT, closed_on=on, due_on=None)
    step.journal(outcome=row.outcome)
    return row


def _after(check_id: UUID, version: int, by: Actor, on: date) -> Step[RecordsCheck]:
    step = base.asked(check_id, version, by=by, on=on)
    if step.row.status not in AFTER:
        raise Conflict("not_finished", N_("This is done once the check has found something, before its end."))
    return step


def _violated(row: RecordsCheck, found: Discrepancy) -> matters.Violated:
    return matters.Violated(
        norm=found.norm,
        what=found.what,
        violator_kind="body",
        violator_body=row.body,
        rights_of="state",
    )

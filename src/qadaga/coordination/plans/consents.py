"""What bodies say of a joint plan: their consent is asked, and binds them to their items (O.7.4)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, FieldError, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.coordination.plans.choices import AGREE, ConsentStatus, PlanStatus
from qadaga.coordination.plans.models import Plan, PlanConsent, PlanItem
from qadaga.coordination.plans.services import COURSE, go_on
from qadaga.coordination.plans.subject import plan_subject
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import within
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.organisation.refusals import refused_by

TWICE = {
    "planconsent_asked_once": FieldError(
        "body", "asked", N_("This body has been asked and has not answered: record its answer.")
    )
}


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether the body agrees, from which day, by which proof: a letter's number, or whose signature.

    `reason` is why it declines.
    """

    agreed: bool
    answered_on: date
    proof: str
    reason: str = ""


@implements("O.7.4", "O.6.3")
@transaction.atomic
def ask(
    *, plan_id: UUID, version: int, body_id: UUID, asked_on: date, asked_how: str, by: Actor, on: date
) -> PlanConsent:
    """Ask a body for its consent to its items of the plan; also anew, for what came later or was declined,
    even where the plan was closed by that: a consent opens it again.

    Raises InvalidInput on `body` (nothing to consent to, asked already), `asked_on`, `asked_how`;
    NotPermitted: no joint plan, or no leader of the office.
    """
    step = _begin(plan_id, version, by, on)
    if not open_items(step.row).filter(body=body_id).exists():
        message = N_("Choose a body that has an item in the plan to which it has not consented.")
        raise InvalidInput.of("body", "nothing", message)
    made = PlanConsent(plan=step.row, body_id=body_id, status=ConsentStatus.ASKED)
    made.asked_on = within("asked_on", asked_on, earliest=None, latest=on)
    made.asked_how = text("asked_how", asked_how, 300, multiline=False)
    made.asked_by_id = by.appointment_id
    with refused_by(TWICE):
        made.save(force_insert=True)
    step.save(to=step.row.status)
    step.journal(body=body_id, consent=made.id)
    return made


@implements("O.7.4", "O.6.3")
@transaction.atomic
def answer(
    *, plan_id: UUID, version: int, consent_id: UUID, answered: Answered, by: Actor, on: date
) -> PlanConsent:
    """Record what a body answered: it is bound by its items from that day on, or they are not due for it.

    Only of the items that were there when it was asked: for what was added since it is asked anew.

    Raises AlreadyDone, InvalidInput on `answered_on`, `proof`, `reason` (why it declines), NotFound.
    """
    step = _begin(plan_id, version, by, on)
    row = step.row.consents.filter(id=consent_id).first()
    if row is None:
        raise NotFound()
    if row.status != ConsentStatus.ASKED:
        raise AlreadyDone()
    row.answered_on = within("answered_on", answered.answered_on, earliest=row.asked_on, latest=on)
    row.proof = text("proof", answered.proof, 300, multiline=False)
    row.reason = text("reason", answered.reason, 1000, required=not answered.agreed)
    row.status = ConsentStatus.AGREED if answered.agreed else ConsentStatus.DECLINED
    row.answered_by_id = by.appointment_id
    row.save()
    agreed, declined = (row.answered_on, None) if answered.agreed else (None, row.answered_on)
    asked = open_items(step.row).filter(body=row.body_id, id__lt=row.id)
    asked.update(agreed_on=agreed, declined_on=declined)
    if step.row.status == PlanStatus.DRAFT:
        step.save()
    else:
        go_on(step)
    step.journal(body=row.body_id, consent=row.id, agreed=answered.agreed)
    return row


def open_items(plan: Plan) -> QuerySet[PlanItem]:
    """Items of bodies that the body has not consented to, neither done nor given up."""
    rows = plan.items.filter(body__isnull=False, agreed_on__isnull=True)
    return rows.filter(done_on__isnull=True, dropped_on__isnull=True)


def _begin(plan_id: UUID, version: int, by: Actor, on: date) -> Step[Plan]:
    row = change.locked(Plan.objects.select_related("office"), plan_id, by=by, on=on)
    step = COURSE.ask(row, AGREE, plan_subject(row, by, on, power=AGREE), by=by, on=on)
    change.expect(row, version)
    COURSE.table.move(row.status, AGREE, row.status)
    return step

"""Measures that bind others: examinations and checks (O.8.5), demands (O.8.8), other rights (O.8.11).

Each has an addressee, a ground of the catalogue that is really there, a term from the day it was delivered,
the proof of that delivery, an outcome; and where the addressee stays silent, a reminder.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.acts.choices import ORDERED, Language, MeasureKind, MeasureOutcome, MeasureStatus
from qadaga.acts.letters import services as letters
from qadaga.acts.models import Measure, Ordered, Reminder
from qadaga.acts.services.measures import (
    Issuing,
    issue,
    journal_measure,
    lock_measure,
    reached,
    refuse_twice,
    save,
)
from qadaga.acts.services.sending import Lettered
from qadaga.acts.subject import measure_subject
from qadaga.acts.transitions import MEASURE
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.models import StoredFile
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling
from qadaga.matters import grounds, terms
from qadaga.matters.choices import ServingWay
from qadaga.matters.dates import choice, within
from qadaga.matters.delivery import Delivered, proven
from qadaga.matters.models import Body, Matter, Violation
from qadaga.matters.norms.choices import NormKind
from qadaga.matters.norms.models import Norm
from qadaga.matters.norms.services import resting_on
from qadaga.matters.services.answering import answered
from qadaga.matters.services.base import text

REPORTED = {MeasureKind.CHECK: "check.record_report"}
POWERS = {
    MeasureKind.EXAMINATION: "expertise.order",
    MeasureKind.CHECK: "check.require",
    MeasureKind.LIFTING: "restriction.demand_lift",
    MeasureKind.RIGHT: "right.other",
}
RULES = {
    MeasureKind.EXAMINATION: "expert_examination",
    MeasureKind.CHECK: "referral_control",
    MeasureKind.LIFTING: "lifting_demand",
    MeasureKind.RIGHT: "other_right",
}


@dataclass(frozen=True, slots=True)
class Order:
    """What is ordered, of whom, on which ground of the catalogue; `why` tells it in words.

    `expert` may name who examines; `what`, `imposed_by`, `imposed_on` describe the restriction to be lifted;
    `norm_id` is the norm that gives another right; `days` are set where the letter names the term itself.
    """

    addressee: Body
    ground: str
    why: str
    text: str
    language: str
    expert: str = ""
    what: str = ""
    imposed_by: str = ""
    imposed_on: date | None = None
    norm_id: UUID | None = None
    days: int | None = None


@implements("O.8.5")
def order_examination(*, matter_id: UUID, order: Order, by: Actor, on: date) -> Measure:
    """Order an expert examination: the questions, who answers them. Raises as `_order`."""
    return _order(matter_id, MeasureKind.EXAMINATION, order, by, on)


@implements("O.8.5", "L.1.1")
def require_check(*, matter_id: UUID, order: Order, by: Actor, on: date) -> Measure:
    """Require a check by an authorised body, which has to report its outcome. Raises as `_order`."""
    return _order(matter_id, MeasureKind.CHECK, order, by, on)


@implements("O.8.8")
def demand_lifting(*, matter_id: UUID, order: Order, by: Actor, on: date) -> Measure:
    """Demand that a restriction imposed unlawfully be lifted. Raises as `_order`."""
    return _order(matter_id, MeasureKind.LIFTING, order, by, on)


@implements("O.8.11", "O.9")
def use_right(*, matter_id: UUID, order: Order, by: Actor, on: date) -> Measure:
    """Use another right that a norm of the register gives, against a body. Raises as `_order`.

    Raises InvalidInput on `norm` where none is in force on the day.
    """
    return _order(matter_id, MeasureKind.RIGHT, order, by, on)


@transaction.atomic
def deliver(*, measure_id: UUID, version: int, delivered: Delivered, by: Actor, on: date) -> Measure:
    """Record that it reached the addressee, with the proof; the term for the outcome runs from that day, as
    long as its letter says or else the catalogue's rule.
    """
    reference = proven(delivered)
    measure, ruling = _move(measure_id, version, "measure.serve", by, on)
    Ordered.objects.filter(measure=measure).update(proof=delivered.proof, proof_ref=reference)
    reached(measure, delivered, ruling, rule=RULES[MeasureKind(measure.kind)], by=by, on=on)
    return measure


@transaction.atomic
def record_outcome(
    *,
    measure_id: UUID,
    version: int,
    outcome: str,
    replied_on: date,
    reply: str,
    by: Actor,
    on: date,
    file: StoredFile | None = None,
) -> Measure:
    """Record what came of it; the term ends. Raises InvalidInput for a day before the delivery."""
    outcome = choice("outcome", outcome, MeasureOutcome.values)
    reply = text("reply", reply, 8000)
    kind = lock_measure(measure_id, version, by, on).kind
    power = REPORTED.get(MeasureKind(kind), "measure.record_reply")
    measure, ruling = _move(measure_id, version, power, by, on)
    measure.replied_on = within("replied_on", replied_on, earliest=measure.served_on, latest=on)
    measure.reply, measure.reply_file, measure.reply_by_id = reply, file, by.appointment_id
    terms.finish_open(kind="measure", subject_id=measure.id, on=replied_on, by=by)
    Ordered.objects.filter(measure=measure).update(outcome=outcome)
    save(measure, "status", "replied_on", "reply", "reply_file", "reply_by")
    journal_measure(measure, power, by, on, ruling, replied=replied_on, outcome=outcome)
    return measure


@transaction.atomic
def remind(*, measure_id: UUID, version: int, way: str, reference: str, by: Actor, on: date) -> Reminder:
    """Remind an addressee who stayed silent. Raises Conflict while the term still runs."""
    choice("way", way, ServingWay.values)
    reference = text("reference", reference, 200, multiline=False)
    measure = lock_measure(measure_id, version, by, on)
    ruling = authority.require(by, "measure.remind", measure_subject(measure, by, on), on=on)
    MEASURE.move(measure.status, "measure.remind")
    if not silent(measure, on):
        raise Conflict(
            "not_silent",
            N_("The term runs until %(due)s: remind the addressee after it."),
            due=measure.due_on,
        )
    made = Reminder.objects.create(
        measure=measure, on=on, way=way, reference=reference, by_id=by.appointment_id
    )
    save(measure)
    journal_measure(measure, "measure.remind", by, on, ruling, reminder=made.id)
    return made


def silent(measure: Measure, on: date) -> bool:
    """Whether the addressee has let the term run out without an answer."""
    waits = measure.status == MeasureStatus.SERVED and measure.due_on is not None
    return waits and measure.due_on is not None and measure.due_on < on


def _order(matter_id: UUID, kind: MeasureKind, order: Order, by: Actor, on: date) -> Measure:
    """Raises InvalidInput on a ground that is not there, a text that is missing, days out of bounds; Conflict
    where the same is already asked of the same body and waits, or for the matter's status; NotPermitted,
    NotFound.
    """
    columns = _columns(order)
    details = _details(kind, order, on)
    letter = _letter(kind, order, details)

    def check(matter: Matter) -> None:
        grounds.require(matter, order.ground)
        refuse_twice(matter, kind, columns)

    def keep(made: Measure) -> None:
        Ordered.objects.create(measure=made, ground=order.ground, **details)

    with transaction.atomic():
        issuing = Issuing(kind, POWERS[kind], order.ground, check, keep, letter)
        made = issue(matter_id, issuing, columns, by, on)
        answered(Violation.objects.filter(matter=made.matter_id))
        return made


def _columns(order: Order) -> dict[str, Any]:
    return {
        "ground": text("why", order.why),
        "text": text("text", order.text, 30_000),
        "language": choice("language", order.language, Language.values),
        "addressee": order.addressee,
    }


def _details(kind: MeasureKind, order: Order, on: date) -> dict[str, Any]:
    if kind == MeasureKind.RIGHT:
        return {"norm": _right(order.norm_id, on)}
    if kind != MeasureKind.LIFTING:
        return {"expert": text("expert", order.expert, 300, multiline=False, required=False)}
    if order.imposed_on is None:
        raise InvalidInput.of("imposed_on", "required", N_("Give the day the restriction was imposed."))
    return {
        "imposed_what": text("what", order.what, 500, multiline=False),
        "imposed_by": text("imposed_by", order.imposed_by, 300, multiline=False),
        "imposed_on": within("imposed_on", order.imposed_on, earliest=None, latest=on),
    }


def _right(norm_id: UUID | None, on: date) -> Norm:
    """The norm in force that gives the right; InvalidInput on `norm` where there is none."""
    return resting_on(norm_id or UUID(int=0), on, NormKind.RIGHT)


def _letter(kind: MeasureKind, order: Order, details: Mapping[str, Any]) -> Lettered:
    """What the letter of the measure says: the restriction and who imposed it, the expert, the norm."""
    said = {
        "expert": details.get("expert", ""),
        "restriction": details.get("imposed_what", ""),
        "imposed_by": details.get("imposed_by", ""),
        "imposed_on": details.get("imposed_on"),
    }
    norm = str(details["norm"]) if "norm" in details else ""
    return Lettered(RULES[kind], letters.length(order.days), norm, said)


def _move(measure_id: UUID, version: int, power: str, by: Actor, on: date) -> tuple[Measure, Ruling]:
    measure = lock_measure(measure_id, version, by, on)
    ruling = authority.require(by, power, measure_subject(measure, by, on), on=on)
    if measure.kind not in ORDERED:
        raise Conflict("other_kind", N_("This is not a measure ordered from others: use its own step."))
    measure.status = MEASURE.move(measure.status, power)
    return measure, ruling

"""Who was held liable: raised against whom, and what was imposed (L.1.3, O.8.d3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.law.coverage import implements
from qadaga.matters import deaths
from qadaga.matters.choices import LiabilityKind, ViolatorKind
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Liability, Matter, Violation
from qadaga.matters.services.answering import answered
from qadaga.matters.services.base import begin, text
from qadaga.matters.services.findings import violation_of
from qadaga.matters.step import Step

LIABILITY = "matter.record_liability"


@dataclass(frozen=True, slots=True)
class Raised:
    """Liability raised: its kind, against whom, when; the IIN where it is known of a person."""

    kind: str
    against_kind: str
    against: str
    raised_on: date
    post: str = ""
    violation_id: UUID | None = None
    iin: str = ""


@implements("O.8.d3", "L.1.3")
def raise_liability(*, matter_id: UUID, version: int, raised: Raised, by: Actor, on: date) -> Liability:
    """Record that liability was raised against someone; what is imposed is recorded apart.

    Raises InvalidInput, NotPermitted against whom a register notes to have died before that day.
    """
    choice("kind", raised.kind, LiabilityKind.values)
    choice("against_kind", raised.against_kind, ViolatorKind.values)
    iin = _iin_of(raised)
    with transaction.atomic():
        dead = deaths.after(iin, raised.raised_on)
        step = begin(matter_id, LIABILITY, version=version, by=by, on=on, marks=lambda _matter: dead)
        liability = Liability.objects.create(
            matter=step.row,
            violation_id=_violation_id(step, raised.violation_id),
            kind=raised.kind,
            against_kind=raised.against_kind,
            against=text("against", raised.against, 300, multiline=False),
            iin=iin,
            post=text("post", raised.post, 300, multiline=False, required=False),
            raised_on=within("raised_on", raised.raised_on, earliest=None, latest=on),
            raised_by_id=by.appointment_id,
        )
        if liability.violation_id:
            answered(Violation.objects.filter(id=liability.violation_id))
        step.save()
        step.journal(liability=liability.id, kind=liability.kind, raised=liability.raised_on)
        return liability


def record_imposed(
    *, matter_id: UUID, liability_id: UUID, version: int, imposed_on: date, imposed: str, by: Actor, on: date
) -> Liability:
    """Record what was imposed on whom liability had been raised against, and when.

    Raises AlreadyDone, InvalidInput, NotPermitted where they had died before that day.
    """

    def dead(matter: Matter) -> frozenset[str]:
        held = matter.liabilities.filter(id=liability_id).values_list("iin", flat=True).first()
        return deaths.after(held, imposed_on)

    with transaction.atomic():
        step = begin(matter_id, LIABILITY, version=version, by=by, on=on, marks=dead)
        liability = Liability.objects.filter(matter=step.row, id=liability_id).first()
        if liability is None:
            raise NotFound()
        if liability.imposed_on is not None:
            raise AlreadyDone()
        liability.imposed_on = within("imposed_on", imposed_on, earliest=liability.raised_on, latest=on)
        liability.imposed = text("imposed", imposed, 300, multiline=False)
        liability.imposed_recorded_by_id = by.appointment_id
        liability.save(update_fields=["imposed_on", "imposed", "imposed_recorded_by"])
        step.save()
        step.journal(liability=liability.id, kind=liability.kind, imposed=imposed_on)
        return liability


def _iin_of(raised: Raised) -> str | None:
    if not raised.iin.strip():
        return None
    if raised.against_kind == ViolatorKind.BODY:
        raise InvalidInput.of("iin", "of_people", N_("An IIN belongs to a person: leave it out for others."))
    return parse_iin(raised.iin).value


def _violation_id(step: Step[Matter], violation_id: UUID | None) -> UUID | None:
    return None if violation_id is None else violation_of(step.row.id, violation_id).id

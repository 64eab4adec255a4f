"""Officials of supervised bodies as persons: entered once, named as whoever broke a norm (O.7.1, O.8.d3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.database.refusals import refused_by
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.bodies.models import Official, Violated
from qadaga.matters.bodies.subject import ENTER, entering
from qadaga.matters.models import Body
from qadaga.matters.services.base import begin, text
from qadaga.matters.services.bodies import standing
from qadaga.matters.services.findings import violation_of

_TWICE = {
    "official_once": FieldError(
        "iin", "taken", N_("This official of the body is entered already: find the card by the IIN.")
    )
}


@dataclass(frozen=True, slots=True)
class Entered:
    """Who it is: the body, the IIN, the name and the post."""

    body: Body
    iin: str
    name: str
    post: str


@implements("O.7.1")
@transaction.atomic
def enter(*, entered: Entered, by: Actor, on: date) -> Official:
    """Enter an official of a body. Raises InvalidInput naming the field, also for the same one twice."""
    ruling = authority.require(by, ENTER, entering(by, on), on=on)
    row = Official(office_id=by.office_id, region_id=by.region_id, body=standing(entered.body))
    row.iin = parse_iin(entered.iin).value
    row.name = text("name", entered.name, 300, multiline=False)
    row.post = text("post", entered.post, 300, multiline=False)
    row.entered_on, row.entered_by_id = on, by.appointment_id
    with refused_by(_TWICE):
        row.save(force_insert=True)
    change.write(
        office_id=row.office_id,
        power=ENTER,
        subject=row,
        kind="supervised_person",
        by=by,
        on=on,
        ruling=ruling,
        data={"body": row.body_id},
    )
    return row


@implements("O.8.d3")
def name_violator(
    *, matter_id: UUID, violation_id: UUID, version: int, official_id: UUID, by: Actor, on: date
) -> Violated:
    """Say which official broke the norm. Raises InvalidInput for an official of another body, AlreadyDone."""
    with transaction.atomic():
        step = begin(matter_id, "matter.record_violation", version=version, by=by, on=on)
        violation = violation_of(step.row.id, violation_id)
        official = Official.objects.filter(id=official_id, office=step.row.holder_id).first()
        if official is None or violation.violator_body_id not in (None, official.body_id):
            raise InvalidInput.of(
                "official", "not_of_body", N_("Choose an official of the body that broke the norm.")
            )
        if Violated.objects.filter(violation=violation).exists():
            raise AlreadyDone()
        made = Violated.objects.create(violation=violation, official=official, on=on, by_id=by.appointment_id)
        step.save()
        step.journal(violation=violation.id, official=official.id)
        return made

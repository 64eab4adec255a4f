"""A complaint of somebody held reaches the prosecutor past the administration (L.3.6, O.8.d1)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice
from qadaga.supervision.custody.choices import Handed
from qadaga.supervision.custody.models import Complaint, HeldPerson
from qadaga.supervision.custody.services import base
from qadaga.supervision.custody.subject import place_subject

POWER = "custody.take_complaint"


@implements("L.3.6", "O.8.d1")
@transaction.atomic
def record_complaint(
    *, place_id: UUID, held_id: UUID | None, appeal_id: UUID, number: str, handed: str, by: Actor, on: date
) -> Complaint:
    """Link the appeal as which a complaint from a place was registered; the caller has registered it.

    Raises InvalidInput for somebody held elsewhere, AlreadyDone, NotPermitted.
    """
    place = base.place(place_id, by=by, on=on)
    step = base.PLACES.ask(place, POWER, place_subject(place, by, on), by=by, on=on)
    if held_id is not None and not HeldPerson.objects.filter(id=held_id, place=place).exists():
        raise InvalidInput.of("held", "held_elsewhere", N_("This person was not found in this place."))
    if Complaint.objects.filter(appeal_id=appeal_id).exists():
        raise AlreadyDone()
    row = Complaint.objects.create(
        place=place,
        held_id=held_id,
        office_id=by.office_id,
        region_id=by.region_id,
        appeal_id=appeal_id,
        number=number,
        handed=choice("handed", handed, Handed.values),
        on=on,
        by_id=by.appointment_id,
    )
    step.journal(appeal=appeal_id, handed=row.handed)
    return row

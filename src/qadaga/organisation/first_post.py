"""The first post of an installation: before it nobody could be asked whether it may be made."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.common.errors import AlreadyDone
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.offices.models import Office
from qadaga.organisation.people import PersonInput, filled
from qadaga.staff.models import Appointment

POST = "staff_officer"


@transaction.atomic
def seat(*, office: Office, person: PersonInput, user_id: UUID, starts_on: date, on: date) -> Appointment:
    """Seat a staff officer in the office, who then registers and appoints everybody by the law's rules.

    Raises AlreadyDone once anybody holds or held any post, InvalidInput on the person's data.
    """
    with_lock = Office.objects.select_for_update().get(pk=office.pk)
    if Appointment.objects.exists():
        raise AlreadyDone(
            "posts_exist", N_("There are appointments already. A staff officer makes further ones.")
        )
    who = filled(person, on)
    who.user_id = user_id
    who.save(force_insert=True)
    row = Appointment.objects.create(person=who, office=with_lock, post=POST, starts_on=starts_on)
    journal.record(
        office_id=office.id,
        action="appointment.first",
        subject_kind="appointment",
        subject_id=row.id,
        by=None,
        ruling=None,
        on=on,
        data={"person": who.id, "post": row.post, "starts_on": row.starts_on},
    )
    return row

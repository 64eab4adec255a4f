"""Who takes part: specialists with their conclusions, officers of other bodies for safety (O.8.4)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.models import StoredFile
from qadaga.law.coverage import implements
from qadaga.matters.dates import within
from qadaga.matters.services.base import text
from qadaga.supervision.inspections.models import Inspection, OtherOfficers, Specialist
from qadaga.supervision.inspections.services.base import begin


@dataclass(frozen=True, slots=True)
class Engaged:
    """A specialist: who, of which organisation, what for; `interested` in the outcome bars them."""

    name: str
    organisation: str
    task: str
    interested: bool = False


@implements("O.8.4")
def involve_specialist(*, inspection_id: UUID, engaged: Engaged, by: Actor, on: date) -> Specialist:
    """Call a specialist in. Refused with the clause where they have an interest of their own (L.1.10)."""
    name = text("name", engaged.name, 200, multiline=False)
    organisation = text("organisation", engaged.organisation, 300, multiline=False)
    task = text("task", engaged.task)
    extra = {"specialist_interested"} if engaged.interested else ()
    with transaction.atomic():
        power = "inspection.involve_specialist"
        step = begin(inspection_id, power, version=None, by=by, on=on, extra=extra)
        row = Specialist.objects.create(
            inspection=step.row,
            name=name,
            organisation=organisation,
            task=task,
            engaged_on=on,
            engaged_by_id=by.appointment_id,
        )
        step.save()
        step.journal(specialist=row.id)
        return row


@implements("O.8.4", "O.12")
def waive_conclusion(
    *, inspection_id: UUID, specialist_id: UUID, reason: str, by: Actor, on: date
) -> Specialist:
    """The head lets the inspection go on without a conclusion that has not come, with the reason.

    Raises InvalidInput (no such specialist, no reason), AlreadyDone (it came, or was waived), NotPermitted.
    """
    reason = text("reason", reason)
    with transaction.atomic():
        step = begin(inspection_id, "inspection.waive_conclusion", version=None, by=by, on=on)
        row = _specialist(step.row, specialist_id)
        if not row.awaited:
            raise AlreadyDone()
        row.waived_on, row.waived_why, row.waived_by_id = on, reason, by.appointment_id
        row.save(update_fields=["waived_on", "waived_why", "waived_by"])
        step.save(reason)
        step.journal(specialist=row.id)
        return row


def _specialist(inspection: Inspection, specialist_id: UUID) -> Specialist:
    row = inspection.specialists.filter(id=specialist_id).first()
    if row is None:
        raise InvalidInput.of("specialist_id", "unknown", N_("There is no such specialist here."))
    return row


def record_conclusion(
    *, inspection_id: UUID, specialist_id: UUID, concluded_on: date, file: StoredFile, by: Actor, on: date
) -> Specialist:
    """Put in the conclusion of a specialist, once."""
    with transaction.atomic():
        step = begin(inspection_id, "inspection.record_conclusion", version=None, by=by, on=on)
        row = _specialist(step.row, specialist_id)
        if row.concluded_on is not None:
            raise AlreadyDone()
        row.concluded_on = within("concluded_on", concluded_on, earliest=row.engaged_on, latest=on)
        row.conclusion, row.concluded_by_id = file, by.appointment_id
        row.save(update_fields=["concluded_on", "conclusion", "concluded_by"])
        step.save()
        step.journal(specialist=row.id, sha256=file.sha256)
        return row


@implements("O.8.4")
def involve_officers(
    *, inspection_id: UUID, organisation: str, names: str, reason: str, by: Actor, on: date
) -> OtherOfficers:
    """Call in officers of another body for safety."""
    organisation = text("organisation", organisation, 300, multiline=False)
    names, reason = text("names", names, 500, multiline=False), text("reason", reason)
    with transaction.atomic():
        step = begin(inspection_id, "inspection.involve_officers", version=None, by=by, on=on)
        row = OtherOfficers.objects.create(
            inspection=step.row,
            organisation=organisation,
            names=names,
            reason=reason,
            on=on,
            by_id=by.appointment_id,
        )
        step.save()
        step.journal(officers=row.id)
        return row

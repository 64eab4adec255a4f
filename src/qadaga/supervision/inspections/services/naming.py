"""Who inspects: put down in the draft, named anew when others carry it on (O.8.4, O.14)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.services.base import text
from qadaga.staff.selectors import people_of
from qadaga.supervision.inspections.models import Inspection, InspectionOfficer
from qadaga.supervision.inspections.services.base import begin


def put_down(inspection: Inspection, officers: Sequence[UUID], on: date) -> None:
    """Put the officers down in a draft: each an officer of the office on the day (O.13.2)."""
    _add(inspection, _of_office(inspection, officers, on), None)


@implements("O.8.4", "O.12", "O.14.1")
def name_officers(
    *, inspection_id: UUID, version: int, officers: Sequence[UUID], reason: str, by: Actor, on: date
) -> Inspection:
    """Say who inspects from now on; whoever is not named again is relieved, and stays on record.

    Raises InvalidInput without an officer or with one of another office, NotPermitted for anybody but the
    leadership of the office that acts in it, Conflict where it is not under way.
    """
    reason = text("reason", reason)
    if not officers:
        raise InvalidInput.of("officers", "required", N_("Name at least one officer who inspects."))
    with transaction.atomic():
        step = begin(inspection_id, "inspection.name_officers", version=version, by=by, on=on)
        named = _of_office(step.row, officers, on)
        here = step.row.officers.filter(relieved_on=None)
        here.exclude(appointment__in=named).update(relieved_on=on)
        _add(step.row, named - set(here.values_list("appointment_id", flat=True)), on)
        step.save(reason)
        step.journal(officers=sorted(named))
        return step.row


def hand_over(inspection: Inspection, to: Sequence[UUID], on: date) -> None:
    """Another office carries it on: the officers of the former one inspect no more, those of `to` do."""
    inspection.officers.filter(relieved_on=None).exclude(appointment__in=to).update(relieved_on=on)
    here = inspection.officers.filter(relieved_on=None)
    _add(inspection, set(to) - set(here.values_list("appointment_id", flat=True)), on)


def refuse_unmanned(inspection: Inspection) -> None:
    """Raise Conflict where nobody inspects: its matter went to this office after it was drafted."""
    if not inspection.officers.filter(relieved_on=None).exists():
        raise Conflict("no_officers", N_("Nobody of this office inspects yet: name the officers first."))


def _of_office(inspection: Inspection, officers: Sequence[UUID], on: date) -> set[UUID]:
    held = people_of(inspection.acting_office.id, on).filter(officer=True)
    known = set(held.filter(id__in=list(officers)).values_list("id", flat=True))
    if known != set(officers):
        raise InvalidInput.of(
            "officers", "not_of_office", N_("Officers of this office inspect. Choose from the list.")
        )
    return known


def _add(inspection: Inspection, officers: set[UUID], on: date | None) -> None:
    InspectionOfficer.objects.bulk_create(
        InspectionOfficer(inspection=inspection, appointment_id=one, named_on=on) for one in sorted(officers)
    )
    inspection.__dict__.pop("_officers", None)

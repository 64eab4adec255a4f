"""The other office competent in the sphere and place of an inspection is told of it (L.1.9)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.ids import new_id
from qadaga.law.coverage import implements
from qadaga.matters import beside
from qadaga.supervision.inspections.models import Inspection, InspectionTold
from qadaga.supervision.inspections.services.base import begin


@implements("L.1.9")
def begin_telling(inspection: Inspection, on: date) -> None:
    """Note who has to be told of an inspection just ordered."""
    InspectionTold.objects.bulk_create(
        InspectionTold(id=new_id(), inspection=inspection, office=office, raised_on=on)
        for office in beside.competent_beside(inspection.matter, on, but=inspection.acting_office)
    )


@implements("L.1.9")
def tell_office(
    *, inspection_id: UUID, version: int, office: str, told_on: date, way: str, by: Actor, on: date
) -> InspectionTold:
    """Record when and how another competent office, by its code, was told of the inspection.

    Raises InvalidInput on `office` for one that has not to be told, AlreadyDone the second time.
    """
    with transaction.atomic():
        step = begin(inspection_id, "matter.tell_office", version=version, by=by, on=on)
        told = step.row.offices_told.all()
        row = beside.tell(told, office, told_on=told_on, way=way, by=by, on=on)
        step.save()
        step.journal(office=office, told=told_on, way=way)
        return row

"""Reading what offices above decided, of a record already found in scope."""

from uuid import UUID

from qadaga.acts.above.models import Decision, HigherResolution
from qadaga.common.errors import NotFound


def decisions(record_id: UUID) -> list[Decision]:
    """What offices above decided on the record, the oldest first, each with its resolution."""
    return list(Decision.objects.filter(subject_id=record_id).select_related("resolution").order_by("id"))


def resolution(record_id: UUID, resolution_id: UUID) -> HigherResolution:
    """The resolution on the record with its paper; NotFound."""
    rows = HigherResolution.objects.select_related("pdf")
    found = rows.filter(id=resolution_id, decision__subject_id=record_id).first()
    if found is None:
        raise NotFound
    return found

"""The matters of one direction that an office works on: where its rows are counted and passed to."""

from uuid import UUID

from django.db.models import QuerySet

from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.matters.choices import MatterStatus
from qadaga.matters.models import Matter

# A matter that somebody works on: what was found or protected is recorded in such a one only.
AT_WORK = (MatterStatus.ASSIGNED, MatterStatus.IN_WORK)


def matters_at_work(office_id: UUID, direction: str, reader: Actor) -> list[Matter]:
    """The newest fifty, none that complains of the reader."""
    return list(_rows(office_id, direction, reader).order_by("-opened_on", "-id")[:50])


def matter_at_work(matter_id: UUID, *, office_id: UUID, direction: str, by: Actor) -> Matter:
    """The one of that id. Raises InvalidInput on `matter` for any other matter."""
    matter = _rows(office_id, direction, by).filter(id=matter_id).first()
    if matter is None:
        raise InvalidInput.of(
            "matter",
            "not_of_direction",
            N_("Choose a matter of this direction that an officer of the office works on."),
        )
    return matter


def _rows(office_id: UUID, direction: str, reader: Actor) -> QuerySet[Matter]:
    rows = Matter.objects.filter(holder=office_id, direction=direction, status__in=AT_WORK)
    return barred.without(rows, reader.person_id, "matter")

"""Whom of the service a matter complains of, as the appeals considered in it say (L.1.10).

Both are a part of a change that has been ruled on and is recorded by its own service.
"""

from uuid import UUID

from qadaga.matters.choices import MatterKind
from qadaga.matters.models import ComplainedOf, Matter


def complains_of(matter: Matter, person_id: UUID) -> None:
    """The matter complains of the person from now on; nothing happens where it did already."""
    ComplainedOf.objects.get_or_create(matter=matter, person_id=person_id)


def complains_no_more(matter: Matter, person_id: UUID) -> None:
    """No appeal of the matter names the person any more: the bar goes, unless the matter began otherwise."""
    if matter.kind == MatterKind.APPEAL:
        ComplainedOf.objects.filter(matter=matter, person_id=person_id).delete()

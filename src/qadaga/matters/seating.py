"""A matter goes over to another office's register: what stands in it follows, asked of every layer.

Upper layers register how their records follow in their AppConfig.ready; the case file knows none by name.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.matters import searching
from qadaga.matters.models import Matter, OfficeTold, Term
from qadaga.offices.models import Office

Follow = Callable[[Matter, date], None]
_following: list[Follow] = []


def register(follow: Follow) -> Follow:
    """Call `follow` whenever a matter has gone over, with the day, in the transaction of the move."""
    if follow not in _following:
        _following.append(follow)
    return follow


def seated(row: Any, office: Office) -> dict[str, Any]:
    """The columns of a numbered record in the office's register; a number stays the one that was taken."""
    numbered_in = row.numbered_in if row.number is None else row.numbered_in or row.office
    return {"office": office, "region_id": office.region_id, "numbered_in": numbered_in}


def seat(row: Any, office: Office) -> None:
    """Put the record into the office's register and write that; the caller tells the search."""
    columns = seated(row, office)
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(update_fields=list(columns))


def seat_terms(kind: str, subject_id: UUID, office: Office) -> None:
    """Let the terms of one record stand in the lists of the office that carries it on."""
    rows = Term.objects.filter(subject_kind=kind, subject_id=subject_id)
    rows.update(office=office, region_id=office.region_id)


def follow(matter: Matter, on: date) -> None:
    """Let terms, the search and the records of upper layers follow to the office that has the matter now."""
    Term.objects.filter(matter=matter).update(office=matter.office, region_id=matter.region_id)
    # Whoever has it now knows of it.
    OfficeTold.objects.filter(matter=matter, office=matter.office, told_on=None).delete()
    searching.put(matter)
    for one in _following:
        one(matter, on)

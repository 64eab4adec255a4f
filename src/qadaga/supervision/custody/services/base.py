"""What every service of the direction does: lock in scope, rule, move by the table, journal last."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from qadaga import authority
from qadaga.acts.services.base import stored
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.model import Ruling, Subject
from qadaga.matters import change, dates
from qadaga.matters.transitions import Table
from qadaga.supervision.custody.choices import PlaceStatus
from qadaga.supervision.custody.models import HeldPerson, Place, Visit

KINDS = {Place: "custody_place", Visit: "custody_visit", HeldPerson: "held_person"}


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise of a power on a row of the direction."""

    row: Any
    power: str
    by: Actor
    on: date
    subject: Subject
    ruling: Ruling

    def save(self, table: Table, to: str | None = None, **changes: Any) -> None:
        """Write the columns, the status the table leads to, the next version."""
        change.advance(self.row, table.move(self.row.status, self.power, to), **changes)

    def stored_ruling(self, ground: str | None = None) -> dict[str, Any]:
        """The ruling with the facts it was given on, so that it can be made again."""
        return stored(self.ruling, self.by, self.power, self.subject, self.on, ground=ground)

    def journal(self, **data: Any) -> None:
        """The last line of the transaction: ids, codes and moments, never a name."""
        row = self.row
        change.write(
            office_id=row.office_id,
            power=self.power,
            subject=row,
            kind=KINDS[type(row)],
            by=self.by,
            on=self.on,
            ruling=self.ruling,
            data=data,
        )


def ruled(row: Any, power: str, subject: Subject, *, by: Actor, on: date, ground: str | None = None) -> Step:
    """The power on the row, ruled on. Raises NotPermitted."""
    return Step(row, power, by, on, subject, authority.require(by, power, subject, on=on, ground=ground))


def place(place_id: UUID, *, by: Actor, on: date) -> Place:
    """The place within the scope, locked. Raises NotFound."""
    return change.locked(Place.objects.select_related("office", "body"), place_id, by=by, on=on)


def visit(visit_id: UUID, *, by: Actor, on: date) -> Visit:
    """The visit within the scope, locked, with its place."""
    return change.locked(Visit.objects.select_related("place__office", "place__body"), visit_id, by=by, on=on)


def held(held_id: UUID, *, by: Actor, on: date) -> HeldPerson:
    """The person found, within the scope, locked, with the place."""
    rows = HeldPerson.objects.select_related("place__office", "place__body")
    return change.locked(rows, held_id, by=by, on=on)


def refuse_closed(place: Place) -> None:
    """Raise Conflict where nobody is held any more, by the register."""
    if place.status != PlaceStatus.OPEN:
        raise Conflict("place_closed", N_("Nobody is held there any more, by the register."))


def moment(field: str, value: datetime, *, earliest: datetime | None = None) -> datetime:
    """The moment, to the minute; InvalidInput where it has not come, or is before what it follows."""
    value = dates.moment(field, value).replace(second=0, microsecond=0)
    if value > clock.now():
        raise InvalidInput.of(
            field, "in_future", N_("This moment has not come yet. Check the day and the hour.")
        )
    if earliest is not None and value < earliest.replace(second=0, microsecond=0):
        raise InvalidInput.of(
            field,
            "too_early",
            N_("This is before what it follows: the earliest possible is %(earliest)s."),
            earliest=clock.local(earliest),
        )
    return value if earliest is None else max(value, earliest)

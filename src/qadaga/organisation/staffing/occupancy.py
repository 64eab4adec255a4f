"""Who takes which place of a staffing table, and whether one more person has a place there (O.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.organisation.appointment_checks import Checked, Place
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.organisation.staffing.models import StaffingLine, StaffingTable, StaffLimit
from qadaga.staff.models import Appointment

ABOVE = "above_staff_limit"
Slot = tuple[UUID | None, str, bool]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A post that somebody is to get: where, which, from when until when."""

    office: Office
    post: str
    officer: bool
    unit_id: UUID | None
    starts_on: date
    ends_on: date | None

    @property
    def slot(self) -> Slot:
        """Its line of the table."""
        return self.unit_id, self.post, self.officer


def wanted(where: Place, entered: AppointmentInput) -> Wanted:
    """What an appointment that is asked for would take."""
    return Wanted(
        where.office, where.post.id, where.officer, entered.unit_id, entered.starts_on, entered.ends_on
    )


@implements("O.5")
def refuse_above(checked: Checked, entered: AppointmentInput, previous: Appointment) -> None:
    """Raises InvalidInput where somebody who comes from another post has no place in the new one."""
    asked = Wanted(
        checked.office,
        checked.post.id,
        checked.officer,
        entered.unit_id,
        entered.starts_on,
        checked.ends_on,
    )
    if marks_of(asked, without=[previous.id]):
        message = N_("The staffing table of that office has no vacant place for this post then (O.5).")
        raise InvalidInput.of("post", ABOVE, message)


@implements("O.5")
def marks_of(wanted: Wanted, *, without: Iterable[UUID] = ()) -> frozenset[str]:
    """The mark "above_staff_limit" where the table or the limit has no place for one more on some day.

    Until the end of the transaction nobody else is appointed in the office, so the last vacancy is given
    once. An office without table and limit gives no mark. `without`: appointments not counted.
    """
    plan = _plan(wanted)
    if not plan.tables and not plan.limits:
        return frozenset()
    Office.objects.select_for_update(no_key=True).get(pk=wanted.office.pk)
    held = Appointment.objects.filter(office=wanted.office).exclude(id__in=list(without))
    rows = list(held.overlapping(wanted.starts_on, wanted.ends_on))
    above = any(plan.is_full(wanted, rows, day) for day in _days(wanted, plan, rows))
    return frozenset({ABOVE} if above else ())


@dataclass(frozen=True, slots=True)
class _Plan:
    """The versions of table and limit that hold in the days wanted; the positions of each table's places."""

    tables: Sequence[StaffingTable]
    limits: Sequence[StaffLimit]
    places: dict[UUID, dict[Slot, int]]

    def is_full(self, wanted: Wanted, rows: Iterable[Appointment], day: date) -> bool:
        """Whether one more has no place on the day."""
        there = [row for row in rows if row.holds(day)]
        table = next((row for row in self.tables if row.holds(day)), None)
        if table is not None:
            taken = Counter(slot_of(row) for row in there)
            return taken[wanted.slot] >= self.places[table.pk].get(wanted.slot, 0)
        limit = next((row for row in self.limits if row.holds(day)), None)
        return limit is not None and len(there) >= limit.positions


def _plan(wanted: Wanted) -> _Plan:
    days = (wanted.starts_on, wanted.ends_on)
    tables = list(StaffingTable.objects.filter(office=wanted.office).overlapping(*days))
    limits = list(StaffLimit.objects.filter(office=wanted.office).overlapping(*days))
    places: dict[UUID, dict[Slot, int]] = {table.pk: {} for table in tables}
    for line in StaffingLine.objects.filter(table__in=tables):
        places[line.table_id][(line.unit_id, line.post, line.officer)] = line.positions
    return _Plan(tables, limits, places)


def _days(wanted: Wanted, plan: _Plan, rows: Iterable[Appointment]) -> list[date]:
    """The days on which anything changes: between them nothing does."""
    starts = (row.starts_on for part in (plan.tables, plan.limits, rows) for row in part)
    return sorted({wanted.starts_on, *(day for day in starts if day > wanted.starts_on)})


def slot_of(row: Appointment) -> Slot:
    """The line of the table that the appointment takes a place of."""
    return row.unit_id, row.post, row.officer

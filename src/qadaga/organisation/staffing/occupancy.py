"""Who takes which place of a staffing table, and whether one more person has a place there (O.5)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
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
    return Room([wanted], without=without).marks(wanted)


class Room:
    """The places of the offices wanted, and who takes them: read once for people appointed together.

    Three queries however many offices, two where none has a table; the offices that have a table or a limit
    are locked in the order of their ids.
    """

    def __init__(self, wanted: Sequence[Wanted], *, without: Iterable[UUID] = ()) -> None:
        offices = {one.office.pk for one in wanted}
        self._plans = _plans(offices)
        planned = [office for office in offices if office in self._plans]
        self._held: dict[UUID, list[Appointment]] = {office: [] for office in planned}
        if not planned:
            return
        list(Office.objects.select_for_update(no_key=True).filter(pk__in=planned).order_by("pk"))
        first = min(one.starts_on for one in wanted)
        held = Appointment.objects.filter(office__in=planned).exclude(id__in=list(without))
        for row in held.overlapping(first, None):
            self._held[row.office_id].append(row)

    def marks(self, wanted: Wanted) -> frozenset[str]:
        """As `marks_of`."""
        plan = self._plans.get(wanted.office.pk)
        if plan is None:
            return frozenset()
        rows = self._held[wanted.office.pk]
        above = any(plan.is_full(wanted, rows, day) for day in _days(wanted, plan, rows))
        return frozenset({ABOVE} if above else ())

    def take(self, row: Appointment) -> None:
        """Count the new appointment for those that follow."""
        if row.office_id in self._held:
            self._held[row.office_id].append(row)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The versions of an office's table and limit; the positions of each table's places."""

    tables: list[StaffingTable] = field(default_factory=list)
    limits: list[StaffLimit] = field(default_factory=list)
    places: dict[UUID, dict[Slot, int]] = field(default_factory=dict)

    def is_full(self, wanted: Wanted, rows: Iterable[Appointment], day: date) -> bool:
        """Whether one more has no place on the day."""
        there = [row for row in rows if row.holds(day)]
        table = next((row for row in self.tables if row.holds(day)), None)
        if table is not None:
            taken = Counter(slot_of(row) for row in there)
            return taken[wanted.slot] >= self.places[table.pk].get(wanted.slot, 0)
        limit = next((row for row in self.limits if row.holds(day)), None)
        return limit is not None and len(there) >= limit.positions


def _plans(offices: Iterable[UUID]) -> dict[UUID, _Plan]:
    """By office, for those that have a table or a limit."""
    found: defaultdict[UUID, _Plan] = defaultdict(_Plan)
    tables = {table.pk: table for table in StaffingTable.objects.filter(office__in=offices)}
    for table in tables.values():
        found[table.office_id].tables.append(table)
        found[table.office_id].places[table.pk] = {}
    for limit in StaffLimit.objects.filter(office__in=offices):
        found[limit.office_id].limits.append(limit)
    for line in StaffingLine.objects.filter(table__in=list(tables)):
        places = found[tables[line.table_id].office_id].places[line.table_id]
        places[line.unit_id, line.post, line.officer] = line.positions
    return dict(found)


def _days(wanted: Wanted, plan: _Plan, rows: Iterable[Appointment]) -> list[date]:
    """The days on which anything changes while the post is wanted: between them nothing does."""
    starts = (row.starts_on for part in (plan.tables, plan.limits, rows) for row in part)
    return sorted({wanted.starts_on, *(day for day in starts if _within(wanted, day))})


def _within(wanted: Wanted, day: date) -> bool:
    return wanted.starts_on < day and (wanted.ends_on is None or day < wanted.ends_on)


def slot_of(row: Appointment) -> Slot:
    """The line of the table that the appointment takes a place of."""
    return row.unit_id, row.post, row.officer

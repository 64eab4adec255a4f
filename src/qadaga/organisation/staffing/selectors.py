"""The staffing table of an office as of a day, with who holds its places; versions and their differences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import connection

from qadaga.database.together import together
from qadaga.offices.models import Office, Unit
from qadaga.organisation.staffing.models import StaffingLine, StaffingTable, StaffLimit
from qadaga.organisation.staffing.occupancy import Slot, slot_of
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of

_FIGURES = """
SELECT o.id, COALESCE(l.positions, 0), t.positions, COALESCE(a.people, 0)
FROM offices_office o
LEFT JOIN staffing_stafflimit l
    ON l.office_id = o.id AND l.starts_on <= %(on)s AND (l.ends_on IS NULL OR l.ends_on > %(on)s)
LEFT JOIN (
    SELECT t.office_id, sum(n.positions) AS positions FROM staffing_staffingtable t
    JOIN staffing_staffingline n ON n.table_id = t.id
    WHERE t.starts_on <= %(on)s AND (t.ends_on IS NULL OR t.ends_on > %(on)s) GROUP BY t.office_id
) t ON t.office_id = o.id
LEFT JOIN (
    SELECT office_id, count(*) AS people FROM staff_appointment
    WHERE starts_on <= %(on)s AND (ends_on IS NULL OR ends_on > %(on)s) GROUP BY office_id
) a ON a.office_id = o.id
WHERE o.opened_on <= %(on)s AND (o.closed_on IS NULL OR o.closed_on > %(on)s)
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one office on a day: its limit (0: none set), positions in the table (None: no table), people."""

    limit: int
    positions: int | None
    people: int

    @property
    def vacant(self) -> int | None:
        """Positions nobody holds; None where there is no table."""
        return None if self.positions is None else max(self.positions - self.people, 0)


@dataclass(frozen=True, slots=True)
class LineState:
    """A line of the table on a day, with who holds its places."""

    line: StaffingLine
    people: Sequence[Appointment]

    @property
    def vacant(self) -> int:
        """Places nobody holds."""
        return max(self.line.positions - len(self.people), 0)


@dataclass(frozen=True, slots=True)
class State:
    """The staffing of an office on a day; `outside` are people whose post the table does not have."""

    limit: StaffLimit | None
    table: StaffingTable | None
    lines: Sequence[LineState]
    outside: Sequence[Appointment]
    people: Sequence[Appointment]

    @property
    def positions(self) -> int:
        """Positions of the table."""
        return sum(state.line.positions for state in self.lines)

    @property
    def units(self) -> Decimal:
        """Full positions of the table: each at its rate."""
        return sum((state.line.positions * state.line.rate for state in self.lines), Decimal(0))

    @property
    def vacant(self) -> int:
        """Places nobody holds."""
        return sum(state.vacant for state in self.lines)


def state_of(office: Office, on: date) -> State:
    """The staffing of the office on the day. Two queries."""
    tables = StaffingTable.objects.filter(office=office).on(on)
    rows = together(
        tables=tables.select_related("order"),
        limits=StaffLimit.objects.filter(office=office).on(on).select_related("order"),
        lines=StaffingLine.objects.filter(table__in=tables).select_related("unit").order_by("id"),
    )
    table, limit = next(iter(rows["tables"]), None), next(iter(rows["limits"]), None)
    return _state(office, on, table, limit, _sorted(rows["lines"]))


def state_among(
    office: Office, on: date, versions: Iterable[StaffingTable], limits: Iterable[StaffLimit]
) -> State:
    """The staffing on the day, where every version and limit has been read already. Two queries."""
    table = next((row for row in versions if row.holds(on)), None)
    limit = next((row for row in limits if row.holds(on)), None)
    return _state(office, on, table, limit, lines_of(table) if table else [])


def _state(
    office: Office,
    on: date,
    table: StaffingTable | None,
    limit: StaffLimit | None,
    lines: Sequence[StaffingLine],
) -> State:
    people = list(people_of(office.id, on))
    by_place: dict[Slot, list[Appointment]] = defaultdict(list)
    for row in people:
        by_place[slot_of(row)].append(row)
    states = [LineState(line, by_place.pop((line.unit_id, line.post, line.officer), ())) for line in lines]
    outside = [row for rows in by_place.values() for row in rows] if table else []
    return State(limit, table, states, outside, people)


def lines_of(table: StaffingTable) -> list[StaffingLine]:
    """The lines of a version: those outside any unit first, then unit by unit as they were entered."""
    return _sorted(table.lines.select_related("unit").order_by("id"))


def _sorted(lines: Iterable[StaffingLine]) -> list[StaffingLine]:
    return sorted(lines, key=lambda line: line.unit.code if line.unit else "")


def versions_of(office: Office) -> list[StaffingTable]:
    """Every version of the table, the newest first."""
    return list(StaffingTable.objects.filter(office=office).select_related("order").order_by("-version"))


def limits_of(office: Office) -> list[StaffLimit]:
    """Every limit of the office, the newest first."""
    return list(StaffLimit.objects.filter(office=office).select_related("order").order_by("-starts_on"))


@dataclass(frozen=True, slots=True)
class Difference:
    """A place in two versions: how many positions then and now."""

    unit: Unit | None
    post: str
    officer: bool
    before: int
    after: int


def compare(before: StaffingTable | None, after: StaffingTable) -> list[Difference]:
    """Every place of either version, in the order of the later one, with its positions in both."""
    old = _by_place(lines_of(before)) if before else {}
    new = _by_place(lines_of(after))
    lines = {**new, **{place: line for place, line in old.items() if place not in new}}
    return [
        Difference(line.unit, line.post, line.officer, _positions(old, place), _positions(new, place))
        for place, line in lines.items()
    ]


def _by_place(lines: Iterable[StaffingLine]) -> dict[Slot, StaffingLine]:
    return {(line.unit_id, line.post, line.officer): line for line in lines}


def _positions(lines: Mapping[Slot, StaffingLine], place: Slot) -> int:
    return lines[place].positions if place in lines else 0


def figures(on: date) -> dict[UUID, Figures]:
    """The figures of every office on the day, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_FIGURES, {"on": on})
        return {row[0]: Figures(*row[1:]) for row in cursor.fetchall()}

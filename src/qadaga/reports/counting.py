"""Figures of a unit for a period as they were known at a moment: one range of the ledger's index a figure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from qadaga.authority.scope import may_have_offices_below
from qadaga.offices.models import Office
from qadaga.offices.selectors import descendants
from qadaga.reports.choices import Axis
from qadaga.reports.figures import FIGURES
from qadaga.reports.periods import Span

# What was written by then and had not been voided by then; transactions under way then had not written yet.
KNOWN = (
    "f.recorded_at <= %(cut)s AND NOT f.recorded_tx = ANY(%(flying)s)"
    " AND (f.voided_at IS NULL OR f.voided_at > %(cut)s OR f.voided_tx = ANY(%(flying)s))"
)
_WHERE = """
FROM reports_fact f
WHERE f.figure = ANY(%(figures)s) AND f.day >= %(start)s AND f.day < %(end)s AND {unit} AND {known}
"""
_WHOLE = """
SELECT f.figure, CASE WHEN grouping({line}) = 0 THEN 'office' WHEN grouping(f.direction) = 0 THEN 'direction'
    WHEN grouping(f.tasks) = 0 THEN 'task' ELSE 'whole' END,
    coalesce({line}::text, f.direction, ''), f.tasks, sum(f.amount)::bigint
{where}
GROUP BY GROUPING SETS ((f.figure), (f.figure, {line}), (f.figure, f.direction), (f.figure, f.tasks))
"""
# Officers are counted for the report's own office only: those of the offices below stand in their reports.
_OFFICERS = """
SELECT f.figure, 'officer', coalesce(f.officer_id::text, ''), NULL::varchar[], sum(f.amount)::bigint
{where}
GROUP BY f.figure, f.officer_id
"""
_LINES = {"nation": "f.region_id", "region": "f.office_id", "offices": "f.office_id"}
_UNITS = {
    "nation": "true",
    "region": "f.region_id = %(unit)s::uuid",
    "offices": "f.office_id = ANY(%(unit)s::uuid[])",
}
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """Whose facts are counted: those of the nation, of a region, or of an office and those under it."""

    kind: str
    value: UUID | list[UUID] | None = None

    @property
    def where(self) -> str:
        """The condition over the ledger as `f`."""
        return _UNITS[self.kind]

    @property
    def line(self) -> str:
        """The column by which the unit is split into offices: the nation into regions."""
        return _LINES[self.kind]


@dataclass(frozen=True, slots=True)
class Cut:
    """A moment of the database, and the transactions under way then."""

    at: datetime
    flying: list[int] = field(default_factory=list)

    def params(self) -> dict[str, Any]:
        """What `KNOWN` asks."""
        return {"cut": self.at, "flying": self.flying}


def unit_of(office: Office, period: Span) -> Unit:
    """What a report of the office counts; an office between region and district with those then under it."""
    if office.kind == "general":
        return Unit("nation")
    if office.level == 2 and office.region_id == office.id:
        return Unit("region", office.id)
    if not may_have_offices_below(office.kind, period.start):
        return own_unit(office.id)
    return Unit("offices", [office.id, *descendants(office.id, period.end - timedelta(days=1))])


def own_unit(office_id: UUID) -> Unit:
    """The office alone."""
    return Unit("offices", [office_id])


def cut() -> Cut:
    """Now. The moment is taken first: whatever is written later than it is not counted, seen or not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        at = cursor.fetchone()[0]
        cursor.execute("SELECT pg_current_snapshot()::text")
        flying = cursor.fetchone()[0].split(":")[2]
    return Cut(at, [int(one) for one in flying.split(",") if one])


def counted(
    office: Office, period: Span, known: Cut, *, told: Callable[[], None] = lambda: None
) -> Mapping[Key, int]:
    """Amounts by (axis, key, figure), month by month; `told` is called after each."""
    found: Counter[Key] = Counter()
    unit = unit_of(office, period)
    for month in period.months():
        _add(found, _WHOLE, unit, month, known)
        _add(found, _OFFICERS, own_unit(office.id), month, known)
        told()
    return found


def _add(found: Counter[Key], text: str, unit: Unit, month: Span, known: Cut) -> None:
    asked: dict[str, Any] = {"figures": list(FIGURES), "start": month.start, "end": month.end}
    statement = text.format(where=_WHERE, line=unit.line).format(unit=unit.where, known=KNOWN)
    with connection.cursor() as cursor:
        cursor.execute(statement, {**asked, "unit": unit.value, **known.params()})
        for figure, axis, key, tasks, amount in cursor.fetchall():
            for one in _keys(axis, key, tasks):
                found[(axis, one, figure)] += amount


def _keys(axis: str, key: str, tasks: Iterable[str]) -> list[str]:
    """A record with several tasks counts for each of them, one with none under "" (O.6)."""
    if axis == Axis.TASK:
        return list(tasks) or [""]
    return [key]

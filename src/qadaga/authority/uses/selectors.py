"""How often records of the law were used within a scope, and the newest of those uses."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from qadaga.authority import barred
from qadaga.authority.scope import Scope
from qadaga.authority.uses import naming
from qadaga.authority.uses.models import NATION, AsOf

# How far back from the newest entry a list of uses is looked for (decision 8: a bounded window, and said so).
WINDOW, WINDOW_OF_OFFICE = 5_000, 1_000
SHOWN = 50
# The sections whose records are counted by themselves.
COUNTED = ("powers", "posts", "act_kinds")
Key = tuple[str, str]

_SEEN = "(%(all)s OR o.region_id = ANY(%(regions)s) OR e.office_id = ANY(%(offices)s))"
_USED = """
SELECT section, record, coalesce(sum(times) FILTER (WHERE month = %(month)s), 0),
       coalesce(sum(times) FILTER (WHERE month >= %(year)s AND month <= %(month)s), 0), sum(times)
FROM uses_use
WHERE unit = ANY(%(units)s) AND section = ANY(%(sections)s) AND record = ANY(%(records)s)
GROUP BY section, record
"""
# What complains of the reader is taken off again: by the index of subjects, and mostly nothing.
_HIDDEN = """
WITH entries AS MATERIALIZED (
    {entry} JOIN offices_office o ON o.id = e.office_id JOIN uses_counted c ON c.office_id = e.office_id
    WHERE {counted} AND e.seq <= c.seq AND {seen} AND e.subject_id IN ({barred})),
named AS ({named})
SELECT n.section, n.record, date_trunc('month', e.on)::date, count(*)
FROM named n JOIN entries e ON e.id = n.id GROUP BY 1, 2, 3
"""
_NEWEST = """
WITH entries AS MATERIALIZED ({window}),
named AS ({named})
SELECT e.id, e.on, e.power, e.subject_kind, e.subject_id, e.appointment_id
FROM named n JOIN entries e ON e.id = n.id
WHERE n.section = %(section)s AND n.record = %(record)s {but}
ORDER BY e.id DESC LIMIT %(shown)s
"""
_WINDOW = "{entry} WHERE {counted} ORDER BY e.id DESC LIMIT %(window)s"
# A branch for each office: each is the end of one range of the unique key.
_WINDOWS = """
SELECT w.* FROM (
    SELECT o.id FROM offices_office o WHERE o.region_id = ANY(%(regions)s) OR o.id = ANY(%(offices)s)) o
CROSS JOIN LATERAL ({entry} WHERE {counted} AND e.office_id = o.id ORDER BY e.seq DESC LIMIT %(window)s) w
"""


@dataclass(frozen=True, slots=True)
class Count:
    """How often: in the month asked about, in its year up to then, and ever."""

    month: int = 0
    year: int = 0
    ever: int = 0


@dataclass(frozen=True, slots=True)
class UseLine:
    """One use: its day, the power, what it was used on and by which appointment."""

    id: int
    on: date
    power: str
    subject_kind: str
    subject_id: UUID
    appointment_id: UUID | None


def used(scope: Scope, wanted: Collection[Key], on: date) -> Mapping[Key, Count]:
    """The counts of the records (section, id) within the scope, for the month and year of the day.

    What is not there was never used. Two queries at most, whatever was ever done; refusals are no use.
    """
    keys = set(wanted)
    if not keys:
        return {}
    asked = _asked(scope) | {
        "month": on.replace(day=1),
        "year": on.replace(month=1, day=1),
        "sections": sorted({section for section, _ in keys}),
        "records": sorted({record for _, record in keys}),
    }
    with connection.cursor() as cursor:
        cursor.execute(_USED, asked)
        found = {(row[0], row[1]): Count(int(row[2]), int(row[3]), int(row[4])) for row in cursor.fetchall()}
    for section, record, month, times in _hidden(scope, asked):
        if (section, record) in found:
            found[section, record] = _less(found[section, record], month, times, on)
    return {key: count for key, count in found.items() if key in keys}


def as_of() -> datetime | None:
    """When the counts were last complete; None before the first."""
    return AsOf.objects.values_list("at", flat=True).first()


def newest(scope: Scope, key: Key) -> list[UseLine]:
    """The newest uses of a record within the scope, as far back as the window reaches. One query."""
    section, record = key
    window = (_WINDOW if scope.nation else _WINDOWS).format(entry=naming.ENTRY, counted=naming.COUNTED)
    hides = _barred_sql(scope)
    but = f"AND e.subject_id NOT IN ({hides})" if hides else ""
    # Every piece is ours; the values are bound.
    sql = _NEWEST.format(window=window, named=naming.named([section]), but=but)
    reach = WINDOW if scope.nation else WINDOW_OF_OFFICE
    asked = _asked(scope) | {"window": reach, "section": section, "record": record, "shown": SHOWN}
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return [UseLine(*row) for row in cursor.fetchall()]


def _asked(scope: Scope) -> dict[str, Any]:
    units = [NATION] if scope.nation else [*scope.regions, *scope.offices]
    return {
        "units": units,
        "all": scope.nation,
        "regions": list(scope.regions),
        "offices": list(scope.offices),
        "private": naming.private(),
        "reader": scope.reader,
    }


def _hidden(scope: Scope, asked: Mapping[str, Any]) -> list[tuple[str, str, date, int]]:
    hides = _barred_sql(scope)
    if not hides:
        return []
    sql = _HIDDEN.format(
        entry=naming.ENTRY, counted=naming.COUNTED, seen=_SEEN, barred=hides, named=naming.named()
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return list(cursor.fetchall())


def _barred_sql(scope: Scope) -> str:
    return barred.ids_sql(*sorted(barred.declared())) if scope.reader is not None else ""


def _less(count: Count, month: date, times: int, on: date) -> Count:
    this_month = month == on.replace(day=1)
    this_year = month.year == on.year and month <= on
    return Count(count.month - times * this_month, count.year - times * this_year, count.ever - times)

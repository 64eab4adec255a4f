"""How many terms of a rule run within a scope and how many of them are late, and the soonest of them.

Each office or region of the scope is one range of an index, read no further than is shown, so that the answer
costs the same however many terms there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.authority import barred
from qadaga.authority.lists import cursors
from qadaga.authority.scope import Scope
from qadaga.authority.uses import naming
from qadaga.database.prepared import prepared_cursor

MOST = 1_000
"""No further than to this many is counted: "1000+" says that there may be more."""
SHOWN = 50

# Closed registers are not counted at all; what complains of the reader is left out (L.1.10, O.8.d5).
_RUNNING = "t.rule = %(rule)s AND t.state = 'running' AND t.subject_kind <> ALL(%(private)s::text[])"
_ORDER = "ORDER BY t.due_on {word}, t.id {word} LIMIT %(most)s"
_COLUMNS = "t.id, t.subject_kind, t.subject_id, t.office_id, t.due_on"
_NATION = "SELECT {columns} FROM matters_term t WHERE {running} {kept} {order}"
_UNITS = """
SELECT r.* FROM unnest(%(offices)s::uuid[]) AS u(id) CROSS JOIN LATERAL (
    SELECT {columns} FROM matters_term t WHERE t.office_id = u.id AND {running} {kept} {order}) r
UNION ALL
SELECT r.* FROM unnest(%(regions)s::uuid[]) AS u(id) CROSS JOIN LATERAL (
    SELECT {columns} FROM matters_term t WHERE t.region_id = u.id AND {running} {kept} {order}) r
"""
_COUNT = """
SELECT count(*), count(*) FILTER (WHERE t.due_on < %(on)s::date)
FROM (SELECT * FROM ({found}) f ORDER BY f.due_on LIMIT %(most)s) t
"""
_LISTED = """
SELECT t.id, t.subject_kind, t.subject_id, t.due_on, o.name_ru, o.name_kk
FROM ({found}) t JOIN offices_office o ON o.id = t.office_id {order}
"""
_BEYOND = "(t.due_on, t.id) {sign} (%(key)s::date, %(key_id)s::uuid)"


@dataclass(frozen=True, slots=True)
class Running:
    """How many run and how many of those are past their last day; MOST stands for that many or more."""

    running: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class RunningTerm:
    """A running term: on what, until when, in which office."""

    id: UUID
    subject_kind: str
    subject_id: UUID
    due_on: date
    office_ru: str
    office_kk: str


@dataclass(frozen=True, slots=True)
class Page:
    """Running terms in the order of their last days, and the words of the neighbouring pages, "" for none."""

    rows: list[RunningTerm]
    next: str = ""
    previous: str = ""


def count_running(scope: Scope, rule: str, on: date) -> Running:
    """How many terms of the rule run within the scope and are overdue on the day. One query."""
    return Running(*_asked(_COUNT, scope, {"rule": rule, "on": on, "most": MOST})[0])


def listed(scope: Scope, rule: str, cursor: str = "") -> Page:
    """A page of fifty running terms of the rule within the scope, those due first foremost. One query.

    Raises InvalidInput for a cursor of another list.
    """
    at = cursors.read(cursor, order=f"running:{rule}")
    back = at is not None and at.back
    values: dict[str, Any] = {"rule": rule, "most": SHOWN + 1}
    if at is not None:
        values |= {"key": at.key, "key_id": at.id}
    found = [RunningTerm(*row) for row in _asked(_LISTED, scope, values, back=back)]
    more, rows = len(found) > SHOWN, found[:SHOWN]
    if back:
        rows.reverse()
    ahead, before = (True, more) if back else (more, at is not None)
    return Page(
        rows,
        _word(rule, rows[-1], back=False) if rows and ahead else "",
        _word(rule, rows[0], back=True) if rows and before else "",
    )


def _word(rule: str, row: RunningTerm, *, back: bool) -> str:
    at = cursors.Cursor(row.due_on.isoformat(), row.id, back)
    return cursors.write(at, order=f"running:{rule}")


def _asked(statement: str, scope: Scope, values: dict[str, Any], *, back: bool = False) -> list[Any]:
    hides = barred.ids_sql(*sorted(barred.declared())) if scope.reader is not None else ""
    kept = f"AND t.subject_id NOT IN ({hides})" if hides else ""
    if "key" in values:
        kept += f" AND {_BEYOND.format(sign='<' if back else '>')}"
    order = _ORDER.format(word="DESC" if back else "ASC")
    found = (_NATION if scope.nation else _UNITS).format(
        columns=_COLUMNS, running=_RUNNING, kept=kept, order=order
    )
    given = {
        "offices": list(scope.offices),
        "regions": list(scope.regions),
        "private": naming.private(),
        "reader": scope.reader,
        **values,
    }
    with prepared_cursor() as cursor:
        # Every piece is ours; the values are bound.
        cursor.execute(statement.format(found=found, order=order), given)
        return list(cursor.fetchall())

"""A register and a request compiled to one statement whose cost is that of the page, not of the table.

keys   the next `window` (sort column, id) pairs, from as many index ranges as the cover and statuses give.
       Of few ranges each row is tested while it is read; of many, only those that are left after the merge;
hits   those of them that pass the residual conditions, a page and one more;
page   the columns of the hits, and beside them how far the window reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from qadaga.authority.lists.cover import Unit
from qadaga.authority.lists.cursors import Cursor
from qadaga.authority.lists.filters import Dates, Filter
from qadaga.authority.lists.register import WINDOW, Register, Sort

# Of more ranges than this, testing each row read would cost more than looking up those left after the merge.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked, resolved: which register, order, ranges, statuses, filters and position."""

    register: Register
    sort: Sort
    descending: bool
    units: tuple[Unit, ...]
    statuses: tuple[str, ...]
    filters: tuple[tuple[Filter, Any], ...]
    cursor: Cursor | None
    size: int
    today: date


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with its parameters; `window` is how many keys it looks at (0: exactly the page)."""

    text: str
    params: dict[str, Any]
    window: int


def compile_plan(plan: Plan) -> Statement:
    """The statement for the plan."""
    params = _params(plan)
    bounds = _bounds(plan, params)
    leading = [(one, value) for one, value in plan.filters if one.leads]
    residual = [
        one.where(value, params) for one, value in plan.filters if not one.leads and not _ranged(plan, one)
    ]
    if leading:
        residual += _residual_scope(plan, params)
    inline = " AND ".join(residual) if leading or _range_count(plan) <= _FEW else ""
    if leading:
        keys = _led(plan, [*bounds, *(one.where(value, params) for one, value in leading)], inline)
    else:
        keys = _ranges(plan, bounds, params, inline)
    window = WINDOW if residual or leading else 0
    params["window"] = window or plan.size + 1
    return Statement(_assemble(plan, keys, [] if inline else residual), params, window)


def compile_count(plan: Plan, most: int) -> Statement:
    """How many rows the ranges hold, counting no further than `most`."""
    params = {**_params(plan), "window": most}
    keys = _ranges(plan, _bounds(plan, params), params, "")
    text = f"SELECT count(*) FROM (SELECT q.id FROM ({keys}) q LIMIT %(window)s) c"
    return Statement(text, params, most)


def _range_count(plan: Plan) -> int:
    return sum(len(unit.ids) or 1 for unit in plan.units) * (len(plan.statuses) or 1)


def _params(plan: Plan) -> dict[str, Any]:
    return {"statuses": list(plan.statuses), "today": plan.today, "take": plan.size + 1}


def _forward(plan: Plan) -> bool:
    """Whether the scan runs downwards: the order asked, turned round on the way back."""
    back = plan.cursor is not None and plan.cursor.back
    return plan.descending != back


def _order(plan: Plan, alias: str, *, turned: bool = False) -> str:
    down = _forward(plan) != turned
    word = "DESC" if down else "ASC"
    return f"{alias}.key {word}, {alias}.id {word}"


def _ranged(plan: Plan, one: Filter) -> bool:
    """A period of the sort column itself is a bound of the ranges, not a condition on a window."""
    return isinstance(one, Dates) and one.column == f"t.{plan.sort.column}"


def _bounds(plan: Plan, params: dict[str, Any]) -> list[str]:
    column = f"t.{plan.sort.column}"
    bounds = [one.where(value, params) for one, value in plan.filters if _ranged(plan, one)]
    if plan.sort.partial:
        bounds.append(f"{column} IS NOT NULL")
    if plan.cursor is not None:
        params |= {"key": plan.cursor.key, "key_id": plan.cursor.id}
        sign = "<" if _forward(plan) else ">"
        bounds.append(f"({column}, t.id) {sign} (%(key)s::{plan.sort.cast}, %(key_id)s::uuid)")
    return bounds


def _scan(plan: Plan, conditions: list[str], test: str) -> str:
    """One range in order; `ok` says of each row whether it passes the test, seen while it is at hand."""
    word = "DESC" if _forward(plan) else "ASC"
    column = f"t.{plan.sort.column}"
    where = "WHERE " + " AND ".join(conditions) if conditions else ""
    parts = ["SELECT", f"{column} AS key, t.id, {test or 'true'} AS ok FROM {plan.register.table} t", where]
    return " ".join([*parts, f"ORDER BY {column} {word}, t.id {word} LIMIT %(window)s"])


def _ranges(plan: Plan, bounds: list[str], params: dict[str, Any], test: str) -> str:
    return " UNION ALL ".join(_group(plan, unit, bounds, params, test) for unit in plan.units)


def _group(plan: Plan, unit: Unit, bounds: list[str], params: dict[str, Any], test: str) -> str:
    sources, conditions = [], list(bounds)
    if unit.column:
        params[unit.name] = list(unit.ids)
        sources.append(f"unnest(%({unit.name})s::uuid[]) AS u(id)")
        conditions.append(f"t.{unit.column} = u.id")
    if plan.statuses:
        sources.append("unnest(%(statuses)s::text[]) AS s(status)")
        conditions.append("t.status = s.status")
    scan = _scan(plan, conditions, test)
    if not sources:
        return f"({scan})"
    ranges = " CROSS JOIN ".join(sources)
    return " ".join(["(SELECT", f"r.key, r.id, r.ok FROM {ranges} CROSS JOIN LATERAL ({scan}) r)"])


def _led(plan: Plan, conditions: list[str], test: str) -> str:
    """Rows of the leading filters' own indexes; the scope is then part of the test on them."""
    return f"({_scan(plan, conditions, test)})"


def _residual_scope(plan: Plan, params: dict[str, Any]) -> list[str]:
    conditions = []
    for unit in plan.units:
        if unit.column:
            params[unit.name] = list(unit.ids)
            conditions.append(f"t.{unit.column} = ANY(%({unit.name})s::uuid[])")
    scope = ["(" + " OR ".join(conditions) + ")"] if conditions else []
    return [*scope, "t.status = ANY(%(statuses)s::text[])"] if plan.statuses else scope


def _assemble(plan: Plan, keys: str, residual: list[str]) -> str:
    table, order = plan.register.table, _order(plan, "k")
    columns = ", ".join(part for column in plan.register.columns for part in column.selected())
    hits = f"SELECT k.key, k.id FROM k WHERE k.ok ORDER BY {order} LIMIT %(take)s"
    if residual:
        where = " AND ".join(residual)
        hits = " ".join(
            ["SELECT", f"k.key, k.id FROM k JOIN {table} t ON t.id = k.id WHERE {where}", f"ORDER BY {order}"]
        )
        hits += " LIMIT %(take)s"
    parts = (
        f"WITH k AS MATERIALIZED (SELECT q.key, q.id, q.ok FROM ({keys}) q",
        f"ORDER BY {_order(plan, 'q')} LIMIT %(window)s),",
        f"h AS MATERIALIZED ({hits}),",
        f"e AS (SELECT k.key, k.id FROM k ORDER BY {_order(plan, 'k', turned=True)} LIMIT 1),",
        f"p AS (SELECT h.key AS _key, h.id AS _id, {columns}",
        f"FROM h JOIN {table} t ON t.id = h.id {plan.register.joins})",
        "SELECT (SELECT count(*) FROM k) AS _searched, e.key AS _end_key, e.id AS _end_id, p.*",
        "FROM e LEFT JOIN p ON true",
        f"ORDER BY p._key {_word(plan)}, p._id {_word(plan)}",
    )
    return " ".join(parts)


def _word(plan: Plan) -> str:
    return "DESC" if _forward(plan) else "ASC"

"""A register and a request compiled to one statement whose cost is that of the page, not of the table.

keys   the next `window` (sort column, id) pairs, from as many index ranges as the cover and statuses give.
       Of few ranges each row is tested while it is read, of a single one only until the page is full; of many
       ranges only the rows that are left after the merge are tested;
hits   those of them that pass the residual conditions, a page and one more;
page   the columns of the hits, and beside them, where they do not fill it, how far the window reached.

Limits stand in the text as numbers: they are ours, and a prepared statement is planned without its values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.authority import barred
from qadaga.authority.lists.cover import Scope, Unit
from qadaga.authority.lists.cursors import Cursor
from qadaga.authority.lists.filters import Dates, Filter
from qadaga.authority.lists.register import WINDOW, Register, Sort
from qadaga.authority.lists.shared import Mine, Overdue, ways

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
    reader: UUID | None = None
    window: int = WINDOW
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with its parameters; `window` is how many keys it looks at (0: exactly the page).

    `kept`: the server may keep its plan, made without the values.
    """

    text: str
    params: dict[str, Any]
    window: int
    kept: bool = True


def compile_plan(plan: Plan) -> Statement:
    """The statement for the plan."""
    params = _known(plan)
    bounds = _bounds(plan, params)
    leading = [(one, value) for one, value in plan.filters if one.leads]
    residual = [
        one.where(value, params) for one, value in plan.filters if not one.leads and not _ranged(plan, one)
    ]
    if leading:
        residual += _residual_scope(plan, params)
        bounds += [one.where(value, params) for one, value in leading if not isinstance(one, Mine)]
    window = plan.window if residual or leading else plan.size + 1
    source = _Source(plan, bounds, params, window, led=ways(leading))
    text = _assemble(source, " AND ".join(residual))
    kept = not any(one.by_value for one, _ in plan.filters)
    return Statement(text, params, window if residual or leading else 0, kept)


def compile_count(plan: Plan, most: int) -> Statement:
    """How many rows the ranges hold, counting no further than `most`."""
    params = _known(plan)
    source = _Source(plan, _bounds(plan, params), params, most)
    return Statement(f"SELECT count(*) FROM ({source.keys('')}) q", params, most)


class _Source:
    """Where a statement's keys come from: one range, or several merged; `led` by leading filters, if any."""

    def __init__(
        self,
        plan: Plan,
        bounds: list[str],
        params: dict[str, Any],
        window: int,
        led: tuple[list[str], ...] = (),
    ) -> None:
        self.plan, self.bounds, self.params, self.window, self.led = plan, bounds, params, window, led
        units = sum(len(unit.ids) or 1 for unit in plan.units)
        self.ranges = 1 if led else units * (len(plan.statuses) or 1)

    def keys(self, test: str) -> str:
        """The window's keys in order; `ok` says of each row whether it passes the test."""
        if len(self.led) == 1:
            return self._scan([*self.bounds, *self.led[0]], test)
        if self.led:
            return self._merged(f"({self._scan([*self.bounds, *way], test)})" for way in self.led)
        if self.ranges == 1:
            return self._scan(self._only_range(), test)
        return self._merged(self._group(unit, test) for unit in self.plan.units)

    def _merged(self, scans: Iterable[str]) -> str:
        groups = " UNION ALL ".join(scans)
        order = _order(self.plan, "q")
        return " ".join(
            ("SELECT", f"q.key, q.id, q.ok FROM ({groups}) q ORDER BY {order} LIMIT {self.window}")
        )

    def _scan(self, conditions: list[str], test: str) -> str:
        word, column = _word(self.plan), f"t.{self.plan.sort.column}"
        where = "WHERE " + " AND ".join(conditions) if conditions else ""
        selected = f"{column} AS key, t.id, {test or 'true'} AS ok FROM {self.plan.register.table} t"
        return " ".join(
            ("SELECT", selected, where, f"ORDER BY {column} {word}, t.id {word} LIMIT {self.window}")
        )

    def _only_range(self) -> list[str]:
        conditions = list(self.bounds)
        for unit in self.plan.units:
            if unit.column:
                self.params[unit.name] = unit.ids[0]
                conditions.append(f"t.{unit.column} = %({unit.name})s")
        if self.plan.statuses:
            self.params["status"] = self.plan.statuses[0]
            conditions.append("t.status = %(status)s")
        return conditions

    def _group(self, unit: Unit, test: str) -> str:
        ranges, conditions = [], list(self.bounds)
        if unit.column:
            self.params[unit.name] = list(unit.ids)
            ranges.append(f"unnest(%({unit.name})s::uuid[]) AS u(id)")
            conditions.append(f"t.{unit.column} = u.id")
        if self.plan.statuses:
            self.params["statuses"] = list(self.plan.statuses)
            ranges.append("unnest(%(statuses)s::text[]) AS s(status)")
            conditions.append("t.status = s.status")
        scan = self._scan(conditions, test)
        if not ranges:
            return f"({scan})"
        sources = " CROSS JOIN ".join(ranges)
        return " ".join(("(SELECT", f"r.key, r.id, r.ok FROM {sources} CROSS JOIN LATERAL ({scan}) r)"))


def _forward(plan: Plan) -> bool:
    """Whether the scan runs downwards: the order asked, turned round on the way back."""
    back = plan.cursor is not None and plan.cursor.back
    return plan.descending != back


def _word(plan: Plan) -> str:
    return "DESC" if _forward(plan) else "ASC"


def _order(plan: Plan, alias: str, *, turned: bool = False) -> str:
    word = "DESC" if _forward(plan) != turned else "ASC"
    return f"{alias}.key {word}, {alias}.id {word}"


def _ranged(plan: Plan, one: Filter) -> bool:
    """A period of the sort column itself is a bound of the ranges, not a condition on a window."""
    return isinstance(one, (Dates, Overdue)) and one.column == f"t.{plan.sort.column}"


def _known(plan: Plan) -> dict[str, Any]:
    """What conditions may speak of: the day, the reader's post, and of common rows the reader's scope."""
    if plan.scope is None:
        return {"today": plan.today, "mine": None}
    seen = scope_values(plan.scope) if plan.register.common else {}
    return {"today": plan.today, "mine": plan.scope.post, **seen}


def scope_values(scope: Scope) -> dict[str, Any]:
    """The scope as the values of %(nation)s, %(regions)s and %(offices)s, who looks as %(reader)s."""
    return {
        "nation": scope.nation,
        "regions": list(scope.regions),
        "offices": list(scope.offices),
        "reader": scope.reader,
    }


def _bounds(plan: Plan, params: dict[str, Any]) -> list[str]:
    column = f"t.{plan.sort.column}"
    bounds = [one.where(value, params) for one, value in plan.filters if _ranged(plan, one)]
    if plan.sort.partial:
        bounds.append(f"{column} IS NOT NULL")
    if plan.register.standing:
        bounds.append(plan.register.standing)
    if plan.cursor is not None:
        params |= {"key": plan.cursor.key, "key_id": plan.cursor.id}
        sign = "<" if _forward(plan) else ">"
        bounds.append(f"({column}, t.id) {sign} (%(key)s::{plan.sort.cast}, %(key_id)s::uuid)")
    return bounds + not_barred(plan.reader, plan.register.barred_kinds, params)


def not_barred(reader: UUID | None, kinds: tuple[str, ...], params: dict[str, Any]) -> list[str]:
    """What leaves out the rows that complain of the reader: a bound of each range, so pages stay full."""
    ids = barred.ids_sql(*kinds) if reader is not None else ""
    if not ids:
        return []
    params["reader"] = reader
    return [f"t.id NOT IN ({ids})"]


def _residual_scope(plan: Plan, params: dict[str, Any]) -> list[str]:
    conditions = []
    for unit in plan.units:
        if unit.column:
            params[unit.name] = list(unit.ids)
            conditions.append(f"t.{unit.column} = ANY(%({unit.name})s::uuid[])")
    scope = ["(" + " OR ".join(conditions) + ")"] if conditions else []
    if plan.statuses:
        params["statuses"] = list(plan.statuses)
        scope.append("t.status = ANY(%(statuses)s::text[])")
    return scope


def _assemble(source: _Source, test: str) -> str:
    """`k` is worked out only where something asks for it: by a full page of one range nothing does."""
    plan, take = source.plan, source.plan.size + 1
    table, order = plan.register.table, _order(plan, "k")
    columns = ", ".join(part for column in plan.register.columns for part in column.selected())
    inline = test if source.ranges <= _FEW else ""
    if source.ranges == 1:
        keys = source.keys("")
        hits = f"SELECT k.key, k.id FROM ({source.keys(test)}) k WHERE k.ok LIMIT {take}"
    else:
        keys = source.keys(inline)
        looked_up = "" if inline or not test else f"JOIN {table} t ON t.id = k.id"
        kept = "k.ok" if inline or not test else test
        hits = " ".join(
            ("SELECT", f"k.key, k.id FROM k {looked_up} WHERE {kept} ORDER BY {order} LIMIT {take}")
        )
    last = f"FROM k ORDER BY {_order(plan, 'k', turned=True)} LIMIT 1"
    parts = (
        f"WITH k AS MATERIALIZED ({keys}), h AS MATERIALIZED ({hits}),",
        f"p AS (SELECT h.key AS _key, h.id AS _id, {columns}",
        f"FROM h JOIN {table} t ON t.id = h.id {plan.register.joins})",
        f"SELECT CASE WHEN n.n < {take} THEN (SELECT count(*) FROM k) ELSE 0 END AS _searched,",
        f"CASE WHEN n.n < {take} THEN (SELECT k.key {last}) END AS _end_key,",
        f"CASE WHEN n.n < {take} THEN (SELECT k.id {last}) END AS _end_id, p.*",
        "FROM (SELECT count(*) AS n FROM h) n LEFT JOIN p ON true",
        f"ORDER BY p._key {_word(plan)}, p._id {_word(plan)}",
    )
    return " ".join(parts)

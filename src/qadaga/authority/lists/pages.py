"""One page of a register: ask, get rows and where the neighbouring pages begin."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from qadaga.authority.lists import cursors
from qadaga.authority.lists.cover import NATION, Scope, Unit, cover
from qadaga.authority.lists.cursors import Cursor
from qadaga.authority.lists.register import PAGE_SIZE, WINDOW, Register, Sort
from qadaga.authority.lists.shared import Unfinished
from qadaga.authority.lists.sql import Plan, Statement, compile_count, compile_plan
from qadaga.database.prepared import prepared_cursor

Row = dict[str, Any]

# Sorts differ in the type of their key; a page's cursor holds it as text in any case.
_PART = (
    "SELECT {n} AS _part, row_number() OVER () AS _place, q._searched, q._end_key::text AS _end_key,"
    " q._end_id, q._key::text AS _key, q._id, {columns} FROM ({text}) q"
)
_PARAMETER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Ask:
    """A request as checked: values of filters by name, chosen statuses, order and position.

    `window`: how many rows are looked through at most where not every one answers.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    statuses: tuple[str, ...] = ()
    sort: str = ""
    ascending: bool | None = None
    cursor: str = ""
    size: int = PAGE_SIZE
    units: tuple[Unit, ...] | None = None
    window: int = WINDOW


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in order; words of the neighbouring pages ("" where there is none).

    `bounded`: only `searched` rows were looked through and there may be more beyond; `next` goes on there.
    """

    rows: list[Row]
    next: str = ""
    previous: str = ""
    bounded: bool = False
    searched: int = 0


def fetch(register: Register, scope: Scope, ask: Ask, *, today: date, found: list[Any] | None = None) -> Page:
    """The page in one query. `found` are ids given by a search where a filter by words is asked.

    Raises InvalidInput for a cursor that was not made for this register and order.
    """
    plan = _plan(register, scope, ask, today)
    if not plan.units:
        return Page([])
    statement = compile_plan(plan)
    if found is not None:
        statement.params["found"] = found
    return _page(plan, _run(statement), statement)


def fetch_many(wanted: Sequence[tuple[Register, Scope, Ask]], *, today: date) -> list[Page]:
    """The first page of each request, in the order given; one query a register, however many requests."""
    plans = [_plan(register, scope, ask, today) for register, scope, ask in wanted]
    asked = [(place, plan, compile_plan(plan)) for place, plan in enumerate(plans) if plan.units]
    found: dict[int, Page] = {}
    for name in dict.fromkeys(plan.register.name for _, plan, _ in asked):
        same = [one for one in asked if one[1].register.name == name]
        answers = _together(same[0][1].register, [statement for _, _, statement in same])
        for (place, plan, statement), rows in zip(same, answers, strict=True):
            found[place] = _page(plan, rows, statement)
    return [found.get(place, Page([])) for place in range(len(plans))]


def _together(register: Register, statements: Sequence[Statement]) -> list[list[Row]]:
    """The answers of several statements over one register, in one that the server keeps planned."""
    params = {f"{name}_{n}": value for n, one in enumerate(statements) for name, value in one.params.items()}
    columns = ", ".join(part.rpartition(" AS ")[2] for one in register.columns for part in one.selected())
    texts = [_PART.format(n=n, columns=columns, text=_own(one.text, n)) for n, one in enumerate(statements)]
    answers: list[list[Row]] = [[] for _ in statements]
    with prepared_cursor(keep=all(one.kept for one in statements)) as cursor:
        cursor.execute(f"{' UNION ALL '.join(texts)} ORDER BY _part, _place", params)
        for row in _rows(cursor):
            answers[row["_part"]].append(row)
    return answers


def _own(text: str, n: int) -> str:
    """The statement with its parameters named apart from those of its neighbours."""
    return _PARAMETER.sub(rf"%(\1_{n})s", text)


def explain_text(register: Register, scope: Scope, ask: Ask, *, today: date) -> str:
    """The page's statement with its values in it, for EXPLAIN and the bench; "" for an empty scope."""
    plan = _plan(register, scope, ask, today)
    if not plan.units:
        return ""
    statement = compile_plan(plan)
    with connection.cursor() as cursor:
        text: str = cursor.mogrify(statement.text, statement.params)
        return text


def count(register: Register, scope: Scope, ask: Ask, *, today: date, most: int) -> int:
    """How many rows the ranges hold before other filters, at most `most`: one bounded walk of an index."""
    plan = _plan(register, scope, ask, today)
    if not plan.units:
        return 0
    statement = compile_count(plan, most)
    with connection.cursor() as cursor:
        cursor.execute(statement.text, statement.params)
        return int(cursor.fetchone()[0])


def _plan(register: Register, scope: Scope, ask: Ask, today: date) -> Plan:
    sort = register.sort(ask.sort)
    descending = sort.descending if ask.ascending is None else not ask.ascending
    chosen = [(register.filter(name), value) for name, value in ask.values.items() if value is not None]
    return Plan(
        register=register,
        sort=sort,
        descending=descending,
        units=_units(register, scope, ask),
        statuses=_statuses(register, sort, ask),
        filters=tuple(
            (one, value) for one, value in chosen if one is not None and type(one) is not Unfinished
        ),
        cursor=cursors.read(ask.cursor, order=_order(register, sort, descending)),
        size=ask.size,
        today=today,
        reader=scope.reader,
        window=ask.window,
        scope=scope,
    )


def _units(register: Register, scope: Scope, ask: Ask) -> tuple[Unit, ...]:
    if register.common:
        return (NATION,) if cover(scope) else ()
    return cover(scope) if ask.units is None else ask.units


def _statuses(register: Register, sort: Sort, ask: Ask) -> tuple[str, ...]:
    """None asked: no condition where an index without status exists, else every status a range of its own.

    Of those asked, the unfinished only where a filter asks for these.
    """
    known = tuple(status for status in ask.statuses if status in register.statuses)
    if any(one.unfinished and ask.values.get(one.name) for one in register.filters):
        # Both asked and contradicting each other: no row has the status that is none.
        open_ones = tuple(one for one in register.open_statuses if one in (known or register.open_statuses))
        return open_ones or ("",)
    return known or (() if sort.plain else tuple(register.statuses))


def _order(register: Register, sort: Sort, descending: bool) -> str:
    return f"{register.name}:{sort.name}:{int(descending)}"


def _run(statement: Statement) -> list[Row]:
    with prepared_cursor(keep=statement.kept) as cursor:
        cursor.execute(statement.text, statement.params)
        return _rows(cursor)


def _rows(cursor: Any) -> list[Row]:
    names = [column.name for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _page(plan: Plan, answer: list[Row], statement: Statement) -> Page:
    rows = [row for row in answer if row["_id"] is not None]
    searched = answer[0]["_searched"] if answer else 0
    more, full = len(rows) > plan.size, bool(statement.window) and searched >= statement.window
    rows = rows[: plan.size]
    ahead = _ahead(rows, answer, more=more, full=full)
    back = plan.cursor is not None and plan.cursor.back
    start = Cursor(str(rows[0]["_key"]), rows[0]["_id"]) if rows and plan.cursor else None
    if back:
        rows.reverse()
    after, before = (start, ahead) if back else (ahead, start)
    return Page(
        rows, _word(plan, after, back=False), _word(plan, before, back=True), full and not more, searched
    )


def _ahead(rows: list[Row], answer: list[Row], *, more: bool, full: bool) -> Cursor | None:
    """Where the scan goes on: after the last row shown, or after the end of a window that was used up."""
    if more:
        return Cursor(str(rows[-1]["_key"]), rows[-1]["_id"])
    return Cursor(str(answer[0]["_end_key"]), answer[0]["_end_id"]) if full else None


def _word(plan: Plan, at: Cursor | None, *, back: bool) -> str:
    if at is None:
        return ""
    order = _order(plan.register, plan.sort, plan.descending)
    return cursors.write(Cursor(at.key, at.id, back), order=order)

"""What every part of the service keeps about a body: declared by each, read in one statement in the scope.

As `authority.barred`: the case file knows none of the upper modules, they say where they name a body.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.authority import barred
from qadaga.authority.lists.filters import Labels
from qadaga.authority.lists.register import Register
from qadaga.authority.lists.sql import scope_values
from qadaga.authority.scope import Scope
from qadaga.database.prepared import prepared_cursor

MOST = 30
"""Lines of one part on the card; one more tells that there are others."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A table that names bodies: `of` is the column over `t`, `page` the address of a card by name.

    `number`, `title`, `due` and `more` are SQL over `t`; `more` is JSON that only its own page reads. `words`
    are those of the statuses, `kinds` the records that may complain of the reader.
    """

    name: str
    label: str
    table: str
    of: str
    day: str
    number: str
    title: str
    page: str
    kinds: tuple[str, ...] = ()
    status: str = "t.status"
    due: str = "t.due_on"
    more: str = "NULL::jsonb"
    joins: str = ""
    words: Labels = field(default_factory=dict)
    open_statuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One record that names the body."""

    id: UUID
    day: date
    number: str
    title: str
    status: str
    due_on: date | None
    more: Mapping[str, Any]


_traces: dict[str, Trace] = {}


def declare(trace: Trace) -> None:
    """Let the body's card show this part; parts stand in the order of `ORDER`, then as declared."""
    _traces[trace.name] = trace


def of_register(register: Register, *, of: str, day: str, title: str, **others: Any) -> None:
    """Declare the table of a register; its number, status and due date are the register's own."""
    columns = {column.name: column.sql for column in register.columns}
    number = others.pop("number", columns["number"])
    declare(
        Trace(
            name=register.name,
            label=register.title,
            table=register.table,
            of=of,
            day=day,
            number=number if isinstance(number, str) else number["ru"],
            title=title,
            page=f"{register.name}:card",
            kinds=register.barred_kinds,
            due=str(columns.get("due_on", "NULL::date")),
            words=register.statuses,
            open_statuses=register.open_statuses,
            **others,
        )
    )


ORDER = ("appeals", "matters", "inspections", "acts", "measures", "legal_acts", "offences", "investigations")


def declared() -> list[Trace]:
    """Every part, in the order of the work."""
    place = {name: n for n, name in enumerate(ORDER)}
    return sorted(_traces.values(), key=lambda trace: place.get(trace.name, len(ORDER)))


def read(scope: Scope, bodies: Sequence[UUID], on: date) -> dict[str, list[Line]]:
    """The newest lines of every part about the bodies, within the scope, without what complains of the
    reader. One query.
    """
    found: dict[str, list[Line]] = {trace.name: [] for trace in declared()}
    values = {**scope_values(scope), "bodies": list(bodies), "today": on}
    with prepared_cursor() as cursor:
        cursor.execute(_sql(declared(), with_reader=scope.reader is not None), values)
        for name, *columns, more in cursor.fetchall():
            # Django leaves JSON of a raw query as text.
            values_of_line = [*columns, json.loads(more) if more else {}]
            found[name].append(Line(*values_of_line))
    return found


def _sql(traces: Sequence[Trace], *, with_reader: bool) -> str:
    return " UNION ALL ".join(_part(trace, with_reader=with_reader) for trace in traces)


def seen_sql(alias: str) -> str:
    """The condition that a row of office and region lies in the reader's scope."""
    return (
        f"(%(nation)s OR {alias}.region_id = ANY(%(regions)s::uuid[])"
        f" OR {alias}.office_id = ANY(%(offices)s::uuid[]))"
    )


def _part(trace: Trace, *, with_reader: bool) -> str:
    # Every piece is a constant of this code; the values are bound.
    kept = barred.ids_sql(*trace.kinds) if with_reader else ""
    but = f" AND t.id NOT IN ({kept})" if kept else ""
    # Each body is read by itself: its index (body, day, id) gives the newest, and no more are looked at.
    return (
        f"(SELECT '{trace.name}', q.* FROM unnest(%(bodies)s::uuid[]) AS u(id) CROSS JOIN LATERAL"  # noqa: S608 - as said
        f" (SELECT t.id AS _id, {trace.day} AS _day, {trace.number}, {trace.title}, {trace.status},"
        f" {trace.due}, {trace.more} FROM {trace.table} t {trace.joins}"
        f" WHERE {trace.of} = u.id AND {seen_sql('t')}{but}"
        f" ORDER BY {trace.day} DESC, t.id DESC LIMIT {MOST + 1}) q ORDER BY q._day DESC, q._id DESC"
        f" LIMIT {MOST + 1})"
    )

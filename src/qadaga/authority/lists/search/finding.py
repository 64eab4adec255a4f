"""Finding: walk the newest entries in scope; where they show a word rare, ask the index (decision 9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from qadaga.authority.lists import pages
from qadaga.authority.lists.cover import Scope, Unit, cover
from qadaga.authority.lists.filters import Filter, Params
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.authority.lists.search.entries import of_kind, of_units
from qadaga.authority.lists.search.queries import Query, narrowed, parse
from qadaga.authority.lists.sql import not_barred
from qadaga.common.i18n import N_

# So many hits among the newest show that a word is common: a page further is found as cheaply by walking on.
_COMMON = 3
# A word that is in none of so many newest entries is taken for rare: walking on would mostly be in vain.
_GLANCE = 300
_MOST = 500
_COLUMNS = ("id", "kind", "office_id", "region_id", "day", "number", "title")


@dataclass(frozen=True, slots=True)
class Found:
    """Rows (kind, id, office_id, region_id, day, number, title), newest first.

    `bounded`: the walk stopped before the end of the scope; `next` goes on from there.
    """

    rows: list[dict[str, Any]]
    next: str = ""
    bounded: bool = False


@dataclass(frozen=True, slots=True)
class _Matching(Filter):
    """The vector answers the query, tried row by row: a constant one, or it would be built for each row."""

    by_value = True

    def where(self, value: Query, params: Params) -> str:
        params |= value.params
        return f"t.vector @@ ({value.sql})"


ENTRIES = Register(
    name="search",
    kind="entry",
    kinds=("appeal", "matter", "act", "inspection"),
    title=N_("Search"),
    table="lists_searchentry",
    columns=tuple(Column(name, f"t.{name}") for name in _COLUMNS),
    sorts=(Sort("day", N_("Date"), "day", plain=True),),
    filters=(_Matching("query", N_("Words")),),
)


def find(scope: Scope, typed: str, *, today: date, kind: str = "", cursor: str = "", size: int = 25) -> Found:
    """Entries in scope that hold every word typed, or bear the number, IIN or BIN it is.

    One to three queries.

    Raises InvalidInput for a damaged cursor.
    """
    query, units = parse(typed), cover(scope)
    if query is None or not units:
        return Found([])
    query = narrowed(query, [], of_kind(kind) if kind else "")
    ask = pages.Ask(values={"query": query}, cursor=cursor, size=size)
    walked = pages.fetch(ENTRIES, scope, ask if cursor else replace(ask, window=_GLANCE), today=today)
    if walked.bounded and walked.rows and not cursor:
        walked = pages.fetch(ENTRIES, scope, ask, today=today)
    if cursor or not walked.bounded or len(walked.rows) >= _COMMON:
        return Found(walked.rows, walked.next, walked.bounded)
    return Found(_by_index(scope, units, query, size))


def find_ids(scope: Scope, typed: str, *, today: date, kind: str) -> list[UUID]:
    """Ids of up to 500 rows of a kind, for a register's filter by words."""
    return [row["id"] for row in find(scope, typed, today=today, kind=kind, size=_MOST).rows]


def _by_index(scope: Scope, units: tuple[Unit, ...], query: Query, size: int) -> list[dict[str, Any]]:
    """Every match of a rare word: the marks of the scope are part of the query, so the index cuts by them.

    The matches are materialised before they are put in order, by their keys alone: a plan that reads the
    order's index and tests each row on the way took seconds for a word that is nowhere.
    """
    marks = [mark for unit in units for mark in of_units(unit.ids)]
    asked = narrowed(query, marks, "")
    params = {**asked.params, **{unit.name: list(unit.ids) for unit in units}, "take": size}
    owned = " OR ".join(f"t.{unit.column} = ANY(%({unit.name})s::uuid[])" for unit in units if unit.column)
    conditions = [f"t.vector @@ ({asked.sql})", *([f"({owned})"] if owned else [])]
    conditions += not_barred(scope.reader, ENTRIES.barred_kinds, params)
    columns = ", ".join(f"t.{name}" for name in _COLUMNS)
    text = " ".join(
        (
            "WITH hits AS MATERIALIZED (SELECT t.id, t.day FROM lists_searchentry t",
            f"WHERE {' AND '.join(conditions)}),",
            "page AS MATERIALIZED (SELECT id FROM hits ORDER BY day DESC, id DESC LIMIT %(take)s)",
            f"SELECT {columns} FROM page JOIN lists_searchentry t USING (id) ORDER BY t.day DESC, t.id DESC",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(text, params)
        return [dict(zip(_COLUMNS, row, strict=True)) for row in cursor.fetchall()]

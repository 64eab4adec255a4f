"""Whoever a record complains of does not find its line either: no list, count, search, file (L.1.10, O.8.d5).

Each domain declares by one statement which of its records complain of a person. Lists put it into their own
statement, where it runs once, by an index, and mostly finds nothing (decision 8).
"""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

M = TypeVar("M", bound=Model)
READER = "%(reader)s"

_sources: dict[str, str] = {}


def declare(kind: str, sql: str) -> None:
    """`sql` selects, by an index, the ids of the kind's records that complain of the person %(reader)s."""
    if READER not in sql:
        raise ValueError(f"what bars a person from a {kind} must ask about {READER}")
    _sources[kind] = sql


def declared() -> frozenset[str]:
    """The kinds of records that some domain has declared."""
    return frozenset(_sources)


def ids_sql(*kinds: str) -> str:
    """A select of the ids kept from %(reader)s, "" where no domain has declared anything of these kinds.

    It depends on no row: the server runs it once a statement and looks each row up in what it gave, so that
    whoever is complained of a thousand times waits no longer.
    """
    return " UNION ALL ".join(_sources[kind] for kind in kinds if kind in _sources)


def ids(person_id: UUID, *kinds: str) -> frozenset[UUID]:
    """The ids kept from the person. One query."""
    sql = ids_sql(*kinds)
    if not sql:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(sql, {"reader": person_id})
        return frozenset(row[0] for row in cursor.fetchall())


def without(rows: QuerySet[M], person_id: UUID | None, kind: str, field: str = "id") -> QuerySet[M]:
    """The rows whose `field` is no record of the kind that is kept from the person; no query of its own."""
    sql = _sources.get(kind)
    if sql is None or person_id is None:
        return rows
    params: list[Any] = [person_id] * sql.count(READER)
    return rows.exclude(**{f"{field}__in": RawSQL(sql.replace(READER, "%s"), params)})  # noqa: S611 - ours, declared

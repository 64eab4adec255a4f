"""A table of 4,000 rows in 3 regions and 12 offices, with the indexes a register declares."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from qadaga.authority.lists.filters import Choice, Dates, Lead, Number, Params
from qadaga.authority.lists.register import Column, Register, Sort

REGIONS = [UUID(int=n) for n in (1, 2, 3)]
OFFICES = {UUID(int=100 + n): REGIONS[n % 3] for n in range(12)}
STATUSES = {"open": "Open", "late": "Late", "closed": "Closed"}


class Exactly(Number):
    """The table is no register of papers: nothing of it stands in the index of words."""

    def where(self, value: Any, params: Params) -> str:
        params["f_number"] = value
        return "t.number = %(f_number)s"


PROBE = Register(
    name="probe",
    kind="probe",
    title="Probe",
    table="probe",
    columns=tuple(
        Column(name, f"t.{name}")
        for name in ("id", "office_id", "region_id", "status", "day", "due_on", "kind", "who", "number")
    ),
    sorts=(
        Sort("day", "Day", "day", plain=True),
        Sort("due", "Due", "due_on", descending=False, partial=True),
    ),
    statuses=STATUSES,
    filters=(
        Choice("kind", "Kind", "t.kind", {"a": "A", "b": "B", "rare": "Rare"}),
        Dates("day", "Day", "t.day"),
        Dates("due", "Due", "t.due_on"),
        Lead("who", "Who", "t.who"),
        Exactly("number", "Number"),
    ),
)

_TABLE = """
CREATE TEMP TABLE probe (
    id uuid PRIMARY KEY, office_id uuid NOT NULL, region_id uuid NOT NULL, status text NOT NULL,
    day date NOT NULL, due_on date, kind text NOT NULL, who uuid NOT NULL, number text NOT NULL
);
"""
_INDEXES = [
    f"CREATE INDEX ON probe ({lead}{status}{column}, id) {where}"
    for lead in ("office_id, ", "region_id, ", "")
    for status, column, where in (
        ("status, ", "day", ""),
        ("", "day", ""),
        ("status, ", "due_on", "WHERE due_on IS NOT NULL"),
    )
] + ["CREATE INDEX ON probe (who, day, id)", "CREATE INDEX ON probe (number)"]

TABLE_AND_INDEXES = [_TABLE, *_INDEXES]


def made_rows(count: int, seed: int = 7) -> list[dict[str, Any]]:
    """Rows with many equal days, so that the id has to decide, and one rare kind among the oldest."""
    chance = random.Random(seed)
    offices = list(OFFICES)
    rows = []
    for n in range(count):
        office = chance.choice(offices)
        day = date(2026, 1, 1) + timedelta(days=chance.randrange(200))
        rows.append(
            {
                "id": UUID(int=chance.getrandbits(128)),
                "office_id": office,
                "region_id": OFFICES[office],
                "status": chance.choice(list(STATUSES)),
                "day": day,
                "due_on": day + timedelta(days=chance.randrange(40)) if chance.random() < 0.5 else None,
                "kind": chance.choice("ab"),
                "who": UUID(int=500 + chance.randrange(20)),
                "number": f"N-{n}",
            }
        )
    min(rows, key=lambda row: (row["day"], row["id"]))["kind"] = "rare"
    return rows


@pytest.fixture
def probe(db: None) -> Iterator[list[dict[str, Any]]]:
    """The rows as written to the table."""
    rows = made_rows(4000)
    with connection.cursor() as cursor:
        for statement in TABLE_AND_INDEXES:
            cursor.execute(statement)
        names = list(rows[0])
        marks = ", ".join(f"%({name})s" for name in names)
        cursor.executemany(f"INSERT INTO probe ({', '.join(names)}) VALUES ({marks})", rows)
        cursor.execute("ANALYZE probe")
    yield rows
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE probe")

"""The cost of a page does not grow with the table: as many blocks are read at 120,000 rows as at 40,000."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from qadaga.authority import barred
from qadaga.authority.lists import pages
from qadaga.authority.lists.pages import Ask
from qadaga.authority.scope import NATION, Scope
from tests.authority.lists.conftest import OFFICES, PROBE, REGIONS, TABLE_AND_INDEXES

TODAY = date(2026, 5, 1)
OFFICE = next(iter(OFFICES))
READER = UUID(int=900)
KEPT = "SELECT p.id FROM probe p WHERE p.number IN ('N-7', 'N-77') AND %(reader)s::uuid IS NOT NULL"
SCOPES = {
    "nation": NATION,
    "region": Scope(regions=frozenset({REGIONS[0]})),
    "office": Scope(offices=frozenset({OFFICE})),
    "four offices": Scope(offices=frozenset(list(OFFICES)[:4])),
    "nation, some rows kept from the reader": Scope(nation=True, reader=READER),
    "office, some rows kept from the reader": Scope(offices=frozenset({OFFICE}), reader=READER),
}
ASKS = {
    "newest": Ask(),
    "one status": Ask(statuses=("open",)),
    "by due date": Ask(sort="due"),
    "a period": Ask(values={"day": {"from": "2026-02-01", "to": "2026-02-10"}}),
    "searched": Ask(values={"kind": ["rare"]}),
    "searched in one status": Ask(values={"kind": ["rare"]}, statuses=("late",)),
    "a number": Ask(values={"number": "N-77"}),
}

# Four ranges of 2,000 rows not yet marked all visible, then 2,000 rows looked up by key: so many at any size.
_MOST = 17_000
_FILL = """
INSERT INTO probe
SELECT gen_random_uuid(), lpad(to_hex(100 + n %% 12), 32, '0')::uuid,
       lpad(to_hex(1 + n %% 12 %% 3), 32, '0')::uuid,
       (ARRAY['open', 'late', 'closed'])[1 + n / 12 %% 3], date '2026-01-01' + (n::bigint * 7919 %% 200)::int,
       CASE WHEN n %% 2 = 0 THEN date '2026-01-01' + (n::bigint * 104729 %% 300)::int END,
       CASE WHEN n %% 3 = 0 THEN 'b' ELSE 'a' END, lpad(to_hex(500 + n %% 20), 32, '0')::uuid, 'N-' || n
FROM generate_series(%(since)s::int, %(until)s::int) n
"""


def blocks(scope: Scope, ask: Ask) -> int:
    """Blocks read by the page's statement."""
    statement = pages.explain_text(PROBE, scope, ask, today=TODAY)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}")
        plan: Any = cursor.fetchone()[0]
    top = (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]
    kinds = [f"{where} {what} Blocks" for where in ("Local", "Shared") for what in ("Hit", "Read")]
    return int(sum(top[kind] for kind in kinds))


@pytest.mark.slow
def test_pages_read_as_much_of_a_table_three_times_larger(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(barred._sources, "probe", KEPT)
    read: dict[tuple[str, str], list[int]] = {}
    with connection.cursor() as cursor:
        for statement in TABLE_AND_INDEXES:
            cursor.execute(statement)
        for since, until in ((1, 40_000), (40_001, 120_000)):
            cursor.execute(_FILL, {"since": since, "until": until})
            # The newest pages are not known to be all visible yet, so index-only scans look at rows as well.
            cursor.execute("ANALYZE probe")
            for scope, ask in ((s, a) for s in SCOPES for a in ASKS):
                read.setdefault((scope, ask), []).append(blocks(SCOPES[scope], ASKS[ask]))
        cursor.execute("DROP TABLE probe")
    grown = {case: counts for case, counts in read.items() if counts[1] > max(1.6 * counts[0], _MOST)}
    assert not grown, grown

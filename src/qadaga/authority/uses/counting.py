"""Counting what the journals have gained since the last count, in batches (decision 18).

A chain's head moves with the commit of its entries and numbers them without gaps: whatever stands at or below
the head is there for good, so no use is missed and none counted twice. Registration never waits for a count.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from qadaga.authority.uses import naming
from qadaga.authority.uses.models import NATION, AsOf, Counted, Use

BATCH = 2_000
BATCHES = 200

_BEHIND = """
SELECT c.office_id, coalesce(n.seq, 0), c.seq
FROM journal_chain c LEFT JOIN uses_counted n ON n.office_id = c.office_id
WHERE c.kind = 0 AND c.seq > coalesce(n.seq, 0)
ORDER BY c.office_id
"""
_COUNT = """
WITH entries AS MATERIALIZED (
    {entry} WHERE {counted} AND e.office_id = %(office)s AND e.seq > %(low)s AND e.seq <= %(high)s),
named AS ({named}),
units AS (SELECT o.id AS unit FROM offices_office o WHERE o.id = %(office)s
          UNION SELECT o.region_id FROM offices_office o WHERE o.id = %(office)s AND o.region_id IS NOT NULL
          UNION SELECT %(nation)s FROM offices_office o WHERE o.id = %(office)s)
INSERT INTO uses_use (section, record, unit, month, times)
SELECT n.section, n.record, u.unit, date_trunc('month', e.on)::date, count(*)
FROM named n JOIN entries e ON e.id = n.id CROSS JOIN units u
GROUP BY 1, 2, 3, 4
ON CONFLICT (unit, section, record, month) DO UPDATE SET times = uses_use.times + excluded.times
"""
_MARK = """
INSERT INTO uses_counted (office_id, seq) VALUES (%s, %s)
ON CONFLICT (office_id) DO UPDATE SET seq = excluded.seq
"""


def count(now: datetime) -> int:
    """Count what is new, each batch in a transaction of its own; how many entries were looked at.

    A long backlog is left to the next time; only then do the counts go on saying when they were complete.
    """
    looked, batches = 0, 0
    for office_id, low, head in _behind():
        while low < head and batches < BATCHES:
            high = min(low + BATCH, head)
            _count(office_id, low, high)
            looked, low, batches = looked + high - low, high, batches + 1
    if batches < BATCHES:
        AsOf.objects.update_or_create(id=1, defaults={"at": now})
    return looked


def recount(now: datetime) -> int:
    """Forget every count and make them anew, however long that takes; how many entries were looked at."""
    with transaction.atomic():
        Use.objects.all().delete()
        Counted.objects.all().delete()
    looked = found = count(now)
    while found:
        found = count(now)
        looked += found
    return looked


def _behind() -> list[tuple[UUID, int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_BEHIND)
        return list(cursor.fetchall())


@transaction.atomic
def _count(office_id: UUID, low: int, high: int) -> None:
    given: dict[str, Any] = {
        "office": office_id,
        "low": low,
        "high": high,
        "nation": NATION,
        "private": naming.private(),
    }
    # Every piece is ours; the values are bound.
    sql = _COUNT.format(entry=naming.ENTRY, counted=naming.COUNTED, named=naming.named())
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        cursor.execute(_MARK, [office_id, high])

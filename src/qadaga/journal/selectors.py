"""Reading the journal."""

import json
from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from qadaga.database.prepared import prepared_cursor
from qadaga.journal.models import ChainKind, Entry

_FIELDS = [field.attname for field in Entry._meta.concrete_fields]
_COLUMNS = ", ".join(f'e."{field.column}"' for field in Entry._meta.concrete_fields)
_WRITTEN = {_FIELDS.index(name) for name in ("ruling", "data")}
# Each subject's newest by the index of its own, however long the journal: then the newest of them all.
_TIMELINE = f"""
SELECT e.* FROM unnest(%(kinds)s::text[], %(ids)s::uuid[]) AS s(kind, id) CROSS JOIN LATERAL (
    SELECT {_COLUMNS} FROM journal_entry e
    WHERE e.subject_id = s.id AND e.subject_kind = s.kind AND e.kind = {ChainKind.WORK.value}
        AND e.id < %(before)s
    ORDER BY e.id DESC LIMIT %(limit)s
) e ORDER BY e.id DESC LIMIT %(limit)s
"""  # noqa: S608 - names of columns; the values are bound
_NO_END = 2**63 - 1


def timeline(
    subject_kind: str,
    subject_id: UUID,
    *,
    also: Sequence[tuple[str, UUID]] = (),
    before: int | None = None,
    limit: int = 200,
) -> list[Entry]:
    """What was done with the subjects, newest first, readings left out; at most `limit` entries.

    `also` names more subjects (a matter shows its acts); `before` is the last page's lowest id.
    """
    kinds, ids = zip((subject_kind, subject_id), *also, strict=True)
    asked = {"kinds": list(kinds), "ids": list(ids), "before": before or _NO_END, "limit": limit}
    with prepared_cursor() as cursor:
        cursor.execute(_TIMELINE, asked)
        return [_entry(row) for row in cursor.fetchall()]


def _entry(row: Sequence[object]) -> Entry:
    values = [
        json.loads(value) if place in _WRITTEN and isinstance(value, str) else value
        for place, value in enumerate(row)
    ]
    return Entry.from_db("default", _FIELDS, values)


def of_office(
    office_id: UUID, *, kind: int = ChainKind.WORK, before: int | None = None, limit: int = 50
) -> list[Entry]:
    """An office's entries, newest first; `before` is the `seq` of the last one of the page before."""
    entries = Entry.objects.filter(office_id=office_id, kind=kind)
    if before is not None:
        entries = entries.filter(seq__lt=before)
    return list(entries.order_by("-seq")[:limit])


def readings(subject_kind: str, subject_id: UUID, *, limit: int = 50) -> QuerySet[Entry]:
    """Who read the card, newest first."""
    entries = Entry.objects.filter(subject_kind=subject_kind, subject_id=subject_id, kind=ChainKind.READS)
    return entries.order_by("-id")[:limit]

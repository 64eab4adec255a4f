"""Carrying hand-overs out: small batches, each a transaction, until nothing is left (O.5, L.1.2).

A register stays where its numbers were given; the office that follows acts in it as in its own
(docs/adr/0014). What names the office that acts now is moved: the holder of an open matter, and who works
on it. Where an office comes under another region, the region of its rows is rewritten, table by table.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

from qadaga.common import clock
from qadaga.law.coverage import implements
from qadaga.matters.services import following
from qadaga.offices.models import Office
from qadaga.organisation.restructuring.models import Handover

BATCH = 1000
_REWRITE = """
UPDATE {table} SET region_id = %(region)s WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM {table} WHERE office_id = %(office)s AND region_id <> %(region)s LIMIT %(limit)s
))
"""


def due(on: date) -> list[Handover]:
    """Hand-overs whose day has come and that are not finished, the earliest first."""
    rows = Handover.objects.filter(starts_on__lte=on, finished_at__isnull=True)
    return list(rows.select_related("office", "to_office").order_by("starts_on", "id"))


@implements("O.5")
def carry_out(handover: Handover, on: date, *, batch: int = BATCH) -> int:
    """Hand everything over; how many rows moved now. Begun before, it goes on where it stopped."""
    moved = 0
    while count := _next_batch(handover, on, batch):
        moved += count
    return moved


def carry_out_due(on: date) -> int:
    """Every hand-over whose day has come; how many rows moved."""
    return sum(carry_out(handover, on) for handover in due(on))


@transaction.atomic
def _next_batch(handover: Handover, on: date, batch: int) -> int:
    row = Handover.objects.select_for_update().get(pk=handover.pk)
    if row.finished_at is not None:
        return 0
    table, count = _move(row, on, batch)
    if count:
        row.moved[table] = row.moved.get(table, 0) + count
    else:
        row.finished_at = clock.now()
    row.save(update_fields=["moved", "finished_at"])
    return count


def _move(row: Handover, on: date, batch: int) -> tuple[str, int]:
    if row.kind == "succession":
        count = following.follow(
            office=row.office, successor=row.to_office, by=row.decided_by, on=on, most=batch
        )
        return "matters_matter", count
    return _rewrite_region(row.office, row.to_office, batch)


def _rewrite_region(office: Office, region: Office, batch: int) -> tuple[str, int]:
    for table in tables_by_region():
        with connection.cursor() as cursor:
            values: dict[str, Any] = {"region": region.id, "office": office.id, "limit": batch}
            cursor.execute(_REWRITE.format(table=table), values)
            if cursor.rowcount:
                return table, cursor.rowcount
    return "", 0


def tables_by_region() -> Iterator[str]:
    """Every table of the product whose rows carry both their office and its region (decision 8).

    A model that says `stays_where_counted` keeps the region it had: what was counted there is not rewritten.
    """
    for model in apps.get_models():
        if getattr(model, "stays_where_counted", False):
            continue
        if model is not Office and {"office_id", "region_id"} <= _columns(model):
            yield model._meta.db_table


def _columns(model: type[Model]) -> set[str]:
    return {str(field.column) for field in model._meta.concrete_fields}

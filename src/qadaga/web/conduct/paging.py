"""The newest rows of a list, and the address of the older ones: ids grow with time."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from qadaga.common.errors import NotFound
from qadaga.web.views import StaffRequest

M = TypeVar("M", bound=Model)
SIZE = 50


def older(rows: QuerySet[M], request: StaffRequest) -> tuple[list[M], str]:
    """A page of the rows before the one the address names, and the query of the next page ("" at the end)."""
    before = request.GET.get("before", "")
    if before:
        rows = rows.filter(pk__lt=_key(before))
    found = list(rows.order_by("-pk")[: SIZE + 1])
    return found[:SIZE], f"?before={found[SIZE - 1].pk}" if len(found) > SIZE else ""


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound() from None

"""Errors about a version and a period; those the database gives rise to come from below."""

from __future__ import annotations

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model

from qadaga.common.errors import InvalidInput, NotFound, Stale
from qadaga.common.i18n import N_
from qadaga.database.refusals import refused_by

__all__ = ["check_period", "check_version", "locked", "refused_by"]

M = TypeVar("M", bound=Model)


def check_version(row: Model, version: int | None) -> None:
    """Raises Stale if the row was changed since it was read at that version (None: not asked)."""
    current = row.version  # type: ignore[attr-defined]  # the callers' models all count versions
    if version is not None and version != current:
        raise Stale(current)


def check_period(starts_on: date, ends_on: date | None) -> None:
    """Raises InvalidInput on `ends_on` where the period would have no day."""
    if ends_on is not None and ends_on <= starts_on:
        raise InvalidInput.of(
            "ends_on",
            "period_empty",
            N_("The end %(end)s is the first day that no longer counts; it must be later than %(start)s."),
            start=starts_on,
            end=ends_on,
        )


def locked(model: type[M], pk: UUID) -> M:
    """The row, locked until the transaction ends; NotFound where there is none.

    Its key stays free: what refers to the row need not wait.
    """
    row = model._default_manager.select_for_update(of=("self",), no_key=True).filter(pk=pk).first()
    if row is None:
        raise NotFound()
    return row

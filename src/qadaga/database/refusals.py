"""Turns what the database refuses into an error about a field: the last word stays with the constraint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError

from qadaga.common.errors import FieldError, InvalidInput


@contextmanager
def refused_by(constraints: Mapping[str, FieldError]) -> Iterator[None]:
    """Rows written inside that violate a named constraint raise InvalidInput with its error instead.

    For the services' own transactions, which the error takes back whole: no savepoint of its own.
    """
    try:
        yield
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        fault = constraints.get(getattr(diagnosis, "constraint_name", None) or "")
        if fault is None:
            raise
        raise InvalidInput(fault) from error

"""Matters that nothing outside the service may hear of, not even their number (L.3.3, O.8.d5).

Those of the covert direction, and whatever else a domain above declares: an inspection under a secrecy mark.
"""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga.law.coverage import implements
from qadaga.matters.models import Matter

COVERT = "covert"
Closing = Callable[[], "QuerySet[Any, Any]"]

_closing: list[Closing] = []


def declare(matters: Closing) -> None:
    """Let the matters whose ids it selects be closed to the outside."""
    _closing.append(matters)


@implements("O.8.d5")
def closed_outside(matter_ids: Iterable[UUID]) -> set[UUID]:
    """Those of the matters that nothing outside the service may hear of, whoever asks. One query."""
    closed = Q(direction=COVERT)
    for matters in _closing:
        closed |= Q(id__in=matters())
    return set(Matter.objects.filter(closed, id__in=list(matter_ids)).values_list("id", flat=True))

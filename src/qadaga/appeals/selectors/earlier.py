"""Likely earlier appeals, shown beside the form while it is filled in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga.appeals.models import Appeal, Applicant
from qadaga.authority.actor import Actor
from qadaga.authority.scope import Scope, scope_of
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.sortkeys import sort_key

MOST = 8
_SHORTEST_NAME = 5
BY_NUMBER, BY_NAME, BY_BODY = "number", "name", "body"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An appeal that may be of the same applicant (by `number` or `name`) or on the same `body`."""

    id: UUID
    number: str
    registered_on: date
    kind: str
    status: str
    summary: str
    why: str


def likely_earlier(
    scope: Scope,
    *,
    numbers: Iterable[str] = (),
    names: Iterable[str] = (),
    body_id: UUID | None = None,
    but: UUID | None = None,
) -> list[Earlier]:
    """At most eight appeals in the scope, the surest reason first and the newest first within it; none that
    complains of whoever looks.

    `numbers` are IIN or BIN; `names` count from five letters on, by their beginning; `but` is left out.
    """
    found: dict[UUID, Earlier] = {}
    for why, ids in _candidates(scope, set(numbers) - {""}, set(names), body_id):
        for appeal in _newest(scope.listed(Appeal.objects.filter(ids), "appeal")):
            if appeal.id != but:
                found.setdefault(appeal.id, _line(appeal, why))
    return list(found.values())[:MOST]


def _candidates(
    scope: Scope, numbers: set[str], names: set[str], body_id: UUID | None
) -> Iterable[tuple[str, Q]]:
    if numbers:
        condition = Q(iin__in=numbers) | Q(bin__in=numbers)
        yield BY_NUMBER, Q(pk__in=_appeals_of(scope, condition))
    keys = [key for key in map(sort_key, names) if len(key) >= _SHORTEST_NAME]
    if keys:
        condition = Q()
        for key in keys:
            condition |= Q(sort_key__startswith=key)
        yield BY_NAME, Q(pk__in=_appeals_of(scope, condition))
    if body_id is not None:
        yield BY_BODY, Q(body=body_id)


def _appeals_of(scope: Scope, condition: Q) -> list[UUID]:
    rows = scope.listed(Applicant.objects.filter(condition), "appeal", "appeal_id").order_by("-id")
    return list(rows.values_list("appeal_id", flat=True)[: MOST * 2])


def _newest(rows: QuerySet[Appeal]) -> QuerySet[Any]:
    return rows.only("id", "number", "registered_on", "kind", "status", "summary").order_by("-id")[:MOST]


def _line(appeal: Appeal, why: str) -> Earlier:
    return Earlier(
        id=appeal.id,
        number=appeal.number,
        registered_on=appeal.registered_on,
        kind=appeal.kind,
        status=appeal.status,
        summary=appeal.summary[:160],
        why=why,
    )


def by_number(actor: Actor, on: date, number: str) -> Appeal | None:
    """The appeal of that number within the actor's scope; None also for one that complains of the actor."""
    rows = scope_of(actor, on).listed(Appeal.objects.filter(number__iexact=number), "appeal")
    found: Appeal | None = rows.order_by("id").first()
    return found


def appeal_called(actor: Actor, on: date, number: str, *, field: str = "number") -> Appeal:
    """The appeal of that number. Raises InvalidInput on the field where `by_number` finds none."""
    found = by_number(actor, on, number)
    if found is None:
        raise InvalidInput.of(
            field, "unknown", N_("There is no such appeal in your offices. Register the complaint first.")
        )
    return found

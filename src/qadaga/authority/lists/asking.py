"""What a person asks of a register, from a form or an address, checked by what the register declares."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.authority.lists import pages, search
from qadaga.authority.lists.cover import Unit, only
from qadaga.authority.lists.pages import Ask, Page
from qadaga.authority.lists.register import PAGE_SIZE, Register
from qadaga.authority.scope import Scope
from qadaga.common.errors import NotFound, Problems
from qadaga.offices.selectors import office_by_id

Values = dict[str, Any]


def checked(register: Register, raw: Mapping[str, object]) -> Values:
    """The values of declared filters and of "status", as JSON types; names not declared are dropped.

    Raises InvalidInput with every fault.
    """
    problems, values = Problems(), {}
    for one in register.filters:
        with problems.collect():
            value = one.parse(raw.get(one.name))
            if value is not None:
                values[one.name] = value
    problems.check()
    statuses = raw.get("status")
    asked = statuses if isinstance(statuses, list) else [statuses]
    chosen = [status for status in register.statuses if status in asked]
    return {**values, "status": chosen} if chosen else values


def asked(
    values: Mapping[str, Any],
    *,
    sort: str = "",
    ascending: bool | None = None,
    cursor: str = "",
    size: int = PAGE_SIZE,
    units: tuple[Unit, ...] | None = None,
) -> Ask:
    """The request for checked values in an order, from a position; `units` narrows the scope."""
    filters = {name: value for name, value in values.items() if name != "status"}
    return Ask(filters, tuple(values.get("status", ())), sort, ascending, cursor, size, units)


def narrowed(scope: Scope, office_id: UUID) -> tuple[Unit, ...]:
    """The ranges of one office of the scope; NotFound where the office is outside it."""
    office = office_by_id(office_id)
    if not scope.covers(office.id, office.region_id):
        raise NotFound()
    return only(office.id)


def is_private(register: Register, values: Mapping[str, Any]) -> bool:
    """Whether the values hold a name, a person's number or text, which no address may carry."""
    return any(one.private and one.name in values for one in register.filters)


def fetch(register: Register, scope: Scope, values: Values, ask: Ask, *, today: date) -> Page:
    """The page for checked values; a filter by words is answered by the search first."""
    return pages.fetch(register, scope, ask, today=today, found=found(register, scope, values, today=today))


def found(register: Register, scope: Scope, values: Values, *, today: date) -> list[UUID] | None:
    """Ids that the filter by words finds; None where it is not asked."""
    words = values.get("words")
    return search.find_ids(scope, words, today=today, kind=register.kind) if words else None

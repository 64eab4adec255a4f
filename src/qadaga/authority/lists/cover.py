"""A scope as index ranges: the smallest cover of nation, regions and offices (decision 8)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


class Scope(Protocol):
    """What the engine needs of authority's scope."""

    @property
    def nation(self) -> bool: ...
    @property
    def regions(self) -> Collection[UUID]: ...
    @property
    def offices(self) -> Collection[UUID]: ...
    @property
    def reader(self) -> UUID | None: ...
    @property
    def post(self) -> UUID | None: ...


@dataclass(frozen=True, slots=True)
class Unit:
    """One group of index ranges: a column and the ids it takes, or the whole nation (no column)."""

    name: str
    column: str = ""
    ids: tuple[UUID, ...] = ()


NATION = Unit("nation")


def cover(scope: Scope) -> tuple[Unit, ...]:
    """The groups of ranges that hold exactly what the scope holds; nothing for an empty scope."""
    if scope.nation:
        return (NATION,)
    groups = (
        Unit("regions", "region_id", tuple(scope.regions)),
        Unit("offices", "office_id", tuple(scope.offices)),
    )
    return tuple(group for group in groups if group.ids)


def only(office_id: UUID) -> tuple[Unit, ...]:
    """The ranges of a single office; the caller has made sure that the scope covers it."""
    return (Unit("offices", "office_id", (office_id,)),)

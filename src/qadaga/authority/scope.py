"""The one scope: which offices' cases a person sees. Higher sees lower, never sideways (L.1.2)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.common.errors import NotFound
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.model import Who
from qadaga.offices import selectors as offices
from qadaga.offices.models import Office

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Scope:
    """The smallest cover of what is seen: the nation, or whole regions, or single offices.

    `reader` is the person who looks: lists leave out what complains of them (`barred`), whereas a single card
    is found and then refused with the clause. `post` is the appointment in which they look: what is theirs
    hangs on it. Neither is a part of the cover.
    """

    nation: bool = False
    regions: frozenset[UUID] = frozenset()
    offices: frozenset[UUID] = frozenset()
    reader: UUID | None = field(default=None, compare=False)
    post: UUID | None = field(default=None, compare=False)

    def covers(self, office_id: UUID, region_id: UUID) -> bool:
        """Whether a row of that office, in that region, is seen."""
        return self.nation or region_id in self.regions or office_id in self.offices

    def visible(self, rows: QuerySet[M]) -> QuerySet[M]:
        """The rows seen, for fetching a single object; lists use the cover instead (one range an office)."""
        if self.nation:
            return rows
        condition = Q()
        if self.regions:
            condition |= Q(region_id__in=self.regions)
        if self.offices:
            condition |= Q(office_id__in=self.offices)
        return rows.filter(condition) if condition else rows.none()

    def listed(self, rows: QuerySet[M], kind: str, field: str = "id") -> QuerySet[M]:
        """The rows seen, without those that complain of the reader; `field` holds the record's key."""
        return barred.without(self.visible(rows), self.reader, kind, field)

    def asked(self) -> dict[str, object]:
        """The values that `SEEN` speaks of."""
        return {"nation": self.nation, "regions": list(self.regions), "offices": list(self.offices)}


SEEN = (
    "(%(nation)s OR {row}.region_id = ANY(%(regions)s::uuid[]) OR {row}.office_id = ANY(%(offices)s::uuid[]))"
)
"""Whether a row of a statement is seen: a condition over the row's alias and the values of `Scope.asked`."""
NOTHING = Scope()
NATION = Scope(nation=True)


@implements("L.1.2")
def scope_of(actor: Actor, on: date) -> Scope:
    """What the actor sees on the day.

    Employees who are not officers hold no supervision powers (O.13.2) and see their own office only.
    """
    who = actor.who(on)
    if who is None:
        return NOTHING
    cover = _of_officer(actor, who, on) if who.officer else Scope(offices=own_offices(actor, on))
    return replace(cover, reader=actor.person_id, post=actor.appointment_id)


def _of_officer(actor: Actor, who: Who, on: date) -> Scope:
    if who.office_kind == "general":
        return NATION
    if who.level == 2 and actor.office_id == actor.region_id:
        return Scope(regions=frozenset({actor.region_id}))
    if not may_have_offices_below(who.office_kind, on):
        return Scope(offices=own_offices(actor, on))
    return Scope(offices=offices.descendants(actor.office_id, on) | own_offices(actor, on))


def own_scope(actor: Actor) -> Scope:
    """The registers of the actor's own offices, today: what waits for the person, whatever else they see."""
    return Scope(offices=actor.offices, reader=actor.person_id, post=actor.appointment_id)


@implements("O.5")
def own_offices(actor: Actor, on: date) -> frozenset[UUID]:
    """The actor's own office and the closed ones whose registers it carries on."""
    before = actor.predecessors if on == actor.day else offices.predecessors(actor.office_id, on)
    return before | {actor.office_id}


def may_have_offices_below(kind: str, on: date) -> bool:
    """Whether the law lets offices of that kind have others under them.

    Most offices are districts, which it gives nobody to lead: they are not asked about at every page.
    """
    return any(kind in other.parents for other in catalogue.law().at(on).office_kinds.values())


FORMERLY = "called_up"
"""The relation of a matter to the offices that held it before."""


@cache
def held_through(model: type[Model]) -> str:
    """How a row names the office that acts in it now, where that may be another than its register's.

    A matter has its `holder`; what stands in a matter goes with it. "" for every other model.
    """
    for path in ("holder", "matter__holder"):
        found: Any = model
        for name in path.split("__"):
            names = {one.name for one in found._meta.concrete_fields} if found else set()
            found = found._meta.get_field(name).related_model if name in names else None
        if found is Office:
            return path
    return ""


def _acting(rows: QuerySet[M], scope: Scope) -> QuerySet[M]:
    """Rows of the scope's registers, and those in which one of its offices acts."""
    path = held_through(rows.model)
    if not path or scope.nation or scope == NOTHING:
        return scope.visible(rows)
    held = Q(region_id__in=scope.regions) | Q(office_id__in=scope.offices)
    before = path.replace("holder", "called_up__from_office")
    for office in (path, before) if _keeps_holders(rows.model, path) else (path,):
        held |= Q(**{f"{office}_id__in": scope.offices}) | Q(**{f"{office}__region_id__in": scope.regions})
    return rows.filter(held)


def _keeps_holders(model: Any, path: str) -> bool:
    """Whether it is kept which offices held the row before: of matters and what stands in them."""
    owner = model if path == "holder" else model._meta.get_field("matter").related_model
    return any(one.name == FORMERLY for one in owner._meta.related_objects)


@implements("L.1.9")
def get_or_404(rows: QuerySet[M], scope: Scope, pk: Any) -> M:
    """The row of that key if it is within the scope; NotFound otherwise, existing or not.

    A matter that an office of the scope acts in, or held before, is within it, with what stands in it.
    """
    try:
        found = _acting(rows, scope).filter(pk=pk).first()
    except (ValidationError, ValueError, TypeError) as error:
        raise NotFound() from error
    if found is None:
        raise NotFound()
    return found

"""Reading collegia: open to everybody of the service, as the structure is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.offices.dated import in_force
from qadaga.offices.models import Office
from qadaga.organisation.collegia.models import Collegium, CollegiumMember, CollegiumRules


@dataclass(frozen=True, slots=True)
class Composition:
    """The collegium of an office on a day with its members, and the rules of all collegia that day."""

    collegium: Collegium | None
    members: Sequence[CollegiumMember]
    rules: CollegiumRules | None


@implements("L.1.5")
def may_have(kind: str, on: date) -> bool:
    """Whether the law of the day lets an office of the kind have a collegium."""
    record = catalogue.law().at(on).office_kinds.get(kind)
    return record is not None and record.collegium


def collegium_of(office: Office, on: date) -> Collegium | None:
    """The collegium on the day with `seats`, how many members it has; None where there is none."""
    if not may_have(office.kind, on):
        return None
    seats = Count("members", filter=_seated(on, "members__"))
    rows = Collegium.objects.filter(office=office).on(on).select_related("order").annotate(seats=seats)
    return rows.first()


def is_formed(office: Office, on: date) -> bool:
    """Whether the office has a collegium on the day, or is to have one later."""
    return Collegium.objects.filter(office=office).overlapping(on, None).exists()


def composition(office: Office, on: date) -> Composition:
    """The collegium with its members, heads of offices first, and the rules. Three queries."""
    found = collegium_of(office, on)
    rules = CollegiumRules.objects.on(on).select_related("order").first()
    return Composition(found, list(_members(found, on)) if found else (), rules)


def history_of(office: Office) -> list[Collegium]:
    """Every collegium the office has had, the latest first."""
    return list(Collegium.objects.filter(office=office).select_related("order").order_by("-starts_on"))


def _members(collegium: Collegium, on: date) -> QuerySet[CollegiumMember]:
    rows = CollegiumMember.objects.filter(_seated(on), collegium=collegium)
    rows = rows.select_related("appointment__person", "appointment__office", "order")
    return rows.order_by(
        "-appointment__heads", "appointment__office__level", "appointment__person__sort_key", "id"
    )


def _seated(on: date, prefix: str = "") -> Q:
    """Both the seat and the post it is held by are in force on the day."""
    return in_force(on, prefix) & in_force(on, f"{prefix}appointment__")

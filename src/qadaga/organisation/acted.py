"""The register of those who replaced heads: who, when, and what they signed and answer for (O.14.2, O.15)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from qadaga import authority
from qadaga.acts.models import Act
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.law.coverage import implements
from qadaga.organisation.orders.models import Order
from qadaga.staff.models import ActingHead

MOST = 500
"""How many papers of one naming are listed; the counts tell of all."""
FOREVER = date(9999, 1, 1)


@dataclass(frozen=True, slots=True)
class Paper:
    """Something signed: `kind` act or order, `form` its kind in the catalogue; no names."""

    kind: str
    id: UUID
    number: str
    form: str
    signed_on: date


@implements("O.14.2", "O.15")
def register(
    by: Actor, on: date, *, office: str = "", after: tuple[date, int] | None = None
) -> QuerySet[ActingHead]:
    """Namings within the actor's scope, the newest first, each with how many `acts` and `orders` it signed.

    `office`: of that one only; `after`: the last row seen. Raises NotPermitted: for leaders and staff
    officers, as absences are.
    """
    authority.admit(by, "people.export", None, on=on)
    scope = scope_of(by, on)
    rows = ActingHead.objects.select_related("office", "appointment__person", "appointment__office")
    if not scope.nation:
        rows = rows.filter(Q(office__region__in=scope.regions) | Q(office__in=scope.offices))
    if office:
        rows = rows.filter(office__code=office)
    if after is not None:
        day, key = after
        rows = rows.filter(Q(starts_on__lt=day) | Q(starts_on=day, id__lt=key))
    counted = rows.annotate(acts=_count(Act.objects.all()), orders=_count(Order.objects.all()))
    return counted.order_by("-starts_on", "-id")


def naming(by: Actor, on: date, naming_id: int) -> ActingHead:
    """One of them. Raises NotFound out of the scope, NotPermitted as `register`."""
    found = register(by, on).filter(id=naming_id).first()
    if found is None:
        raise NotFound()
    return found


@implements("O.15")
def signed(row: ActingHead, by: Actor) -> list[Paper]:
    """What the naming's person signed in its days, by day; of acts none on a complaint about the reader."""
    # Whoever is named signs only while the head is away: every signature of these days is one for the head.
    days = {"signer": row.appointment_id, "signed_on__gte": row.starts_on}
    days["signed_on__lt"] = row.ends_on or FOREVER
    acts = barred.without(Act.objects.filter(**days), by.person_id, "act", "id")
    orders = Order.objects.filter(**days)
    papers = [*_papers("act", acts, "kind"), *_papers("order", orders, "form")]
    return sorted(papers, key=lambda paper: (paper.signed_on, paper.number))[:MOST]


def _papers(kind: str, rows: QuerySet[Act] | QuerySet[Order], form: str) -> Iterator[Paper]:
    columns = ("id", "number_text", form, "signed_on")
    for key, number, called, day in rows.order_by("signed_on", "id").values_list(*columns)[:MOST]:
        yield Paper(kind, key, number or "", called, day)


def _count(rows: QuerySet[Act] | QuerySet[Order]) -> Coalesce:
    mine = rows.filter(
        signer=OuterRef("appointment"),
        signed_on__gte=OuterRef("starts_on"),
        signed_on__lt=Coalesce(OuterRef("ends_on"), FOREVER),
    )
    counted = mine.order_by().values("signer").annotate(n=Count("id")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)

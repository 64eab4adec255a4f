"""Questions about offices. Every answer is as of a day; today's columns of Office serve lists only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from qadaga.common.errors import NotFound
from qadaga.offices.models import Office, OfficeSuccession

# The office `{office}` (an SQL expression) and those above it on a day.
_UP = """
WITH RECURSIVE up(id, code, parent_id, depth) AS (
    SELECT o.id, o.code, (
        SELECT s.parent_id FROM offices_subordination s
        WHERE s.office_id = o.id AND daterange(s.starts_on, s.ends_on) @> %(on)s::date
    ), 0 FROM offices_office o WHERE o.id = {office}
    UNION ALL
    SELECT o.id, o.code, (
        SELECT s.parent_id FROM offices_subordination s
        WHERE s.office_id = o.id AND daterange(s.starts_on, s.ends_on) @> %(on)s::date
    ), up.depth + 1 FROM up JOIN offices_office o ON o.id = up.parent_id WHERE up.depth < 20
)
"""
# Its place: codes upwards, spheres, KATO units, offices whose work it carries on.
_PLACE = """
SELECT json_build_array(
    ARRAY(SELECT code FROM up ORDER BY depth DESC),
    ARRAY(SELECT sphere FROM offices_officesphere
          WHERE office_id = {office} AND daterange(starts_on, ends_on) @> %(on)s::date),
    ARRAY(SELECT kato FROM offices_officeterritory
          WHERE office_id = {office} AND daterange(starts_on, ends_on) @> %(on)s::date),
    (SELECT json_object_agg(p.id, p.code) FROM offices_officesuccession n
     JOIN offices_office p ON p.id = n.office_id
     WHERE n.successor_id = {office} AND n.starts_on <= %(on)s::date)
)::text
"""
_STANDING = _UP + _PLACE
_BELOW = """
WITH RECURSIVE down(id) AS (
    SELECT {office}::uuid
    UNION
    SELECT s.office_id FROM down JOIN offices_subordination s
        ON s.parent_id = down.id AND daterange(s.starts_on, s.ends_on) @> {on}::date
)
SELECT id FROM down
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an office stands on a day: codes from the top down to its own, spheres, KATO units held.

    `predecessors`: the closed offices whose work it carries on, id and code.
    """

    path: tuple[str, ...]
    spheres: frozenset[str]
    kato: frozenset[str]
    predecessors: Mapping[UUID, str] = field(default_factory=dict)


def standing(office_id: UUID, on: date) -> Standing:
    """The office's place, sphere and territory on the day, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(standing_sql("%(office)s"), {"office": office_id, "on": on})
        return read_standing(cursor.fetchone()[0])


def standing_sql(office: str) -> str:
    """The place of the office that another query's expression names, for `read_standing`; takes %(on)s."""
    return _STANDING.format(office=office)


def read_standing(text: str) -> Standing:
    """The place as the database wrote it."""
    path, spheres, kato, before = json.loads(text)
    predecessors = {UUID(office): code for office, code in (before or {}).items()}
    return Standing(tuple(path), frozenset(spheres), frozenset(kato), predecessors)


def path(office: Office, on: date) -> tuple[str, ...]:
    """Codes of the offices from the General Prosecutor's Office down to and including this one (L.1.2)."""
    return standing(office.id, on).path


def descendants(office_id: UUID, on: date) -> frozenset[UUID]:
    """Ids of every office below this one on the day, at any depth, itself excluded."""
    with connection.cursor() as cursor:
        cursor.execute(_BELOW.format(office="%s", on="%s"), [office_id, on])
        return frozenset(row[0] for row in cursor.fetchall()) - {office_id}


def with_those_above(office_id: UUID, on: date) -> RawSQL:
    """Ids of the office and of every office above it on the day, for a condition of another query."""
    above = f"{_UP.replace('%(on)s', '%s').format(office='%s')} SELECT id FROM up"  # noqa: S608 - our own text
    return RawSQL(above, [on, office_id, on])  # noqa: S611 - values are bound


def with_those_below(office: UUID | str, on: date) -> RawSQL:
    """Ids of the office and of every office below it on the day, for a condition of another query.

    `office` is an id, or the SQL of a column that the other query reads it from.
    """
    if isinstance(office, UUID):
        return RawSQL(_BELOW.format(office="%s", on="%s"), [office, on])  # noqa: S611 - values are bound
    return RawSQL(_BELOW.format(office=office, on="%s"), [on])  # noqa: S611 - a column's name


def office_by_code(code: str) -> Office:
    """The office of that code; NotFound where there is none."""
    return _one(Q(code=code))


def office_by_id(office_id: UUID) -> Office:
    """The office of that id; NotFound where there is none."""
    return _one(Q(id=office_id))


def offices_open(on: date) -> QuerySet[Office]:
    """Offices that exist on the day, in the order of their codes."""
    alive = Q(opened_on__lte=on) & (Q(closed_on__isnull=True) | Q(closed_on__gt=on))
    return Office.objects.filter(alive).order_by("code")


def holder_of(kato: str, on: date) -> Office | None:
    """The territorial office that holds a KATO unit on the day."""
    rows = Office.objects.filter(
        Q(territories__ends_on__isnull=True) | Q(territories__ends_on__gt=on),
        territories__kato=kato,
        territories__general=True,
        territories__starts_on__lte=on,
    )
    return rows.first()


def answering(office: Office, on: date) -> Office:
    """The office that answers for this one's work on the day: itself, or the last that followed it."""
    if office.closed_on is None or on < office.closed_on:
        return office
    rows = OfficeSuccession.objects.filter(office=office.id, starts_on__lte=on)
    last = rows.select_related("successor", "successor__parent").order_by("-starts_on", "-id").first()
    return last.successor if last is not None else office


def predecessors(office_id: UUID, on: date) -> frozenset[UUID]:
    """Ids of the closed offices whose work this one carries on on the day."""
    rows = OfficeSuccession.objects.filter(successor=office_id, starts_on__lte=on)
    return frozenset(rows.values_list("office_id", flat=True))


def codes_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Code of each office id that exists."""
    return dict(Office.objects.filter(id__in=list(ids)).values_list("id", "code"))


def names_of(ids: Iterable[UUID], language: str) -> dict[UUID, str]:
    """Name today of each office id that exists, in ru, kk or en."""
    return {office.id: office.name_in(language) for office in Office.objects.filter(id__in=list(ids))}


def _one(condition: Q) -> Office:
    office = Office.objects.select_related("parent", "region").filter(condition).first()
    if office is None:
        raise NotFound()
    return office

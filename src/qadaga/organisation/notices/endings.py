"""What ends soon in the service: posts, terms, absences, acting heads, probation, attestations, penalties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from qadaga.law import catalogue
from qadaga.organisation.notices.models import Ending
from qadaga.organisation.personnel.models import FileEntry
from qadaga.staff.models import Absence, ActingHead, Appointment

OF_THE_FILE = (Ending.PROBATION, Ending.ATTESTATION, Ending.PENALTY)


@dataclass(frozen=True, slots=True)
class End:
    """One thing that ends: whose, where, and on which day (the first without it)."""

    kind: str
    source: str
    person_id: UUID
    office_id: UUID
    region_id: UUID
    ends_on: date


def endings(on: date, within: Mapping[str, int]) -> Iterator[End]:
    """What ends after the day and within so many days of its kind, in six queries."""
    yield from _posts(on, within)
    yield from _acting(on, within[Ending.ACTING])
    yield from _of_people(on, within)


def _soon(rows: QuerySet[Any], on: date, days: int) -> QuerySet[Any]:
    return rows.filter(ends_on__gt=on, ends_on__lte=on + timedelta(days=days))


def _posts(on: date, within: Mapping[str, int]) -> Iterator[End]:
    posts = catalogue.law().at(on).posts
    longest = max(within[Ending.TERM], within[Ending.POST])
    rows = _soon(Appointment.objects.filter(starts_on__lte=on), on, longest).select_related("office")
    for row in rows.order_by("id"):
        record = posts.get(row.post)
        kind = Ending.TERM if record is not None and record.term_years else Ending.POST
        if (row.ends_on - on).days <= within[kind]:
            yield _end(kind, row.pk, row, row.ends_on)


def _acting(on: date, days: int) -> Iterator[End]:
    rows = _soon(ActingHead.objects.filter(starts_on__lte=on), on, days)
    for row in rows.select_related("appointment__office").order_by("id"):
        yield _end(Ending.ACTING, row.pk, row.appointment, row.ends_on)


def _of_people(on: date, within: Mapping[str, int]) -> Iterator[End]:
    """What belongs to a person is told in the office of the post held longest."""
    absences = Absence.objects.filter(starts_on__lte=on, appointment__isnull=True)
    found = [(Ending.ABSENCE, row) for row in _soon(absences, on, within[Ending.ABSENCE])]
    entries = FileEntry.objects.filter(withdrawn_on__isnull=True)
    for kind in OF_THE_FILE:
        found += [(kind, row) for row in _soon(entries.filter(kind=kind), on, within[kind])]
    people = {row.person_id for _, row in found}
    held = Appointment.objects.on(on).filter(person__in=people).select_related("office")
    posts = {row.person_id: row for row in held.order_by("-starts_on", "id")}
    for kind, row in found:
        if row.person_id in posts:
            yield _end(kind, row.pk, posts[row.person_id], row.ends_on)


def _end(kind: Ending, source: object, held: Appointment, ends_on: date) -> End:
    office = held.office
    return End(kind.value, str(source), held.person_id, office.id, office.region_id or office.id, ends_on)

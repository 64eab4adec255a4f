"""Rows of a list of periods: recorded as by hand, many at a time (L.2.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.documents.importing.columns import Columns
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.organisation.personnel import service, subjects
from qadaga.organisation.personnel.importing import cells as read
from qadaga.organisation.personnel.importing.ruled import Ruled
from qadaga.organisation.personnel.models import ServicePeriod
from qadaga.organisation.personnel.service import PeriodInput
from qadaga.organisation.refusals import refused_by
from qadaga.staff.models import Appointment, Person

COLUMNS = Columns(Path(__file__).with_name("service.yaml"))
Cells = dict[str, str]
Key = tuple[UUID, str, date, str]


@implements("L.2.6")
def add(rows: Sequence[Cells], *, by: Actor, on: date) -> list[bool]:
    """Bring the rows in; of each whether it added something: not where the period is recorded already.

    Raises InvalidInput whose fields are columns, NotPermitted, NotFound out of the actor's reach, for any of
    the rows.
    """
    people = _locked_people(rows)
    asked = [(read.person(people, cells["iin"]), _period(cells)) for cells in rows]
    known = _recorded(people.values())
    new = [(person, period) for person, period in asked if _key(person, period) not in known]
    if new:
        _record(new, Ruled(by, on))
    return [_key(person, period) not in known for person, period in asked]


def _locked_people(rows: Sequence[Cells]) -> dict[str, Person]:
    """By number; nobody else changes these cards until the transaction ends."""
    iins = {read.digits(cells["iin"]) for cells in rows}
    found = Person.objects.select_for_update(of=("self",), no_key=True).filter(iin__in=iins).order_by("id")
    return {str(person.iin): person for person in found}


def _period(cells: Cells) -> PeriodInput:
    law, factor = catalogue.load(), cells.get("factor", "")
    return PeriodInput(
        kind=read.record(cells["kind"], law.service_kinds.values(), field="kind"),
        organisation=cells["organisation"],
        starts_on=read.needed_day(cells, "starts_on"),
        ends_on=read.day(cells, "ends_on"),
        evidence=cells["evidence"],
        factor=read.record(factor, law.service_factors.values(), field="factor") if factor else "",
    )


def _recorded(people: Iterable[Person]) -> set[Key]:
    rows = ServicePeriod.objects.filter(person__in=[person.id for person in people], withdrawn_on=None)
    return set(rows.values_list("person", "kind", "starts_on", "organisation"))


def _key(person: Person, period: PeriodInput) -> Key:
    """What a period is known again by."""
    return person.id, period.kind, period.starts_on, period.organisation


def _record(new: Sequence[tuple[Person, PeriodInput]], ruled: Ruled) -> None:
    """Each is ruled on and checked as by hand, then all are written."""
    posts = _posts_of({person.id for person, _ in new})
    rows = []
    for person, period in new:
        kept_by = subjects.post_of(person.id, ruled.by, ruled.on, posts[person.id])
        done = ruled("service.record", subjects.of_kept(kept_by, ruled.by, ruled.on))
        row = ServicePeriod(person=person, **service.checked(period, person, ruled.on))
        rows.append((row, kept_by.office_id, done))
    with refused_by({"service_period_once": service.ONCE}):
        ServicePeriod.objects.bulk_create(row for row, _, _ in rows)
    for row, office, done in rows:
        service.note(done, "service.record", row, office)


def _posts_of(people: set[UUID]) -> defaultdict[UUID, list[Appointment]]:
    """Every post held by each, the latest first. One query."""
    posts: defaultdict[UUID, list[Appointment]] = defaultdict(list)
    held = Appointment.objects.filter(person__in=people).select_related("person", "office__parent__parent")
    for post in held.order_by("-starts_on", "id"):
        posts[post.person_id].append(post)
    return posts

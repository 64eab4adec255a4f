"""Conduct matters, gifts and contacts: declared, opened, decided; seen by three sorts of people (L.1.10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.errors import InvalidInput, NotFound, Problems
from qadaga.common.i18n import N_
from qadaga.common.money import Money
from qadaga.common.text import clean
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.organisation import subjects as offices
from qadaga.organisation.conduct.models import ConductEntry, ConductKind, State
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.personnel import subjects
from qadaga.organisation.refusals import check_version
from qadaga.staff import selectors as staff
from qadaga.staff.models import Person

KIND = "conduct"


@dataclass(frozen=True, slots=True)
class ConductInput:
    """What is entered: kind, day, who gave or was met, what happened, the gift's value in tenge."""

    kind: str
    happened_on: date
    text: str
    with_whom: str = ""
    value: str = ""


@implements("L.1.10")
@transaction.atomic
def declare(*, by: Actor, on: date, declared: ConductInput) -> ConductEntry:
    """Declare one's own gift or contact. Raises InvalidInput, NotPermitted."""
    person = staff.person_by_id(by.person_id)
    done = exercise(by, "conduct.declare", subjects.of_file(person, by, on, kind=KIND), on)
    if declared.kind not in (ConductKind.GIFT, ConductKind.CONTACT):
        raise InvalidInput.of("kind", "unknown", N_("One declares a gift or a contact."))
    return _entered(done, person, declared)


@implements("L.1.10")
@transaction.atomic
def open_matter(*, by: Actor, on: date, person_id: UUID, opened: ConductInput) -> ConductEntry:
    """Open a matter about somebody's conduct. Raises InvalidInput, NotPermitted, NotFound."""
    person = staff.person_by_id(person_id)
    done = exercise(by, "conduct.open", subjects.of_file(person, by, on, kind=KIND), on)
    return _entered(done, person, opened)


@implements("L.1.10")
@transaction.atomic
def decide(*, by: Actor, on: date, entry_id: UUID, outcome: str, version: int | None = None) -> ConductEntry:
    """Record the outcome. Raises InvalidInput, NotPermitted, Stale, NotFound."""
    row = _found(visible(by, on).select_for_update(of=("self",)), entry_id)
    done = exercise(by, "conduct.decide", subject_of(row, by, on), on)
    check_version(row, version)
    row.outcome = clean(outcome, field="outcome", max_length=4000, multiline=True, required=True)
    row.state, row.closed_on, row.closed_by_id = State.CLOSED, on, by.appointment_id
    row.version += 1
    row.save()
    _record(done, "conduct.decide", row)
    return row


@implements("L.1.10", "O.8.d5")
def read(*, by: Actor, on: date, entry_id: UUID) -> ConductEntry:
    """The entry, its reading journalled. Raises NotFound to everybody who may not read it."""
    row = _found(visible(by, on), entry_id)
    record_reads(office_id=row.office_id, subjects=[(KIND, row.id)], by=by.journal(), on=on)
    return row


def visible(by: Actor, on: date) -> QuerySet[ConductEntry]:
    """The entries the actor may see: their own, and of their line for the head and staff officers."""
    mine = Q(person=by.person_id)
    line = authority.may(by, "conduct.read", Subject(KIND, by.office_code, (by.office_code,)), on=on)
    rows = ConductEntry.objects.select_related("person", "office")
    if not line.allowed:
        return rows.filter(mine)
    scope = scope_of(by, on)
    if scope.nation:
        return rows
    return rows.filter(mine | Q(region_id__in=scope.regions) | Q(office_id__in=scope.offices))


def subject_of(row: ConductEntry, by: Actor, on: date) -> Subject:
    """The entry as the law sees it, for this actor."""
    own = row.person_id == by.person_id
    place = offices.of_office(row.office, on, kind=KIND)
    path = (by.office_code,) if own else place.path
    return Subject(
        kind=KIND,
        office=path[-1],
        path=path,
        status=row.state,
        marks=frozenset({"self"} if own else ()),
    )


def _found(rows: QuerySet[ConductEntry], entry_id: UUID) -> ConductEntry:
    row = rows.filter(id=entry_id).first()
    if row is None:
        raise NotFound()
    return row


def _entered(done: Exercise, person: Person, given: ConductInput) -> ConductEntry:
    held = subjects.standing_of(person, done.on)
    assert held is not None  # the subject's office is that of this post
    row = ConductEntry.objects.create(
        person=person,
        office=held.office,
        region_id=held.office.region_id,
        entered_on=done.on,
        entered_by_id=done.by.appointment_id,
        **_checked(given, done.on),
    )
    _record(done, done.ruling.power, row)
    return row


def _checked(given: ConductInput, on: date) -> dict[str, object]:
    problems = Problems()
    with problems.collect():
        text = clean(given.text, field="text", max_length=4000, multiline=True, required=True)
    with problems.collect():
        needed = given.kind != ConductKind.MATTER
        whom = clean(given.with_whom, field="with_whom", max_length=300, required=needed)
    with problems.collect():
        value = Money.parse(given.value, field="value").tiyn if given.value else None
    if given.happened_on > on:
        problems.add("happened_on", "future", N_("This day has not come yet. Check the year."))
    if given.value and given.kind != ConductKind.GIFT:
        problems.add("value", "not_a_gift", N_("Only a gift has a value."))
    if given.kind not in ConductKind.values:
        problems.add("kind", "unknown", N_("There is no such kind of entry. Choose from the list."))
    problems.check()
    kept = {"kind": given.kind, "happened_on": given.happened_on, "text": text}
    return {**kept, "with_whom": whom, "value": value or None}


def _record(done: Exercise, action: str, row: ConductEntry) -> None:
    data = {"kind": row.kind, "state": row.state, "happened_on": row.happened_on}
    done.record(action, row.office_id, (KIND, row.id), data)

"""Periods of service with their evidence, and the sum on a day (L.2.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, NotFound, Problems
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.documents.models import StoredFile
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.service import Length, Reckoning, Span, between, reckon
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.personnel import subjects
from qadaga.organisation.personnel.models import RankHeld, ServicePeriod
from qadaga.organisation.refusals import check_period, check_version, locked, refused_by
from qadaga.staff.models import Appointment, Person

ONCE = FieldError(
    "starts_on", "recorded", N_("This period is recorded already: the same kind, place and first day.")
)
OFFICER, EMPLOYEE = "prosecution", "prosecution_employee"


@dataclass(frozen=True, slots=True)
class PeriodInput:
    """A period as its paper says; `ends_on` is the first day after it, `factor` an id of the catalogue."""

    kind: str
    organisation: str
    starts_on: date
    ends_on: date | None
    evidence: str
    factor: str = ""


@dataclass(frozen=True, slots=True)
class Worked:
    """One numbered row that goes into the sums: a recorded period, or a post held in the service."""

    number: int
    span: Span
    organisation: str
    evidence: str
    period: ServicePeriod | None = None
    held: Appointment | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """What is kept apart: service length, total employment, time in the present rank; on one day."""

    on: date
    rows: tuple[Worked, ...]
    service: Reckoning
    employment: Reckoning
    rank: RankHeld | None
    in_rank: Length | None


@implements("L.2.6")
@transaction.atomic
def record(
    *, by: Actor, on: date, person_id: UUID, period: PeriodInput, file: StoredFile | None = None
) -> ServicePeriod:
    """Record a period with the paper that proves it. Raises InvalidInput, NotPermitted, NotFound."""
    person = locked(Person, person_id)
    done = exercise(by, "service.record", subjects.of_file(person, by, on), on)
    row = ServicePeriod(person=person, file=file, **checked(period, person, on))
    with refused_by({"service_period_once": ONCE}):
        row.save(force_insert=True)
    note(done, "service.record", row, subjects.office_of(person, by, on).id)
    return row


@implements("L.2.6")
@transaction.atomic
def withdraw(
    *, by: Actor, on: date, person_id: UUID, period_id: UUID, version: int | None = None
) -> ServicePeriod:
    """Take back a period that was recorded wrongly; the row stays. Raises NotPermitted, Stale, NotFound."""
    row = subjects.of_person(locked(ServicePeriod, period_id), person_id)
    done = exercise(by, "service.record", subjects.of_file(row.person, by, on), on)
    check_version(row, version)
    if row.withdrawn_on is not None:
        raise NotFound()
    row.withdrawn_on, row.version = on, row.version + 1
    row.save(update_fields=["withdrawn_on", "version"])
    note(done, "service.withdraw", row, subjects.office_of(row.person, by, on).id)
    return row


def checked(period: PeriodInput, person: Person, on: date) -> dict[str, object]:
    """The columns of a period. Raises InvalidInput with every fault."""
    problems, law = Problems(), catalogue.load()
    if period.kind not in law.service_kinds:
        problems.add("kind", "unknown", N_("There is no such kind of period. Choose from the list."))
    if period.factor and period.factor not in law.service_factors:
        problems.add("factor", "unknown", N_("There is no such factor. Choose from the list."))
    with problems.collect():
        organisation = clean(period.organisation, field="organisation", max_length=300, required=True)
    with problems.collect():
        evidence = clean(period.evidence, field="evidence", max_length=300, required=True)
    with problems.collect():
        check_period(period.starts_on, period.ends_on)
    _check_days(period, person, on, problems)
    problems.check()
    return {
        "kind": period.kind,
        "organisation": organisation,
        "ground": evidence,
        "factor": period.factor,
        "starts_on": period.starts_on,
        "ends_on": period.ends_on,
    }


def _check_days(period: PeriodInput, person: Person, on: date, problems: Problems) -> None:
    if period.starts_on > on:
        problems.add("starts_on", "future", N_("The period has not begun yet. Check the year."))
    if person.born_on is not None and period.starts_on <= person.born_on:
        problems.add("starts_on", "before_birth", N_("The period would begin before the person's birth."))


@implements("L.2.6")
def sums(
    posts: Iterable[Appointment], periods: Iterable[ServicePeriod], ranks: Iterable[RankHeld], on: date
) -> Sums:
    """The sums on the day: posts held in the service count by themselves, recorded periods beside them.

    `posts` with their offices, `periods` not withdrawn and `ranks` are everything the person has.
    """
    rows, law = _worked(posts, periods), catalogue.load()
    counts = {kind.id for kind in law.service_kinds.values() if kind.counts}
    plain = [Span(row.span.kind, row.span.start, row.span.end) for row in rows]
    rank = next((row for row in ranks if row.holds(on)), None)
    return Sums(
        on=on,
        rows=tuple(rows),
        service=reckon([row.span for row in rows], on, counts),
        employment=reckon(plain, on, frozenset(law.service_kinds)),
        rank=rank,
        in_rank=between(rank.starts_on, on) if rank else None,
    )


def _worked(posts: Iterable[Appointment], periods: Iterable[ServicePeriod]) -> list[Worked]:
    """Every period that may count, by its first day, numbered from 1."""
    found = [*map(_of_period, periods), *map(_of_post, posts)]
    found.sort(key=lambda row: row.span.start)
    return [
        Worked(number, row.span, row.organisation, row.evidence, row.period, row.held)
        for number, row in enumerate(found, start=1)
    ]


def factor_of(factor: str) -> Fraction:
    """The factor of the catalogue's record; one where none is named."""
    record = catalogue.load().service_factors.get(factor)
    return Fraction(record.numerator, record.denominator) if record else Fraction(1)


def _of_period(row: ServicePeriod) -> Worked:
    span = Span(row.kind, row.starts_on, row.ends_on, factor_of(row.factor))
    return Worked(0, span, row.organisation, row.ground, period=row)


def _of_post(row: Appointment) -> Worked:
    span = Span(OFFICER if row.officer else EMPLOYEE, row.starts_on, row.ends_on)
    return Worked(0, span, row.office.name_ru, row.ground, held=row)


def note(done: Exercise, action: str, row: ServicePeriod, office_id: UUID) -> None:
    """The journal's entry about a period; the last line of the transaction."""
    data = {"period": row.id, "kind": row.kind, "from": row.starts_on, "until": row.ends_on}
    done.record(action, office_id, ("person", row.person_id), data)

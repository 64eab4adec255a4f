"""The check of entry into the service (CL155.6): every condition answered, with what shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Problems
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.records import Requirement
from qadaga.organisation import subjects
from qadaga.organisation.careers.models import EntryCheck, EntryFinding
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.refusals import locked
from qadaga.staff.models import Appointment, Person

ADULT = 18


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether the person meets a condition (or is free of a bar), and what shows it."""

    met: bool
    evidence: str


def asked(on: date, *, officer: bool) -> list[Requirement]:
    """The conditions and bars of entry on the day, for an officer or for another employee."""
    rows = catalogue.law().at(on).requirements.values()
    return [row for row in rows if officer or not row.officers]


@implements("L.2.5", "O.13.3")
@transaction.atomic
def record(
    *, by: Actor, on: date, person_id: UUID, officer: bool, findings: Mapping[str, Finding], note: str = ""
) -> EntryCheck:
    """Record the check; it is passed when every condition is met. Raises InvalidInput with each fault.

    What the birth date shows is not for anybody to tick: a person under 18 does not pass.
    """
    person = locked(Person, person_id)
    done = exercise(by, "entry.check", subjects.of_person(person, by, on), on)
    check, rows = checked(person, findings, officer=officer, by=by, on=on, note=note)
    check.save(force_insert=True)
    EntryFinding.objects.bulk_create(rows)
    journal(check, done)
    return check


def checked(
    person: Person,
    findings: Mapping[str, Finding],
    *,
    officer: bool,
    by: Actor,
    on: date,
    note: str = "",
) -> tuple[EntryCheck, list[EntryFinding]]:
    """The rows of a check, not yet saved. Raises InvalidInput with each fault."""
    kept = _findings(asked(on, officer=officer), findings, person, on)
    check = EntryCheck(
        person=person,
        officer=officer,
        passed=all(finding.met for finding in kept.values()),
        on=on,
        by_id=by.appointment_id,
        note=clean(note, field="note", max_length=300),
    )
    return check, [
        EntryFinding(check_of=check, requirement=name, met=finding.met, evidence=finding.evidence)
        for name, finding in kept.items()
    ]


def journal(check: EntryCheck, done: Exercise) -> None:
    """The journal's entry about a check; the last line of the transaction."""
    data = {"check": check.id, "passed": check.passed, "officer": check.officer}
    done.record("entry.check", done.by.office_id, ("person", check.person_id), data)


def _findings(
    wanted: list[Requirement], given: Mapping[str, Finding], person: Person, on: date
) -> dict[str, Finding]:
    problems, kept = Problems(), {}
    for row in wanted:
        finding = given.get(row.id)
        if finding is None:
            problems.add(row.id, "required", N_("Every condition needs an answer."))
            continue
        with problems.collect():
            evidence = clean(finding.evidence, field=f"{row.id}_evidence", max_length=300, required=True)
            kept[row.id] = Finding(finding.met, evidence)
    if kept.get("of_age", Finding(False, "")).met and not _adult(person, on):
        problems.add("of_age", "minor", N_("By the birth date the person is under 18, or it is not known."))
    problems.check()
    return kept


def _adult(person: Person, on: date) -> bool:
    if person.born_on is None:
        return False
    years = on.year - person.born_on.year
    return years - ((on.month, on.day) < (person.born_on.month, person.born_on.day)) >= ADULT


def needs_check(person_id: UUID, *, officer: bool) -> bool:
    """Whether a first appointment waits for a passed check: nobody who has served is asked again.

    A check as another employee does not make an officer.
    """
    served = list(Appointment.objects.filter(person=person_id).values_list("officer", flat=True))
    if not waits(served, None, officer=officer):
        return False  # whatever was checked
    last = EntryCheck.objects.filter(person=person_id).order_by("-on", "-id").first()
    return waits(served, last, officer=officer)


def waits(served: Iterable[bool], last: EntryCheck | None, *, officer: bool) -> bool:
    """The same, where it is known of each post held whether it was an officer's, and the last check."""
    if any(was_officer or not officer for was_officer in served):
        return False
    return last is None or not last.passed or (officer and not last.officer)

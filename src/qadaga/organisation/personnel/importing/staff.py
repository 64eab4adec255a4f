"""Rows of a list of staff: people are registered, checked and appointed as by hand, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.importing.columns import Columns
from qadaga.offices.models import Office
from qadaga.organisation import people
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.organisation.careers import entry
from qadaga.organisation.careers.entry import Finding
from qadaga.organisation.careers.models import EntryCheck, EntryFinding
from qadaga.organisation.people import PersonInput
from qadaga.organisation.personnel.importing import cells as read
from qadaga.organisation.personnel.importing import places
from qadaga.organisation.personnel.importing.known import Known, lock_people
from qadaga.organisation.personnel.importing.ruled import Ruled
from qadaga.organisation.personnel.importing.seating import Seating
from qadaga.organisation.refusals import refused_by
from qadaga.staff.models import Person

COLUMNS = Columns(Path(__file__).with_name("staff.yaml"))
Cells = dict[str, str]


@dataclass(slots=True)
class Row:
    """What a row says; `person` as soon as there is one."""

    cells: Cells
    office: Office
    post: str
    starts_on: date
    ends_on: date | None
    officer: bool
    person: Person | None


def hold(rows: Iterable[Cells], *, by: Actor) -> None:
    """Before the first row: the order of every office of the file, then every card, by id.

    As by hand, whoever waits for an office holds nobody's card; a file of many batches takes no office while
    it holds cards.
    """
    offices: set[str] = set()
    iins: set[str] = set()
    for cells in rows:
        offices.add(cells.get("office", ""))
        iins.add(cells.get("iin", ""))
    standing.move({by.office_id, *places.office_ids(offices)})
    lock_people(iins)


def add(rows: Sequence[Cells], *, by: Actor, on: date) -> list[bool]:
    """Bring the rows in; of each whether it added something: not where the person holds that post from that
    day already.

    The offices and the cards are held (`hold`). Raises InvalidInput whose fields are columns, NotPermitted,
    for any of the rows.
    """
    found, known = places.Places(rows), Known(cells["iin"] for cells in rows)
    read_rows = [_read(cells, found, known) for cells in rows]
    new = [row for row in read_rows if not known.holds(row.person, row.office, row.post, row.starts_on)]
    if new:
        ruled = Ruled(by, on)
        _register([row for row in new if row.person is None], known, ruled)
        _enter(new, known, ruled)
        Seating(ruled, known).seat([_appointment(row, found) for row in new])
    added = {id(row) for row in new}
    return [id(row) in added for row in read_rows]


def _read(cells: Cells, found: places.Places, known: Known) -> Row:
    office = found.office(cells["office"])
    post = places.post(cells["post"], office)
    starts_on, ends_on = read.needed_day(cells, "starts_on"), read.day(cells, "ends_on")
    if not cells["iin"]:
        raise InvalidInput.of("iin", "required", N_("This field must be filled in."))
    officer = places.officer(cells, COLUMNS)
    return Row(cells, office, post, starts_on, ends_on, officer, known.person(cells["iin"]))


def _register(rows: Sequence[Row], known: Known, ruled: Ruled) -> None:
    """Whoever is not registered yet."""
    if not rows:
        return
    done = ruled("person.register", None)
    for row in rows:
        row.person = people.filled(_person(row.cells), ruled.on)
    with refused_by(people.REFUSALS):
        Person.objects.bulk_create(known.add(row.person) for row in rows if row.person)
    for row in rows:
        if row.person:
            people.note("person.register", row.person, done)


def _person(cells: Cells) -> PersonInput:
    names = {key: cells.get(key, "") for key in ("last_name", "first_name", "middle_name", "iin")}
    return PersonInput(**names, born_on=read.day(cells, "born_on"))


def _enter(rows: Sequence[Row], known: Known, ruled: Ruled) -> None:
    """Whoever has no post yet enters the service: the paper named shows that every condition was met."""
    entering = {
        row.person.id: (row, row.person)
        for row in reversed(rows)
        if row.cells.get("entry") and row.person and not known.posts(row.person)
    }
    if not entering:
        return
    done = ruled("entry.check", None)
    checks = [_check(row, person, ruled) for row, person in reversed(entering.values())]
    EntryCheck.objects.bulk_create(check for check, _ in checks)
    EntryFinding.objects.bulk_create(finding for _, findings in checks for finding in findings)
    for check, _ in checks:
        known.note_check(check)
        entry.journal(check, done)


def _check(row: Row, person: Person, ruled: Ruled) -> tuple[EntryCheck, list[EntryFinding]]:
    asked = entry.asked(ruled.on, officer=row.officer)
    findings = {one.id: Finding(met=True, evidence=row.cells["entry"]) for one in asked}
    return entry.checked(person, findings, officer=row.officer, by=ruled.by, on=ruled.on)


def _appointment(row: Row, found: places.Places) -> tuple[AppointmentInput, Person, Office]:
    assert row.person is not None  # registered above
    given = AppointmentInput(
        person_id=row.person.id,
        office_id=row.office.id,
        post=row.post,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        unit_id=found.unit(row.cells.get("unit", ""), row.office),
        officer=row.officer,
        ground=row.cells["order"],
    )
    return given, row.person, row.office

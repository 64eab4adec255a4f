"""One row of a list of staff: the person is registered and appointed by the services, as by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.importing.columns import Columns
from qadaga.offices.models import Office
from qadaga.organisation import appointments, people
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.organisation.careers import entry
from qadaga.organisation.careers.entry import Finding
from qadaga.organisation.people import PersonInput
from qadaga.organisation.personnel.importing import cells as read
from qadaga.organisation.personnel.importing import places
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person

COLUMNS = Columns(Path(__file__).with_name("staff.yaml"))


def add(cells: dict[str, str], *, by: Actor, on: date) -> bool:
    """Bring the row in; False where the person holds that post from that day already.

    Raises InvalidInput whose fields are columns, NotPermitted.
    """
    office = places.office(cells["office"])
    post = places.post(cells["post"], office)
    starts_on, ends_on = read.needed_day(cells, "starts_on"), read.day(cells, "ends_on")
    if not cells["iin"]:
        raise InvalidInput.of("iin", "required", N_("This field must be filled in."))
    person = staff.person_by_iin(cells["iin"])
    if person is not None and _holds(person, office, post, starts_on):
        return False
    officer, evidence = places.officer(cells, COLUMNS), cells.get("entry", "")
    enters = evidence and (person is None or not staff.service_of(person.id).exists())
    if person is None:
        person = _register(cells, by, on)
    if enters:
        _enter(person, evidence, officer=officer, by=by, on=on)
    given = AppointmentInput(
        person_id=person.id,
        office_id=office.id,
        post=post,
        starts_on=starts_on,
        ends_on=ends_on,
        unit_id=places.unit(cells.get("unit", ""), office),
        officer=officer,
        ground=cells["order"],
    )
    appointments.make(by=by, on=on, appointment=given)
    return True


def _register(cells: dict[str, str], by: Actor, on: date) -> Person:
    names = {key: cells.get(key, "") for key in ("last_name", "first_name", "middle_name", "iin")}
    entered = PersonInput(**names, born_on=read.day(cells, "born_on"))
    return people.register(by=by, on=on, person=entered)


def _enter(person: Person, evidence: str, *, officer: bool, by: Actor, on: date) -> None:
    """Whoever has no post yet enters the service: the paper named shows that every condition was met."""
    found = {row.id: Finding(met=True, evidence=evidence) for row in entry.asked(on, officer=officer)}
    entry.record(by=by, on=on, person_id=person.id, officer=officer, findings=found)


def _holds(person: Person, office: Office, post: str, starts_on: date) -> bool:
    rows = Appointment.objects.filter(person=person, office=office, post=post, starts_on=starts_on)
    return rows.exists()

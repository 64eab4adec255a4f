"""Offices and people for tests: rows written straight to the tables, as a structure once founded."""

from datetime import date
from itertools import count

from qadaga.authority.actor import Actor
from qadaga.authority.actors import actor_for
from qadaga.common.sortkeys import sort_key
from qadaga.offices.models import (
    Office,
    OfficeName,
    OfficeSphere,
    OfficeTerritory,
    Subordination,
    Unit,
)
from qadaga.offices.naming import Names
from qadaga.organisation.careers.models import EntryCheck
from qadaga.organisation.units.entries import UnitInput
from qadaga.organisation.units.services import enter
from qadaga.staff.models import Absence, ActingHead, Appointment, Person

SINCE = date(2020, 1, 1)
LEVELS = {"general": 1, "agency": 1, "academy": 1, "region": 2, "city_republican": 2, "chief_military": 2}
LEVELS |= {"chief_transport": 2, "regional_transport": 2}
HEADS = {"prosecutor_general", "chief_military_prosecutor", "chief_transport_prosecutor"}
HEADS |= {"regional_prosecutor", "district_prosecutor", "committee_chair", "institution_head"}
EMPLOYEES = {"registry_clerk", "it_administrator"}

_numbers = count(1)


def make_office(
    code: str,
    kind: str,
    parent: Office | None = None,
    *,
    kato: str | None = None,
    sphere: str | None = None,
    since: date = SINCE,
    name: str = "",
) -> Office:
    """An office with its dated rows: name, subordination, territory (held alone), sphere."""
    level = LEVELS.get(kind, 3)
    names = {
        "name_ru": name or f"Прокуратура {code}",
        "name_kk": f"{code} прокуратурасы",
        "name_en": f"Office {code}",
    }
    office = Office(code=code, kind=kind, level=level, parent=parent, opened_on=since, **names)
    office.region = office if level < 3 and kind != "regional_transport" else parent.region
    office.save(force_insert=True)
    OfficeName.objects.create(office=office, starts_on=since, **names)
    if parent is not None:
        Subordination.objects.create(office=office, parent=parent, starts_on=since)
    if kato is not None:
        OfficeTerritory.objects.create(office=office, kato=kato, starts_on=since, general=sphere is None)
    if sphere is not None:
        OfficeSphere.objects.create(office=office, sphere=sphere, starts_on=since)
    return office


def make_unit(office: Office, code: str, kind: str = "division", *, inside: Unit | None = None) -> Unit:
    """A unit of the office with its name and place, from the day the office exists."""
    names = Names(f"Отдел {code}", f"{code} бөлімі", f"Division {code}")
    return enter(office, UnitInput(code, kind, names, office.opened_on), inside)


def make_person(last_name: str = "Ахметов", *, iin: str | None = None, user: object | None = None) -> Person:
    """A person with a name of three parts."""
    name = f"{last_name}{next(_numbers)}"
    person = Person(last_name=name, first_name="Болат", middle_name="Серикович", iin=iin, user=user)
    person.sort_key = sort_key(person.name)
    person.save(force_insert=True)
    return person


def admit(person: Person, by: Appointment | None = None, *, officer: bool = True) -> Person:
    """The person, with a passed check of entry; recorded by somebody of the top office if nobody is named."""
    recorder = by or Appointment.objects.order_by("office__level", "id").first()
    assert recorder is not None, "somebody must have recorded the check"
    EntryCheck.objects.create(person=person, officer=officer, passed=True, on=SINCE, by=recorder)
    return person


def make_appointment(
    office: Office,
    post: str,
    person: Person | None = None,
    *,
    since: date = SINCE,
    until: date | None = None,
) -> Appointment:
    """A post held in the office, with what the catalogue says of heads and officers."""
    return Appointment.objects.create(
        person=person or make_person(),
        office=office,
        post=post,
        heads=post in HEADS,
        officer=post not in EMPLOYEES,
        starts_on=since,
        ends_on=until,
    )


def make_actor(office: Office, post: str, *, on: date, person: Person | None = None) -> Actor:
    """Somebody of that post in that office, as an actor on the day."""
    return actor_of(make_appointment(office, post, person), on)


def actor_of(appointment: Appointment, on: date) -> Actor:
    """The holder of the appointment as an actor on the day; fails where there is none."""
    actor = actor_for(appointment.id, on)
    assert actor is not None
    return actor


def send_away(person: Person, starts_on: date, ends_on: date | None = None) -> Absence:
    """A leave of the person."""
    return Absence.objects.create(person=person, kind="leave", starts_on=starts_on, ends_on=ends_on)


def name_acting(appointment: Appointment, starts_on: date, ends_on: date | None = None) -> ActingHead:
    """Name the holder of the appointment the acting head of its office."""
    return ActingHead.objects.create(
        office=appointment.office, appointment=appointment, starts_on=starts_on, ends_on=ends_on
    )

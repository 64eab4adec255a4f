"""What every service of the direction does: lock in scope, rule, move by the table, journal last."""

from datetime import date
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.matters import change
from qadaga.matters.step import Course, Step
from qadaga.staff.models import Appointment
from qadaga.supervision.custody.choices import PlaceStatus, VisitStatus
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import HeldPerson, Place, Visit
from qadaga.supervision.custody.subject import HELD, PLACE, VISIT, visit_subject

VISITING = "custody.visit"

PLACES: Course[Place] = Course("custody_place", PLACE, lambda place: place.office_id)
VISITS: Course[Visit] = Course("custody_visit", VISIT, lambda visit: visit.office_id)
HELDS: Course[HeldPerson] = Course("held_person", HELD, lambda held: held.office_id)


def place(place_id: UUID, *, by: Actor, on: date) -> Place:
    """The place within the scope, locked. Raises NotFound."""
    return change.locked(Place.objects.select_related("office", "body"), place_id, by=by, on=on)


def visit(visit_id: UUID, *, by: Actor, on: date) -> Visit:
    """The visit within the scope, locked, with its place."""
    return change.locked(Visit.objects.select_related("place__office", "place__body"), visit_id, by=by, on=on)


def held(held_id: UUID, *, by: Actor, on: date) -> HeldPerson:
    """The person found, within the scope, locked, with the place."""
    rows = HeldPerson.objects.select_related("place__office", "place__body")
    return change.locked(rows, held_id, by=by, on=on)


def refuse_closed(place: Place) -> None:
    """Raise Conflict where nobody is held any more, by the register."""
    if place.status != PlaceStatus.OPEN:
        raise Conflict("place_closed", N_("Nobody is held there any more, by the register."))


def refuse_called_off(row: Visit) -> None:
    """Raise Conflict where the visit was called off."""
    if row.status == VisitStatus.CALLED_OFF:
        raise Conflict("called_off", N_("This visit was called off. Plan it anew on the card of the place."))


def officer_for(place: Place, officer_id: UUID, day: date) -> Appointment:
    """Whoever goes to the place on the day: an officer of its office then. Raises InvalidInput."""
    held = Appointment.objects.filter(id=officer_id, office=place.office, officer=True).first()
    if held is None or not held.holds(day):
        raise InvalidInput.of(
            "officer", "not_of_office", N_("Choose an officer who serves in the place's office on that day.")
        )
    return held


def going(visit_id: UUID, *, version: int, by: Actor, on: date) -> Step[Visit]:
    """The visit under way, locked, the law asked. Raises AlreadyDone, Stale, Conflict (not begun)."""
    row = visit(visit_id, by=by, on=on)
    step = VISITS.ask(row, VISITING, visit_subject(row, by, on), by=by, on=on, ground=row.ground)
    if row.status == VisitStatus.DONE:
        raise AlreadyDone()
    refuse_called_off(row)
    change.expect(row, version)
    if row.status != VisitStatus.GOING:
        raise Conflict("not_begun", N_("The visit has not been begun. Begin it on the spot first."))
    return step


def points(row: Visit) -> set[str]:
    """The points of the visit's check list, by id."""
    return {item.id for item in lists().items(row.list_version)}

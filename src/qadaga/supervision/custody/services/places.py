"""The register of places where people are held (L.3.6)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.offices.kato import units
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.custody.choices import TO_COME, HeldStatus, PlaceKind, PlaceStatus
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import HeldPerson, Place, Visit
from qadaga.supervision.custody.services import base
from qadaga.supervision.custody.subject import place_subject

POWER = "custody.keep_place"
TAKEN = {
    "place_name_once": FieldError("name_ru", "taken", N_("A place of this name is in the register already."))
}


@dataclass(frozen=True, slots=True)
class Entered:
    """A place as it is entered; the sphere only where a specialised office is competent."""

    kind: str
    name_ru: str
    name_kk: str
    body: Body
    address: str
    kato: str
    capacity: int
    sphere: str | None = None


@implements("L.3.6", "O.8.d6")
@transaction.atomic
def register(*, entered: Entered, by: Actor, on: date) -> Place:
    """Put a place into the register of the actor's office, which the law must hold competent for it.

    Raises InvalidInput, NotPermitted (another's territory or sphere, not a leader).
    """
    office = office_by_id(by.office_id)
    row = Place(office=office, region_id=office.region_id, status=PlaceStatus.OPEN, opened_on=on)
    _fill(row, entered)
    row.due_on = lists().due(row.kind, on)
    step = base.PLACES.ask(row, POWER, place_subject(row, by, on), by=by, on=on)
    with refused_by(TAKEN):
        row.save(force_insert=True)
    step.journal(kind=row.kind, kato=row.kato)
    return row


@transaction.atomic
def correct(*, place_id: UUID, version: int, entered: Entered, by: Actor, on: date) -> Place:
    """Correct what is known of a place. The new place must lie in the office's competence as well."""
    row = base.place(place_id, by=by, on=on)
    change.expect(row, version)
    base.PLACES.ask(row, POWER, place_subject(row, by, on), by=by, on=on)
    columns = _fill(row, entered)
    step = base.PLACES.ask(row, POWER, place_subject(row, by, on), by=by, on=on)
    due = lists().due(row.kind, row.visited_on or row.opened_on)
    with refused_by(TAKEN):
        step.save(to=PlaceStatus.OPEN, due_on=due, **columns)
    step.journal(kind=row.kind, kato=row.kato)
    return row


@transaction.atomic
def close(*, place_id: UUID, version: int, closed_on: date, by: Actor, on: date) -> Place:
    """Say that nobody is held there any more. Raises Conflict while somebody is, or a visit is open."""
    row = base.place(place_id, by=by, on=on)
    change.expect(row, version)
    step = base.PLACES.ask(row, POWER, place_subject(row, by, on), by=by, on=on)
    within("closed_on", closed_on, earliest=row.opened_on, latest=on)
    held = HeldPerson.objects.filter(place=row, status__in=(HeldStatus.FOUND, HeldStatus.RESOLVED))
    if held.exists() or Visit.objects.filter(place=row, status__in=TO_COME).exists():
        raise Conflict(
            "place_in_use",
            N_("Somebody found here has not been released yet, or a visit is open. Finish that first."),
        )
    step.save(to=PlaceStatus.CLOSED, closed_on=closed_on, due_on=None)
    step.journal(closed_on=closed_on)
    return row


# More than any place holds; what is typed by mistake is caught before the database refuses it.
MOST_PEOPLE = 100_000


def _fill(row: Place, entered: Entered) -> dict[str, Any]:
    if entered.kato not in units():
        raise InvalidInput.of("kato", "unknown", N_("There is no such KATO unit. Choose one from the list."))
    if not 1 <= entered.capacity <= MOST_PEOPLE:
        raise InvalidInput.of("capacity", "too_small", N_("How many people it can hold: one at least."))
    columns = {
        "kind": choice("kind", entered.kind, PlaceKind.values),
        "name_ru": text("name_ru", entered.name_ru, 300, multiline=False),
        "name_kk": text("name_kk", entered.name_kk, 300, multiline=False),
        "body": entered.body,
        "address": text("address", entered.address, 300, multiline=False),
        "kato": entered.kato,
        "sphere": entered.sphere or None,
        "capacity": entered.capacity,
    }
    for name, value in columns.items():
        setattr(row, name, value)
    return columns

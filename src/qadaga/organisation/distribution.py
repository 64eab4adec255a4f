"""Distributing duties by an order: who works in what, which deputy agrees, who replaces the head (O.14)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.matters.choices import BodyKind
from qadaga.offices import kato
from qadaga.offices import selectors as offices
from qadaga.offices.dated import in_force
from qadaga.offices.models import Office
from qadaga.offices.units import units_on
from qadaga.organisation import subjects
from qadaga.organisation.exercise import exercise
from qadaga.organisation.orders.services import basis, carried_out
from qadaga.organisation.refusals import refused_by
from qadaga.organisation.succession import succeed
from qadaga.staff.duties.models import Distribution, Duty, Replacement
from qadaga.staff.models import Appointment

REFUSALS = {
    "replacement_place_once": FieldError(
        "places", "same_place", N_("Two people have the same place among those who replace the head.")
    ),
    "office_one_distribution": FieldError(
        "starts_on", "overlap", N_("A distribution for these days is there already. Choose another day.")
    ),
}


@dataclass(frozen=True, slots=True)
class Share:
    """What one officer gets: directions, units, kinds of bodies, territories, the place in replacing."""

    appointment_id: UUID
    directions: tuple[str, ...] = ()
    units: tuple[UUID, ...] = ()
    place: int | None = None
    bodies: tuple[str, ...] = ()
    katos: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it gives no work."""
        return not (self.directions or self.units or self.bodies or self.katos)


@implements("O.14.1", "O.14.3", "O.11")
@transaction.atomic
def distribute(
    *, by: Actor, on: date, office_id: UUID, starts_on: date, order_id: UUID | None, shares: Sequence[Share]
) -> Distribution:
    """Put a distribution in the place of the one in force from the day.

    Deputies coordinate and agree what they are given; other officers work in it. Raises InvalidInput (the
    order, an employee, the head, an unknown direction or unit, nobody given anything), NotPermitted.
    """
    office = offices.office_by_id(office_id)
    done = exercise(by, "duties.distribute", subjects.of_office(office, on, kind="duties"), on)
    order = basis(order_id, kind="duties", office=office, on=on)
    people = _people(office, shares, starts_on)
    row = Distribution(office=office, starts_on=starts_on, ground=str(order)[:300])
    with refused_by(REFUSALS):
        succeed(row, Distribution.objects.filter(office=office))
    Duty.objects.bulk_create(_duties(row, office, people, shares))
    with refused_by(REFUSALS):
        Replacement.objects.bulk_create(
            Replacement(distribution=row, appointment_id=share.appointment_id, place=share.place)
            for share in shares
            if share.place is not None
        )
    carried_out(
        order,
        what="duties.distribute",
        subject_kind="duties",
        subject_id=row.id,
        starts_on=starts_on,
        done=done,
    )
    done.record("duties.distribute", office.id, ("office", office.id), {"distribution": row.id})
    return row


def _people(office: Office, shares: Sequence[Share], on: date) -> dict[UUID, Appointment]:
    ids = {share.appointment_id for share in shares}
    rows = Appointment.objects.filter(in_force(on), id__in=ids, office=office)
    people = {row.id: row for row in rows}
    problems = Problems()
    if all(share.empty for share in shares):
        problems.add("shares", "empty", N_("Nobody is given anything. Choose directions for somebody."))
    if len(people) < len(ids):
        problems.add("shares", "not_here", N_("Somebody chosen holds no post in this office on that day."))
    if any(not row.officer for row in people.values()):
        problems.add("shares", "employee", N_("Duties of supervision are given to officers only (O.13.2)."))
    if any(row.heads for row in people.values()):
        problems.add("shares", "head", N_("The head leads everything and is given no part (O.12)."))
    problems.check()
    return people


def _duties(
    row: Distribution, office: Office, people: dict[UUID, Appointment], shares: Sequence[Share]
) -> list[Duty]:
    law = catalogue.law().at(row.starts_on)
    own = {unit.id for unit in units_on(office.id, row.starts_on)}
    if any(direction not in law.directions for share in shares for direction in share.directions):
        raise InvalidInput.of("shares", "unknown", N_("There is no such direction. Choose from the list."))
    _check_known(shares)
    if any(unit not in own for share in shares for unit in share.units):
        raise InvalidInput.of(
            "shares", "unknown", N_("The unit belongs to another office. Choose from the list.")
        )
    found = []
    for share in shares:
        held = people[share.appointment_id]
        about = {"distribution": row, "appointment": held, "leads": law.posts[held.post].deputy}
        found += [Duty(**about, direction=direction) for direction in share.directions]
        found += [Duty(**about, unit_id=unit) for unit in share.units]
        found += [Duty(**about, body_kind=kind) for kind in share.bodies]
        found += [Duty(**about, kato=code) for code in share.katos]
    return found


def _check_known(shares: Sequence[Share]) -> None:
    if any(kind not in BodyKind.values for share in shares for kind in share.bodies):
        raise InvalidInput.of(
            "shares", "unknown", N_("There is no such kind of bodies. Choose from the list.")
        )
    if any(code not in kato.units() for share in shares for code in share.katos):
        raise InvalidInput.of("shares", "unknown", N_("There is no such territory. Choose from the list."))

"""Forming a collegium, naming and releasing members, ending it; the rules of all collegia (L.1.5, L.1.11).

Keyword-only; each rests on a signed order of kind "collegium", is ruled on first and journalled last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.organisation import office_checks, subjects
from qadaga.organisation.collegia import checks
from qadaga.organisation.collegia.models import Collegium, CollegiumMember, CollegiumRules
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.services import basis, carried_out
from qadaga.organisation.refusals import check_period, locked, refused_by
from qadaga.organisation.succession import close
from qadaga.staff.models import Appointment

KIND = "collegium"
TWICE = {
    "collegium_one_of_office": FieldError(
        "starts_on", "formed", N_("The office has a collegium in that time already.")
    ),
    "collegium_seat_once": FieldError(
        "member", "seated", N_("This person is a member of the collegium in that time already.")
    ),
}


@implements("L.1.5")
@transaction.atomic
def form(
    *, by: Actor, on: date, office_id: UUID, order_id: UUID | None, starts_on: date, members: Collection[UUID]
) -> Collegium:
    """Form the collegium of the office from a day on, with its first members.

    Raises NotPermitted with L.1.5 where the office is of a kind that has none; InvalidInput (the order, the
    day, a member of another office, a collegium that is there already); NotFound.
    """
    office = locked(Office, office_id)
    done = exercise(by, "collegium.form", subjects.of_office(office, on, kind=KIND), on)
    order = basis(order_id, kind=KIND, office=office, on=on)
    office_checks.within_life(office, starts_on)
    seated = checks.people(office, members, starts_on)
    with refused_by(TWICE):
        row = Collegium.objects.create(office=office, order=order, starts_on=starts_on, ground=str(order))
    _seat(row, seated, order, starts_on)
    _note(order, office, starts_on, done)
    _record(row, done, {"order": order.id, "starts_on": starts_on, "members": [one.id for one in seated]})
    return row


@implements("L.1.5", "L.1.11")
@transaction.atomic
def seat(
    *, by: Actor, on: date, office_id: UUID, appointment_id: UUID, order_id: UUID | None, starts_on: date
) -> CollegiumMember:
    """Name one more member from a day on. Raises Conflict where there is no collegium; else as `form`."""
    row, done, order = _begin("collegium.seat", office_id, order_id, by, on)
    if starts_on < row.starts_on:
        message = N_("The collegium exists from %(on)s only.")
        raise InvalidInput.of("starts_on", "too_early", message, on=row.starts_on)
    seated = checks.people(row.office, [appointment_id], starts_on, "member")
    with refused_by(TWICE):
        (made,) = _seat(row, seated, order, starts_on)
    _note(order, row.office, starts_on, done)
    _record(row, done, {"order": order.id, "member": appointment_id, "starts_on": starts_on})
    return made


@implements("L.1.5", "L.1.11")
@transaction.atomic
def release(
    *, by: Actor, on: date, office_id: UUID, member_id: int, order_id: UUID | None, ends_on: date
) -> CollegiumMember:
    """Release a member; `ends_on` is the first day without. Raises NotFound, InvalidInput, NotPermitted."""
    row, done, order = _begin("collegium.seat", office_id, order_id, by, on)
    member = checks.seat_of(row, member_id)
    check_period(member.starts_on, ends_on)
    close([member], ends_on)
    _note(order, row.office, ends_on, done)
    _record(row, done, {"order": order.id, "member": member.appointment_id, "ends_on": ends_on})
    return member


@implements("L.1.5")
@transaction.atomic
def dissolve(*, by: Actor, on: date, office_id: UUID, order_id: UUID | None, ends_on: date) -> Collegium:
    """End the collegium and every seat in it; `ends_on` is the first day without."""
    row, done, order = _begin("collegium.form", office_id, order_id, by, on)
    check_period(row.starts_on, ends_on)
    late = row.members.filter(starts_on__gte=ends_on).first()
    if late is not None:
        message = N_("A member is named from %(on)s on. Choose a later day.")
        raise InvalidInput.of("ends_on", "later_change", message, on=late.starts_on)
    close(row.members.overlapping(ends_on, None), ends_on)
    close([row], ends_on)
    _note(order, row.office, ends_on, done)
    _record(row, done, {"order": order.id, "ends_on": ends_on})
    return row


@implements("L.1.11")
@transaction.atomic
def set_rules(*, by: Actor, on: date, order_id: UUID | None, starts_on: date) -> CollegiumRules:
    """Say which order of the Prosecutor General sets the rules of collegia and the status of members.

    Raises NotPermitted for anybody else, InvalidInput (the order, a later change).
    """
    office = locked(Office, by.office_id)
    done = exercise(by, "collegium.set_rules", subjects.of_office(office, on, kind=KIND), on)
    order = basis(order_id, kind=KIND, office=office, on=on)
    rows = CollegiumRules.objects.all()
    office_checks.no_later_change(rows, starts_on)
    close(rows.on(starts_on), starts_on)
    row = CollegiumRules.objects.create(order=order, starts_on=starts_on, ground=str(order))
    _note(order, office, starts_on, done)
    data = {"order": order.id, "starts_on": starts_on}
    done.record("collegium.set_rules", office.id, ("office", office.id), data)
    return row


def _begin(
    power: str, office_id: UUID, order_id: UUID | None, by: Actor, on: date
) -> tuple[Collegium, Exercise, Order]:
    office = locked(Office, office_id)
    done = exercise(by, power, subjects.of_office(office, on, kind=KIND), on)
    row = checks.standing(office, on)
    return row, done, basis(order_id, kind=KIND, office=office, on=on)


def _seat(
    row: Collegium, people: Iterable[Appointment], order: Order, starts_on: date
) -> list[CollegiumMember]:
    return CollegiumMember.objects.bulk_create(
        CollegiumMember(collegium=row, appointment=one, order=order, starts_on=starts_on, ground=str(order))
        for one in people
    )


def _note(order: Order, office: Office, starts_on: date, done: Exercise) -> None:
    what = done.ruling.power
    carried_out(order, what=what, subject_kind="office", subject_id=office.id, starts_on=starts_on, done=done)


def _record(row: Collegium, done: Exercise, data: dict[str, object]) -> None:
    done.record(done.ruling.power, row.office_id, ("office", row.office_id), {"collegium": row.id, **data})

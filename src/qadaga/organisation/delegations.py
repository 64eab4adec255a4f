"""Passing a power down for a time by an order, and taking it back (L.1.2, O.9)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.authority.delegations.models import Delegation
from qadaga.common.errors import Conflict, InvalidInput, NotFound, Problems
from qadaga.common.i18n import N_
from qadaga.law import catalogue, jurisdiction
from qadaga.law.coverage import implements
from qadaga.offices import selectors as offices
from qadaga.offices.models import Office
from qadaga.organisation import subjects
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.services import basis, carried_out

POWER = "power.delegate"
ORDER_KIND = "general"


@implements("L.1.2", "O.9")
@transaction.atomic
def delegate(
    *, by: Actor, on: date, office_id: UUID, power: str, starts_on: date, ends_on: date, order_id: UUID | None
) -> Delegation:
    """Pass a power of the actor's office to one below from `starts_on` up to, and not with, `ends_on`.

    Raises NotPermitted: not an office below, or not a power of the own office (O.9); InvalidInput: a power
    that the law lets nobody pass down, the days, the order, the same power passed for these days already.
    """
    standing.hold(by)
    # Locked: two orders at once must not both find the days free.
    office = Office.objects.select_for_update(no_key=True).get(pk=offices.office_by_id(office_id).id)
    done = exercise(by, POWER, subjects.of_office(office, on, marks=_marks(by, power, on)), on)
    _check(power, starts_on, ends_on, on)
    order = _order(order_id, by, office, on)
    _refuse_overlap(office, power, starts_on, ends_on)
    row = Delegation.objects.create(
        power=power,
        given_by_id=by.office_id,
        given_to=office,
        starts_on=starts_on,
        ends_on=ends_on,
        order_id=order.id,
        ground=str(order)[:300],
        by_id=by.appointment_id,
    )
    _note(row, order, starts_on, done)
    return row


@transaction.atomic
def withdraw(
    *, by: Actor, on: date, office_id: UUID, delegation_id: UUID, order_id: UUID | None
) -> Delegation:
    """Take a power back from the day on; what was done by it stays done.

    Whoever leads the office that gave it may, and one above that. Raises NotFound, NotPermitted, InvalidInput
    (the order), Conflict where it holds no longer, or where an office above the actor's gave it.
    """
    standing.hold(by)
    rows = Delegation.objects.select_for_update(of=("self",)).select_related("given_by", "given_to")
    row = rows.filter(pk=delegation_id, given_to=office_id).first()
    if row is None:
        raise NotFound()
    done = exercise(by, POWER, subjects.of_office(row.given_to, on), on)
    if row.withdrawn_on is not None or row.ends_on <= on:
        raise Conflict("over", N_("The power holds no longer: its time is over or it was taken back."))
    if by.office_code not in offices.path(row.given_by, on):
        raise Conflict(
            "not_yours", N_("An office above yours gave this power; only that office takes it back.")
        )
    order = _order(order_id, by, row.given_to, on)
    row.withdrawn_on, row.withdrawn_by_id, row.withdrawn_ground = on, by.appointment_id, str(order)[:300]
    row.save(update_fields=["withdrawn_on", "withdrawn_by", "withdrawn_ground"])
    _note(row, order, on, done)
    return row


def passable(on: date) -> list[str]:
    """The powers that the law of the day lets an office pass down: some condition gives way for them."""
    return [power.id for power in catalogue.law().at(on).powers.values() if jurisdiction.passable(power)]


def _marks(by: Actor, power: str, on: date) -> frozenset[str]:
    """`power_not_held` where the law gives the power to offices of another level or kind."""
    who, record = by.who(on), catalogue.law().at(on).powers.get(power)
    lacks = who is not None and record is not None and not jurisdiction.held_itself(record, who)
    return frozenset({"power_not_held"} if lacks else ())


def _check(power: str, starts_on: date, ends_on: date, on: date) -> None:
    problems = Problems()
    if power not in passable(on):
        problems.add("power", "unknown", N_("This power cannot be passed down. Choose one from the list."))
    if starts_on < on:
        problems.add("starts_on", "past", N_("A power is passed from today on, or from a later day."))
    if ends_on <= starts_on:
        problems.add("ends_on", "order", N_("The last day must be later than the first."))
    problems.check()


def _order(order_id: UUID | None, by: Actor, office: Office, on: date) -> Order:
    order = basis(order_id, kind=ORDER_KIND, office=office, on=on)
    if order.office_id != by.office_id:
        raise InvalidInput.of("order", "other_office", N_("Choose an order of your own office."))
    return order


def _refuse_overlap(office: Office, power: str, starts_on: date, ends_on: date) -> None:
    rows = Delegation.objects.filter(
        given_to=office, power=power, starts_on__lt=ends_on, ends_on__gt=starts_on
    )
    if any(row.last > starts_on for row in rows):
        raise InvalidInput.of(
            "starts_on", "overlap", N_("The office has this power for some of these days already.")
        )


def _note(row: Delegation, order: Order, starts_on: date, done: Exercise) -> None:
    carried_out(
        order, what=POWER, subject_kind="office", subject_id=row.given_to_id, starts_on=starts_on, done=done
    )
    data = {
        "delegation": row.id,
        "power": row.power,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "withdrawn_on": row.withdrawn_on,
    }
    done.record(POWER, row.given_to_id, ("office", row.given_to_id), data)

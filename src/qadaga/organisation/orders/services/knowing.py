"""Making an order known: who has to read it, who has, by a click or by a signature on paper (O.P4)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.dates import within
from qadaga.organisation.orders.choices import FamiliarWay
from qadaga.organisation.orders.models import Order, OrderAddressee
from qadaga.organisation.orders.selectors.reach import reachable
from qadaga.organisation.orders.services.base import begin, rule
from qadaga.organisation.orders.subject import not_subordinate
from qadaga.staff.models import Appointment


@implements("O.P4")
def confirm(*, order_id: UUID, by: Actor, on: date) -> OrderAddressee:
    """Say that one has read the order, for oneself. Raises NotPermitted, AlreadyDone, Conflict (cancelled).

    Only the person's own row is locked: thousands may confirm one order at the same time.
    """
    with transaction.atomic():
        order = reachable(Order.objects.select_related("office"), by, on, order_id)
        step = rule(order, "order.confirm", by=by, on=on)
        row = _row(order, by.appointment_id)
        row.familiar_on, row.way, row.recorded_by_id = on, FamiliarWay.SELF, by.appointment_id
        row.save(update_fields=["familiar_on", "way", "recorded_by"])
        step.journal(addressee=row.appointment_id)
        return row


@implements("O.P4")
def record_paper(
    *, order_id: UUID, appointment_id: UUID, signed_on: date, by: Actor, on: date
) -> OrderAddressee:
    """Record that somebody signed on paper for having read the order, on the day given.

    For anybody on the list of an own order, for the own people on an order of an office above. Raises
    NotFound for others, InvalidInput for a day before the signature of the order or still to come.
    """
    with transaction.atomic():
        order = reachable(Order.objects.select_related("office"), by, on, order_id)
        step = rule(order, "order.record_paper", by=by, on=on)
        row = _row(order, appointment_id)
        if by.office_id not in (order.office_id, row.appointment.office_id):
            raise NotFound()
        row.familiar_on = within("signed_on", signed_on, earliest=order.signed_on, latest=on)
        row.way, row.recorded_by_id = FamiliarWay.PAPER, by.appointment_id
        row.save(update_fields=["familiar_on", "way", "recorded_by"])
        step.journal(addressee=row.appointment_id, signed_on=signed_on)
        return row


@implements("O.P4", "O.13.2")
def address(
    *, order_id: UUID, version: int, addressees: Sequence[UUID], by: Actor, on: date
) -> list[OrderAddressee]:
    """Add people who have to know a signed order, such as newcomers; whoever is on the list stays on it.

    Somebody who is not subordinate to the office is refused with the clause (O.13.2).
    """
    wanted = set(addressees)
    with transaction.atomic():
        order = reachable(Order.objects.select_related("office"), by, on, order_id)
        extra = not_subordinate(order, wanted, on)
        step = begin(order_id, "order.address", version=version, by=by, on=on, extra=extra)
        if not wanted or Appointment.objects.filter(id__in=wanted).count() != len(wanted):
            raise InvalidInput.of("addressees", "unknown", N_("Choose the people from the list."))
        known = set(step.row.addressees.values_list("appointment_id", flat=True))
        made = OrderAddressee.objects.bulk_create(
            OrderAddressee(order=step.row, appointment_id=one) for one in sorted(wanted - known)
        )
        step.save()
        step.journal(addressees=[row.appointment_id for row in made])
        return made


def _row(order: Order, appointment_id: UUID) -> OrderAddressee:
    rows = OrderAddressee.objects.select_related("appointment").select_for_update(of=("self",))
    row = rows.filter(order=order, appointment=appointment_id).first()
    if row is None:
        raise NotFound()
    if row.familiar_on is not None:
        raise AlreadyDone()
    return row

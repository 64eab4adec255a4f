"""What other changes of the service rest on: the order that decides them; the note of what it did (O.4)."""

from datetime import date
from uuid import UUID

from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.offices.selectors import path
from qadaga.organisation.exercise import Exercise
from qadaga.organisation.orders.models import Order, OrderEffect

FIELD = "order"


@implements("O.4")
def basis(order_id: UUID | None, *, kind: str, office: Office, on: date) -> Order:
    """The order that a change rests on: of that kind, of the office or one above, in force on the day.

    Raises InvalidInput on "order" saying what is wrong with it and what to do.
    """
    if order_id is None:
        raise _fault("required", N_("This is done by an order. Choose a signed order by its number."))
    order = Order.objects.select_related("office").filter(id=order_id).first()
    if order is None:
        raise _fault("unknown", N_("There is no such order. Choose one from the list."))
    fault = _wrong(order, kind, office, on)
    if fault is not None:
        raise InvalidInput(fault)
    return order


def carried_out(
    order: Order, *, what: str, subject_kind: str, subject_id: UUID, starts_on: date, done: Exercise
) -> OrderEffect:
    """Note on the order's card what was done by it; in the transaction of the change, before its journal.

    `what` is the action as the journal names it, `starts_on` the day from which it holds.
    """
    return OrderEffect.objects.create(
        order=order,
        what=what,
        subject_kind=subject_kind,
        subject_id=subject_id,
        starts_on=starts_on,
        on=done.on,
        by_id=done.by.appointment_id,
    )


def _wrong(order: Order, kind: str, office: Office, on: date) -> FieldError | None:
    number = str(order)
    if order.signed_on is None:
        return _error("unsigned", N_("%(order)s is not signed yet. Have it signed first."), order=number)
    if order.kind != kind:
        message = N_("%(order)s is an order of another kind. Choose one that decides this.")
        return _error("other_kind", message, order=number, kind=kind)
    if order.office.code not in path(office, on):
        message = N_("%(order)s was issued by an office that this one is not under. Choose another.")
        return _error("other_office", message, order=number)
    if order.cancelled_on is not None and order.cancelled_on <= on:
        message = N_("%(order)s was cancelled on %(on)s. Choose one in force.")
        return _error("cancelled", message, order=number, on=order.cancelled_on.isoformat())
    if not order.in_force(on):
        message = N_("%(order)s has force from %(on)s only. Choose a day not before it.")
        return _error("not_in_force", message, order=number, on=order.in_force_on)
    return None


def _error(code: str, message: str, **data: object) -> FieldError:
    return FieldError(FIELD, code, message, data)


def _fault(code: str, message: str) -> InvalidInput:
    return InvalidInput(_error(code, message))

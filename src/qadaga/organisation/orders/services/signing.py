"""The signature: the head, or whoever replaces the head, gives an order number and force (O.15, O.P5)."""

from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.signing import deputy_has_to_agree, signer_of
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.services import store
from qadaga.law.catalogue import law
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.step import Step, signature
from qadaga.organisation.orders import content, searching
from qadaga.organisation.orders.choices import Audience, OrderForm, OrderKind, OrderStatus
from qadaga.organisation.orders.models import Order, OrderAddressee
from qadaga.organisation.orders.services.base import latest, lock, rule
from qadaga.organisation.orders.subordinates import audience
from qadaga.staff.models import Appointment


@implements("O.4", "O.15", "O.14.2", "O.P1", "O.P5", "O.13.1")
def sign(*, order_id: UUID, version: int, by: Actor, on: date) -> Order:
    """Sign the order: its number is taken, its PDF/A frozen and hashed, the people it is for are listed.

    Raises AlreadyDone (409) where it is signed already, whoever clicked first; NotPermitted (403) with the
    clause for anybody but the head or the head's replacement on the day, and for an addressee who is not
    subordinate; Conflict where it has still to be agreed; InvalidInput where it would begin before today.
    """
    with transaction.atomic():
        signer = signer_of(by)
        order = lock(order_id, by=by, on=on)
        if order.signed_on is not None:
            raise AlreadyDone()
        change.expect(order, version)
        step = rule(order, "order.sign", by=by, on=on)
        _refuse_unagreed(order, by, on)
        content.refuse_incomplete(order, latest(order))
        _freeze(step, signer)
        return order


def register_of(order: Order) -> str:
    """The register the order is numbered in (O.3)."""
    if order.form == OrderForm.DIRECTIVE:
        return "directive"
    return "personnel_order" if order.kind == OrderKind.PERSONNEL else "order"


def _refuse_unagreed(order: Order, by: Actor, on: date) -> None:
    """A head signs an own draft at once; what others wrote is agreed by a deputy first, if there is one."""
    if order.status == OrderStatus.AGREED:
        return
    if order.status == OrderStatus.DRAFT and order.author_id != by.appointment_id:
        raise Conflict("not_submitted", N_("The author has still to submit the draft for agreement."))
    if order.status == OrderStatus.AGREEMENT and deputy_has_to_agree(
        order.office_id, order.author.person_id, on
    ):
        raise Conflict("not_agreed", N_("The deputy has still to agree the draft, or to send it back."))


def _begins(order: Order, on: date) -> date:
    if order.begins_on is not None and order.begins_on < on:
        raise InvalidInput.of(
            "begins_on",
            "too_early",
            N_("An order has no force before its signature: choose %(on)s or later, or leave it empty."),
            on=on.isoformat(),
        )
    return order.begins_on or on


def _freeze(step: Step[Order], signer: Appointment) -> None:
    order, on = step.row, step.on
    begins_on = _begins(order, on)
    _address(order, signer, on)
    number, number_text = change.number(order.office, on, register_of(order))
    pdf = content.pdf(order, latest(order), signer=signer, on=on, number=number_text)
    stored = store(BytesIO(pdf), f"{order.form}-{on.year}-{number}.pdf", by=step.by)
    step.save(
        **signature(step, signer, number, number_text, stored),
        in_force_on=begins_on,
        basis=[{"clause": one, "edition": law().at(on).cite(one).edition} for one in order.norms],
    )
    searching.put(order)
    step.journal(sha256=stored.sha256, number=number, version_no=latest(order).no)


def _address(order: Order, signer: Appointment, on: date) -> None:
    """Everybody who has to know it; whoever signs knows it already (O.P4)."""
    if order.audience != Audience.LISTED:
        everybody = audience(order, on).exclude(person=signer.person_id).values_list("id", flat=True)
        OrderAddressee.objects.bulk_create(
            OrderAddressee(order=order, appointment_id=one) for one in everybody
        )

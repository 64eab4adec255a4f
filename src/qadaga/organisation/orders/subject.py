"""What the law kernel is told about an order: its office, status, and marks about this actor."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Value

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.subject import path_of
from qadaga.organisation.orders.choices import OrderKind
from qadaga.organisation.orders.models import Order, OrderAddressee, OrderPoint
from qadaga.organisation.orders.subordinates import outside, unbound
from qadaga.organisation.orders.transitions import UNSIGNED

MARK_OF_KIND = {
    OrderKind.PERSONNEL: "personnel",
    OrderKind.STRUCTURE: "structure_order",
    OrderKind.STAFFING: "structure_order",
    OrderKind.COLLEGIUM: "collegium_order",
}


def order_subject(order: Order, actor: Actor, on: date, extra: Iterable[str] = ()) -> Subject:
    """The order as the law sees it on the day.

    Marks: what it is about; "begun" once saved; this actor's "author", "addressee", "controller", "executor";
    "addressee_not_subordinate" of a draft that names somebody the signer has no word over (O.13.2).
    """
    return Subject(
        kind="order",
        office=order.office.code,
        path=path_of(order.office, actor, on),
        status=order.status,
        marks=_kind(order) | _own(order, actor) | _named(order, actor, on) | frozenset(extra),
    )


def not_subordinate(order: Order, appointments: Iterable[Any], on: date) -> frozenset[str]:
    """The mark that forbids naming people whom the order cannot bind."""
    named = [one for one in appointments if one is not None]
    found = named and outside(order.office_id, named, on)
    return frozenset({"addressee_not_subordinate"} if found else ())


def _kind(order: Order) -> frozenset[str]:
    mark = MARK_OF_KIND.get(OrderKind(order.kind))
    return frozenset({mark} if mark else ())


def _own(order: Order, actor: Actor) -> frozenset[str]:
    own = {"author": order.author_id, "controller": order.controller_id}
    marks = {mark for mark, held in own.items() if held == actor.appointment_id}
    return frozenset(marks if order._state.adding else {*marks, "begun"})


def _named(order: Order, actor: Actor, on: date) -> frozenset[str]:
    """Marks that the rows of the order tell, asked once of each order read."""
    answers: dict[tuple[object, ...], frozenset[str]] = order.__dict__.setdefault("_answers", {})
    question = _question(order, actor, on)
    if question not in answers:
        answers[question] = _ask(order, actor, on)
    return answers[question]


def named_here(actor: Actor, on: date) -> dict[str, Exists]:
    """Whether the order names this actor, and people it cannot bind, asked with the order itself.

    `remember` takes the answers over.
    """
    to = OrderAddressee.objects.filter(order=OuterRef("pk"), appointment=actor.appointment_id)
    points = OrderPoint.objects.filter(order=OuterRef("pk"), executor=actor.appointment_id)
    drafted = OrderAddressee.objects.filter(order=OuterRef("pk"), order__status__in=UNSIGNED)
    foreign = drafted.filter(unbound("orders_order.office_id", on, "appointment__"))
    return {
        "names_addressee": Exists(to),
        "names_executor": Exists(points),
        "names_foreign": Exists(foreign),
    }


def remember(order: Order, actor: Actor, on: date) -> None:
    """Keep what `named_here` told of the order, so that it is not asked again."""
    if order.status in UNSIGNED:
        told = {"addressee_not_subordinate"} if order.names_foreign else set()  # type: ignore[attr-defined]  # annotated
    else:
        told = {mark for mark in ("addressee", "executor") if getattr(order, f"names_{mark}")}
    order.__dict__.setdefault("_answers", {})[_question(order, actor, on)] = frozenset(told)


def _question(order: Order, actor: Actor, on: date) -> tuple[object, ...]:
    return ("named", actor.appointment_id, on, order.status, order.version)


def _ask(order: Order, actor: Actor, on: date) -> frozenset[str]:
    if order._state.adding:
        return frozenset()
    if order.status in UNSIGNED:
        return not_subordinate(order, order.addressees.values_list("appointment_id", flat=True), on)
    to = OrderAddressee.objects.filter(order=order, appointment=actor.appointment_id)
    points = OrderPoint.objects.filter(order=order, executor=actor.appointment_id)
    marks = to.values_list(Value("addressee")).union(points.values_list(Value("executor")))
    return frozenset(row[0] for row in marks)

"""The card of an order: reading it, its parts, who is familiar, what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Q, QuerySet, Subquery

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.changes import Change, changes
from qadaga.common.errors import NotFound
from qadaga.law.coverage import implements
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Term, TermEvent
from qadaga.matters.selectors.actions import Action, judged
from qadaga.organisation.orders import content
from qadaga.organisation.orders.models import (
    Order,
    OrderAddressee,
    OrderEffect,
    OrderMove,
    OrderPoint,
    OrderRemark,
    OrderVersion,
    PointReport,
    PointTerm,
)
from qadaga.organisation.orders.selectors.reach import reachable
from qadaga.organisation.orders.services.base import latest
from qadaga.organisation.orders.subject import named_here, order_subject, remember
from qadaga.organisation.orders.transitions import ORDER

POWERS = (
    "order.confirm",
    "order.draft",
    "order.submit",
    "order.agree",
    "order.send_back",
    "order.sign",
    "order.publish",
    "order.address",
    "order.record_paper",
    "order.control",
    "order.report",
    "order.accept",
    "order.cancel_point",
    "order.withdraw",
    "order.cancel",
)
FIELDS = ("title_kk", "text_kk", "title_ru", "text_ru")
_OWN = "t.order_id = %(id)s"
_BY = ("by_id",)
_TERM = (
    "t.subject_kind = 'order_point' AND "
    "t.subject_id IN (SELECT p.id FROM orders_orderpoint p WHERE p.order_id = %(id)s)"
)
_TERM_EVENT = f"t.term_id IN (SELECT t.id FROM matters_term t WHERE {_TERM})"  # noqa: S608 - constants of ours
PARTS: tuple[Part, ...] = (
    Part("versions", OrderVersion, _OWN, _BY),
    Part("remarks", OrderRemark, _OWN, _BY),
    Part("moves", OrderMove, _OWN, _BY),
    Part("points", OrderPoint, _OWN, ("executor_id", "done_by_id")),
    Part("point_terms", PointTerm, _OWN, _BY),
    Part("reports", PointReport, _OWN, _BY),
    Part("terms", Term, _TERM),
    Part("term_events", TermEvent, _TERM_EVENT, _BY),
    Part("effects", OrderEffect, _OWN, _BY),
)
ROWS = Order.objects.select_related(
    "office",
    "author__person",
    "author__office",
    "signer__person",
    "signer__office",
    "controller__person",
    "controller__office",
    "pdf",
    "cancelling",
)


@dataclass(frozen=True, slots=True)
class Known:
    """How many people an order is made known to, how many are familiar with it, and some of the rows.

    `own`: whether the person who looks is familiar with it already.
    """

    of: int
    familiar: int
    rows: Sequence[OrderAddressee]
    own: bool = False

    @property
    def waiting(self) -> int:
        """How many are not familiar yet."""
        return self.of - self.familiar


@implements("O.P4", "O.8.d5")
def read_order(actor: Actor, on: date, pk: Any) -> Order:
    """The order for its card: NotFound out of reach, NotPermitted for an order on other people."""
    order = reachable(ROWS.annotate(**named_here(actor, on)), actor, on, pk)
    remember(order, actor, on)
    authority.admit(actor, "order.read", order_subject(order, actor, on), on=on)
    return order


def order_parts(order: Order) -> Gathered:
    """Everything that hangs on an order already found. One query."""
    return gather(PARTS, order.id)


def order_actions(order: Order, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on an order, in the order of the work."""
    return judged(ORDER, POWERS, order_subject(order, actor, on), actor, on)


@implements("O.P4")
def known(order: Order, actor: Actor, *, after: UUID | None = None, size: int = 50) -> Known:
    """Who has to know the order, those who do not yet first; `after` goes on behind that row.

    The counts come with the rows: one query, and one more behind a row.
    """
    rows = OrderAddressee.objects.filter(order=order)
    familiar = rows.filter(familiar_on__isnull=False)
    listed = rows.select_related("appointment__person", "appointment__office", "recorded_by__person")
    listed = listed.annotate(
        of=_count(rows),
        familiar=_count(familiar),
        own=Exists(familiar.filter(appointment=actor.appointment_id)),
    )
    if after is not None:
        last = rows.filter(id=after).first()
        listed = listed.filter(_behind(last)) if last is not None else listed.none()
    waiting_first = listed.extra(select={"known": "familiar_on IS NOT NULL"}).order_by("known", "id")
    found = list(waiting_first[:size])
    if found:
        # Without anybody familiar the subquery has no group to count.
        return Known(found[0].of, found[0].familiar or 0, found, own=found[0].own)
    if after is None:
        return Known(0, 0, ())
    counts = rows.aggregate(of=Count("id"), familiar=Count("familiar_on"))
    return Known(counts["of"], counts["familiar"], ())


def _count(rows: QuerySet[OrderAddressee]) -> Subquery:
    return Subquery(rows.order_by().values("order").annotate(count=Count("id")).values("count"))


def _behind(last: OrderAddressee) -> Q:
    if last.familiar_on is None:
        return Q(familiar_on__isnull=True, id__gt=last.id) | Q(familiar_on__isnull=False)
    return Q(familiar_on__isnull=False, id__gt=last.id)


def versions(order: Order) -> list[OrderVersion]:
    """The saved texts, the newest first."""
    return list(order.versions.select_related("by__person").order_by("-no"))


def compare(order: Order, older: int, newer: int) -> list[Change]:
    """What changed from one saved text to another. NotFound for a number never saved."""
    found = {row.no: row for row in order.versions.filter(no__in=[older, newer])}
    if older not in found or newer not in found:
        raise NotFound()
    return changes(FIELDS, found[older], found[newer])


def draft_pdf(order: Order) -> bytes:
    """The last saved text as it would print, marked as a draft. Nothing is stored."""
    return content.pdf(order, latest(order))

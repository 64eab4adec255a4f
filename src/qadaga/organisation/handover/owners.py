"""Which columns say in whose hands open work is, and which rows of them are open (O.13.1, O.P3, O.P4, O.3).

A hand-over empties each of them for the one who leaves. What has no line here is a record of who did
something, or follows something that has; the tests hold every other key to an appointment against that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga.acts.models import Act
from qadaga.acts.models.act import BEFORE_SIGNING
from qadaga.matters.models import Matter
from qadaga.matters.models.matter import WITH_ASSIGNEE
from qadaga.organisation.handover.items import Kind
from qadaga.organisation.orders.models import Order, OrderAddressee, OrderPoint
from qadaga.organisation.orders.transitions import UNSIGNED
from qadaga.organisation.seals.models import Seal
from qadaga.staff.duties.models import Duty, Replacement


def _in_force_or_later(on: date) -> Q:
    return Q(distribution__ends_on__isnull=True) | Q(distribution__ends_on__gt=on)


# The column, the sort of thing it owns, and the condition of being open. What stands under control: an order
# not signed yet, or signed with a point still open (`due_on`).
OWNERS: Mapping[tuple[type[Any], str], tuple[Kind, Q | Callable[[date], Q]]] = {
    (Matter, "assignee"): (Kind.MATTER, Q(status__in=WITH_ASSIGNEE)),
    (Act, "author"): (Kind.DRAFT, Q(status__in=BEFORE_SIGNING)),
    (Order, "author"): (Kind.ORDER_DRAFT, Q(status__in=UNSIGNED)),
    (Order, "controller"): (Kind.CONTROL, Q(status__in=UNSIGNED) | Q(status="signed", due_on__isnull=False)),
    (OrderPoint, "executor"): (Kind.POINT, Q(done_on__isnull=True, order__status="signed")),
    (OrderAddressee, "appointment"): (
        Kind.READING,
        Q(familiar_on__isnull=True, order__status__in=(*UNSIGNED, "signed")),
    ),
    (Seal, "holder"): (Kind.SEAL, Q(status="held", offered__isnull=True)),
    (Seal, "offered"): (Kind.SEAL, Q(status="held")),
    (Duty, "appointment"): (Kind.DUTIES, _in_force_or_later),
    (Replacement, "appointment"): (Kind.DUTIES, _in_force_or_later),
}


def open_rows(model: type[Any], column: str, on: date) -> QuerySet[Any]:
    """The rows of the column that are open on the day, whoever owns them."""
    condition = OWNERS[model, column][1]
    rows: QuerySet[Any] = model._default_manager.all()
    return rows.filter(condition if isinstance(condition, Q) else condition(on))


def held_by(appointment_id: UUID, model: type[Any], column: str, on: date) -> QuerySet[Any]:
    """The open rows in the hands of the appointment by that column."""
    return open_rows(model, column, on).filter(**{column: appointment_id})


def left_behind(model: type[Any], column: str, on: date) -> QuerySet[Any]:
    """Open rows in the hands of somebody whose post is over on the day."""
    return open_rows(model, column, on).filter(**{f"{column}__ends_on__lte": on})

"""What hangs on an order: its texts, what changed, the paper, who is familiar, points, what it did."""

from uuid import UUID

from django.http import HttpResponseBase

from qadaga.api.act_papers import paper
from qadaga.api.act_shapes import ChangeOut
from qadaga.api.auth import ApiRequest
from qadaga.api.order_shapes import EffectOut, KnownOut, OrderVersionOut, PointOut
from qadaga.api.routing import Router
from qadaga.common.changes import Change
from qadaga.documents.downloads import attachment
from qadaga.organisation.orders.models import Order, OrderEffect, OrderPoint, OrderVersion
from qadaga.organisation.orders.selectors.card import Known, compare, draft_pdf, known, read_order, versions


def _order(request: ApiRequest, pk: UUID) -> Order:
    return read_order(request.actor, request.on, pk)


def mount(router: Router) -> None:
    """Add the endpoints to the router of orders."""

    @router.get("/{uuid:pk}/versions", response=list[OrderVersionOut])
    def saved(request: ApiRequest, pk: UUID) -> list[OrderVersion]:
        """The saved texts, the newest first."""
        return versions(_order(request, pk))

    @router.get("/{uuid:pk}/versions/{int:older}-{int:newer}", response=list[ChangeOut])
    def compared(request: ApiRequest, pk: UUID, older: int, newer: int) -> list[Change]:
        """What changed from one saved text to another, paragraph by paragraph."""
        return compare(_order(request, pk), older, newer)

    @router.get("/{uuid:pk}/pdf")
    def pdf(request: ApiRequest, pk: UUID) -> HttpResponseBase:
        """The frozen PDF/A of a signed order; before that the last text, marked as a draft."""
        order = _order(request, pk)
        return attachment(order.pdf) if order.pdf is not None else paper(draft_pdf(order), "draft.pdf")

    @router.get("/{uuid:pk}/familiar", response=KnownOut)
    def familiar(request: ApiRequest, pk: UUID, after: UUID | None = None) -> Known:
        """Who has to know the order and who is familiar with it."""
        return known(_order(request, pk), request.actor, after=after, size=100)

    @router.get("/{uuid:pk}/points", response=list[PointOut])
    def points(request: ApiRequest, pk: UUID) -> list[OrderPoint]:
        """The points under control."""
        return list(_order(request, pk).points.order_by("no"))

    @router.get("/{uuid:pk}/effects", response=list[EffectOut])
    def effects(request: ApiRequest, pk: UUID) -> list[OrderEffect]:
        """What was done by the order."""
        return list(_order(request, pk).effects.order_by("id"))

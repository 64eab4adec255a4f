"""Rows of orders: the order itself, who has to know it, who carries it out, what it did."""

from qadaga.organisation.orders.models.carrying import OrderEffect, OrderPoint, PointReport, PointTerm
from qadaga.organisation.orders.models.knowing import OrderAddressee
from qadaga.organisation.orders.models.order import Order, OrderMove, OrderRemark, OrderVersion

__all__ = [
    "Order",
    "OrderAddressee",
    "OrderEffect",
    "OrderMove",
    "OrderPoint",
    "OrderRemark",
    "OrderVersion",
    "PointReport",
    "PointTerm",
]

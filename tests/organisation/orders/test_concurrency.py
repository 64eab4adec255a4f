"""Several people at once, on real connections: one signature counts, numbers have no gaps."""

from functools import partial

import pytest

from qadaga.organisation.orders import services
from qadaga.organisation.orders.models import Order
from tests.ordering import make_draft, signed_order
from tests.organisation.orders.conftest import TODAY, House, make_house
from tests.parallel import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house() -> House:
    return make_house()


def kinds(outcomes: list[object]) -> list[str]:
    return sorted(type(outcome).__name__ for outcome in outcomes)


def test_two_signatures_at_once_make_one(house: House) -> None:
    order = make_draft(house.head, TODAY)
    sign = partial(services.sign, order_id=order.id, version=order.version, by=house.head, on=TODAY)
    assert kinds(at_once([sign] * 3)) == ["AlreadyDone", "AlreadyDone", "Order"]
    assert Order.objects.get().number == 1


def test_orders_signed_at_once_are_numbered_without_gaps(house: House) -> None:
    drafts = [make_draft(house.head, TODAY) for _ in range(5)]
    works = [
        partial(services.sign, order_id=one.id, version=one.version, by=house.head, on=TODAY)
        for one in drafts
    ]
    assert kinds(at_once(works)) == ["Order"] * 5
    assert sorted(Order.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]


def test_many_confirm_one_order_at_once_and_each_only_once(house: House) -> None:
    order = signed_order(house.head, TODAY)
    works = [
        partial(services.confirm, order_id=order.id, by=who, on=TODAY)
        for who in (house.clerk, house.clerk, house.deputy, house.assistant)
    ]
    assert kinds(at_once(works)) == ["AlreadyDone", *["OrderAddressee"] * 3]

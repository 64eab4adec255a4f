"""What other changes rest on: an order of the right kind, office and day."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.forms import ValidationError

from qadaga.common.errors import InvalidInput
from qadaga.organisation.exercise import exercise
from qadaga.organisation.orders import services
from qadaga.organisation.subjects import of_office
from qadaga.web.orders.fields import OrderField
from tests.ordering import make_draft, signed_order
from tests.organisation.orders.conftest import TODAY, House


def code(error: pytest.ExceptionInfo[InvalidInput]) -> str:
    (fault,) = error.value.fields
    assert fault.field == "order"
    return fault.code


def test_an_order_in_force_of_the_office_or_one_above_is_a_basis(house: House) -> None:
    for order in (
        signed_order(house.head, TODAY, kind="duties"),
        signed_order(house.regional, TODAY, kind="duties"),
    ):
        assert services.basis(order.id, kind="duties", office=house.office, on=TODAY) == order


def test_anything_else_is_none_and_says_why(house: House) -> None:
    draft = make_draft(house.head, TODAY, kind="duties")
    signed = signed_order(house.head, TODAY, kind="duties")
    later = signed_order(house.head, TODAY, kind="duties", begins_on=TODAY + timedelta(days=1))
    gone = signed_order(house.head, TODAY, kind="duties")
    services.cancel(order_id=gone.id, version=gone.version, reason="x", by=house.head, on=TODAY)
    cases = [
        (None, "duties", house.office, "required"),
        (uuid4(), "duties", house.office, "unknown"),
        (draft.id, "duties", house.office, "unsigned"),
        (signed.id, "personnel", house.office, "other_kind"),
        (signed.id, "duties", house.beside, "other_office"),
        (signed.id, "duties", house.region, "other_office"),
        (later.id, "duties", house.office, "not_in_force"),
        (gone.id, "duties", house.office, "cancelled"),
    ]
    for order_id, kind, office, expected in cases:
        with pytest.raises(InvalidInput) as refused:
            services.basis(order_id, kind=kind, office=office, on=TODAY)
        assert code(refused) == expected


def test_what_an_order_did_stands_on_it(house: House) -> None:
    order = signed_order(house.head, TODAY)
    done = exercise(house.head, "acting.appoint", of_office(house.office, TODAY, kind="acting_head"), TODAY)
    services.carried_out(
        order,
        what="acting.appoint",
        subject_kind="office",
        subject_id=house.office.id,
        starts_on=TODAY,
        done=done,
    )
    (effect,) = order.effects.all()
    assert (effect.what, effect.subject_id, effect.by_id) == (
        "acting.appoint",
        house.office.id,
        house.head.appointment_id,
    )


def test_the_field_takes_a_number_and_gives_the_order(house: House) -> None:
    order = signed_order(house.head, TODAY, kind="duties")
    field = OrderField(required=False)
    field.offer(kind="duties", office=house.office, on=TODAY)
    assert field.clean(f" {order} ") == order.id
    assert field.clean("") is None
    assert str(order) in field.widget.render("order", "")


def test_the_field_refuses_a_number_that_decides_nothing_here(house: House) -> None:
    order = signed_order(house.head, TODAY, kind="general")
    field = OrderField()
    field.offer(kind="duties", office=house.office, on=TODAY)
    with pytest.raises(ValidationError) as refused:
        field.clean(str(order))
    assert refused.value.code == "no_such_order"

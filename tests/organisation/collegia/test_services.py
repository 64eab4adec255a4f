"""Where a collegium may be, who sits in it, by which order (L.1.5, L.1.11)."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.offices.models import Office
from qadaga.organisation.collegia import selectors, services
from qadaga.organisation.collegia.models import Collegium
from qadaga.organisation.orders.models import Order, OrderEffect
from qadaga.staff.models import Appointment
from tests.ordering import signed_order
from tests.staffing import actor_of, make_appointment, make_office

TODAY = date(2026, 9, 7)
LATER = TODAY + timedelta(days=30)


@dataclass
class House:
    """A region with its head, deputy and a district, another region, and a signed order on the collegium."""

    top: Office
    region: Office
    district: Office
    head: Appointment
    deputy: Appointment
    below: Appointment
    stranger: Appointment
    order: Order

    def actor(self, held: Appointment) -> Actor:
        return actor_of(held, TODAY)

    def form(self, *members: Appointment, **given: object) -> Collegium:
        values: dict[str, object] = {"office_id": self.region.id, "order_id": self.order.id, **given}
        values = {"by": self.actor(self.head), "on": TODAY, "starts_on": TODAY, **values}
        return services.form(members=[one.id for one in members], **values)  # type: ignore[arg-type]

    def given(self) -> dict[str, object]:
        who = {"by": self.actor(self.head), "on": TODAY}
        return {**who, "office_id": self.region.id, "order_id": self.order.id}


@pytest.fixture
def house(db: None) -> House:
    top = make_office("t", "general")
    region = make_office("r", "region", top)
    district = make_office("d", "district", region)
    head = make_appointment(region, "regional_prosecutor")
    return House(
        top,
        region,
        district,
        head,
        make_appointment(region, "deputy_regional"),
        make_appointment(district, "district_prosecutor"),
        make_appointment(make_office("r2", "region", top), "regional_prosecutor"),
        signed_order(actor_of(head, TODAY), TODAY, kind="collegium"),
    )


def _names(house: House, on: date) -> list[Appointment]:
    return [row.appointment for row in selectors.composition(house.region, on).members]


def _code(refused: pytest.ExceptionInfo[InvalidInput]) -> tuple[str, str]:
    (fault,) = refused.value.fields
    return fault.field, fault.code


def test_a_region_forms_its_collegium_and_changes_its_members(house: House) -> None:
    row = house.form(house.deputy, house.head)
    assert _names(house, TODAY) == [house.head, house.deputy]
    services.seat(**house.given(), appointment_id=house.below.id, starts_on=LATER)
    (member,) = row.members.filter(appointment=house.deputy)
    services.release(**house.given(), member_id=member.pk, ends_on=LATER)
    assert _names(house, LATER) == [house.head, house.below]
    assert _names(house, TODAY) == [house.head, house.deputy]
    assert selectors.collegium_of(house.region, TODAY).seats == 2
    services.dissolve(**house.given(), ends_on=LATER + timedelta(days=1))
    assert selectors.composition(house.region, LATER + timedelta(days=1)).collegium is None
    assert OrderEffect.objects.filter(order=house.order).count() == 4


def test_a_seat_is_lost_with_the_post(house: House) -> None:
    house.form(house.head, house.deputy)
    Appointment.objects.filter(id=house.deputy.id).update(ends_on=LATER)
    assert _names(house, LATER) == [house.head]
    assert selectors.collegium_of(house.region, LATER).seats == 1


def test_a_district_has_none_and_is_told_why(house: House) -> None:
    by = house.actor(house.below)
    with pytest.raises(NotPermitted) as refused:
        house.form(house.below, by=by, office_id=house.district.id)
    assert "L.1.5" in {one.citation.clause for one in refused.value.ruling.missing}
    assert not selectors.may_have("district", TODAY)
    # Not even behind the services' back does one show.
    Collegium.objects.create(office=house.district, order=house.order, starts_on=TODAY)
    assert selectors.collegium_of(house.district, TODAY) is None


@pytest.mark.parametrize(
    ("fault", "given"),
    [
        (("members", "required"), {}),
        (("members", "elsewhere"), {"member": "stranger"}),
        (("members", "no_post"), {"member": "deputy", "starts_on": date(2019, 12, 31)}),
        (("order", "required"), {"member": "deputy", "order_id": None}),
        (("starts_on", "office_closed"), {"member": "deputy", "starts_on": date(2019, 1, 1)}),
    ],
)
def test_what_cannot_be_is_refused(house: House, fault: tuple[str, str], given: dict[str, object]) -> None:
    if fault[1] == "no_post":
        Office.objects.filter(id=house.region.id).update(opened_on=date(2015, 1, 1))
    people = [getattr(house, str(given["member"]))] if "member" in given else []
    with pytest.raises(InvalidInput) as refused:
        house.form(*people, **{name: value for name, value in given.items() if name != "member"})
    assert _code(refused) == fault
    assert not Collegium.objects.exists()


def test_an_order_of_another_kind_or_of_a_stranger_is_no_ground(house: House) -> None:
    general = signed_order(house.actor(house.head), TODAY)
    foreign = signed_order(house.actor(house.stranger), TODAY, kind="collegium")
    for order, code in ((general, "other_kind"), (foreign, "other_office")):
        with pytest.raises(InvalidInput) as refused:
            house.form(house.head, order_id=order.id)
        assert _code(refused) == ("order", code)


def test_one_collegium_at_a_time_and_one_seat_of_a_person(house: House) -> None:
    house.form(house.head)
    with pytest.raises(InvalidInput) as refused:
        house.form(house.head, starts_on=LATER)
    assert _code(refused) == ("starts_on", "formed")
    with pytest.raises(InvalidInput) as refused:
        services.seat(**house.given(), appointment_id=house.head.id, starts_on=LATER)
    assert _code(refused) == ("member", "seated")


def test_without_a_collegium_nobody_is_seated_or_released(house: House) -> None:
    with pytest.raises(Conflict):
        services.seat(**house.given(), appointment_id=house.deputy.id, starts_on=TODAY)
    house.form(house.head)
    with pytest.raises(NotFound):
        services.release(**house.given(), member_id=0, ends_on=LATER)
    services.seat(**house.given(), appointment_id=house.deputy.id, starts_on=LATER)
    with pytest.raises(InvalidInput) as refused:
        services.dissolve(**house.given(), ends_on=LATER)
    assert _code(refused) == ("ends_on", "later_change")


def test_the_prosecutor_general_alone_sets_the_rules(house: House) -> None:
    general = make_appointment(house.top, "prosecutor_general")
    first, second = (
        signed_order(actor_of(general, TODAY), TODAY, kind="collegium").id,
        signed_order(actor_of(general, TODAY), TODAY, kind="collegium").id,
    )
    with pytest.raises(NotPermitted):
        services.set_rules(by=house.actor(house.head), on=TODAY, order_id=first, starts_on=TODAY)
    by = actor_of(general, TODAY)
    row = services.set_rules(by=by, on=TODAY, order_id=first, starts_on=TODAY)
    services.set_rules(by=by, on=TODAY, order_id=second, starts_on=LATER)
    row.refresh_from_db()
    assert row.ends_on == LATER
    assert selectors.composition(house.region, LATER).rules.order_id == second

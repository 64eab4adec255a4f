"""A power passed down by an order lets the lower office do what it may not by itself, for its time only."""

from datetime import date, timedelta
from functools import partial

import pytest
from pytest_django import DjangoAssertNumQueries

from qadaga import authority
from qadaga.acts.models import Act
from qadaga.acts.subject import act_subject
from qadaga.authority.delegations import selectors
from qadaga.authority.delegations.models import Delegation
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.journal.models import Entry
from qadaga.law import catalogue, competence, jurisdiction
from qadaga.law.messages import BY_MARK
from qadaga.law.model import Subject
from qadaga.matters.step import stored
from qadaga.organisation import delegations
from qadaga.organisation.orders.models import Order, OrderEffect
from tests.casework import MONDAY, Town, assigned_matter, draft_protest, make_town
from tests.ordering import signed_order
from tests.parallel import at_once

MONTH = MONDAY + timedelta(days=30)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture
def order(town: Town) -> Order:
    """An order of the region on the work of the office."""
    return signed_order(town.actor("region_head"), MONDAY)


def passed(town: Town, order: Order, by: str = "region_head", **changed: object) -> Delegation:
    values = {
        **{"office_id": town.district.id, "power": "act.sign", "starts_on": MONDAY, "ends_on": MONTH},
        **{"order_id": order.id, "by": town.actor(by), "on": MONDAY},
        **changed,
    }
    return delegations.delegate(**values)  # type: ignore[arg-type]


def act_to_a_ministry(town: Town) -> Act:
    act = draft_protest(town, assigned_matter(town))
    act.addressee.kind = "central"
    act.addressee.save()
    return act


def may_sign(town: Town, act: Act, on: date) -> bool:
    head = town.actor("head", on)
    return authority.may(head, "act.sign", act_subject(act, head, on), on=on).allowed


def test_a_district_signs_to_a_ministry_while_the_power_is_passed_to_it(town: Town, order: Order) -> None:
    act = act_to_a_ministry(town)
    assert not may_sign(town, act, MONDAY)
    row = passed(town, order, starts_on=MONDAY + timedelta(days=1))
    assert not may_sign(town, act, MONDAY)
    assert may_sign(town, act, MONDAY + timedelta(days=1))
    assert may_sign(town, act, MONTH - timedelta(days=1))
    assert not may_sign(town, act, MONTH)
    assert not selectors.passed(town.actor("neighbour", MONTH), "act.sign", MONDAY)
    assert [one.id for one in selectors.of_office(town.district.id)] == [row.id]
    entry = Entry.objects.get(action="power.delegate")
    assert (entry.office_id, entry.data["power"]) == (town.district.id, "act.sign")
    assert OrderEffect.objects.filter(order=order, what="power.delegate").count() == 1


def test_a_power_taken_back_holds_no_longer_and_may_be_passed_anew(town: Town, order: Order) -> None:
    act, row = act_to_a_ministry(town), passed(town, order)
    day = MONDAY + timedelta(days=3)
    about = {"office_id": town.district.id, "delegation_id": row.id, "order_id": order.id}
    delegations.withdraw(**about, by=town.actor("region_head", day), on=day)
    assert may_sign(town, act, day - timedelta(days=1))
    assert not may_sign(town, act, day)
    with pytest.raises(Conflict):
        delegations.withdraw(**about, by=town.actor("region_head", day), on=day)
    passed(town, order, by="region_head", starts_on=day, on=day)
    assert may_sign(town, act, day)


@pytest.mark.parametrize("by", ["head", "neighbour", "region_prosecutor"])
def test_nobody_but_the_head_of_an_office_above_passes_a_power(town: Town, order: Order, by: str) -> None:
    with pytest.raises(authority.NotPermitted):
        passed(town, order, by=by)
    assert not Delegation.objects.exists()


def test_the_own_office_gets_nothing_passed(town: Town, order: Order) -> None:
    with pytest.raises(authority.NotPermitted) as refused:
        passed(town, order, office_id=town.region.id)
    assert [missing.code for missing in refused.value.ruling.missing] == ["relation"]


def test_a_power_that_the_own_office_does_not_hold_is_not_passed_on(
    town: Town, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    passable, held = jurisdiction.passable, jurisdiction.held_itself
    powers = catalogue.load().powers
    district, region = town.actor("head").today, town.actor("region_head").today
    assert passable(powers["judicial.protest"])
    assert not passable(powers["matter.open"])
    assert held(powers["judicial.protest"], region)
    assert not held(powers["judicial.protest"], district)
    monkeypatch.setattr(jurisdiction, "held_itself", lambda _power, who: who.level == 1)
    with pytest.raises(authority.NotPermitted) as refused:
        passed(town, order)
    assert [missing.message for missing in refused.value.ruling.missing] == [BY_MARK["power_not_held"]]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"power": "matter.open"}, "power"),
        ({"power": "no.such"}, "power"),
        ({"starts_on": MONDAY - timedelta(days=1)}, "starts_on"),
        ({"ends_on": MONDAY}, "ends_on"),
        ({"order_id": None}, "order"),
    ],
)
def test_bad_input_names_its_field(town: Town, order: Order, changed: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        passed(town, order, **changed)
    assert [fault.field for fault in refused.value.fields] == [field]


def test_the_same_power_is_not_passed_twice_for_a_day(town: Town, order: Order) -> None:
    row = passed(town, order)
    with pytest.raises(InvalidInput):
        passed(town, order, starts_on=MONTH - timedelta(days=1), ends_on=MONTH + timedelta(days=9))
    passed(town, order, starts_on=MONTH, ends_on=MONTH + timedelta(days=9))
    with pytest.raises(NotFound):
        delegations.withdraw(
            by=town.actor("region_head"),
            on=MONDAY,
            office_id=town.other.id,
            delegation_id=row.id,
            order_id=order.id,
        )


def test_whatever_power_was_passed_the_ruling_takes_the_fact_and_keeps_it(
    town: Town, order: Order, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    above = Subject("matter", town.region.code, path=(town.region.parent.code, town.region.code))
    head = town.actor("head")
    asked = {"subject": above, "on": MONDAY, "ground": "appeal"}
    refused = authority.may(head, "inspection.open", **asked)
    assert {gap.code for gap in refused.missing} == {"relation"}
    passed(town, order, power="inspection.open")
    ruling = authority.may(head, "inspection.open", **asked)
    assert ruling.allowed
    kept = stored(ruling, head, "inspection.open", above, MONDAY, ground="appeal")
    assert competence.rerun(kept).allowed
    # Nothing is asked where it would not decide: of whoever may not open one at all, of what nobody passes.
    assistant = town.actor("assistant")
    with django_assert_num_queries(0):
        assert not authority.may(assistant, "inspection.open", **asked).allowed
        assert not authority.may(head, "matter.call_up", above, on=MONDAY).allowed


@pytest.mark.django_db(transaction=True)
def test_of_two_who_pass_the_same_power_at_once_one_is_told(transactional_db: None) -> None:
    """Overlapping days by connections of their own: the office is locked, so one delegation stands."""
    town = make_town()
    orders = [signed_order(town.actor("region_head"), MONDAY) for _ in range(2)]
    starts = (MONDAY, MONDAY + timedelta(days=3))

    def pass_on(order: Order, start: date) -> Delegation:
        return passed(town, order, starts_on=start)

    answers = at_once([partial(pass_on, *given) for given in zip(orders, starts, strict=True)])
    assert sorted(type(answer).__name__ for answer in answers) == ["Delegation", "InvalidInput"]
    assert Delegation.objects.count() == 1
    assert Entry.objects.filter(action="power.delegate").count() == 1
    apart = at_once(
        [
            partial(
                passed,
                town,
                orders[0],
                starts_on=MONTH + timedelta(days=n),
                ends_on=MONTH + timedelta(days=n + 1),
            )
            for n in range(2)
        ]
    )
    assert [type(answer).__name__ for answer in apart] == ["Delegation"] * 2

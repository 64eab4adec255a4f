"""Seals, stamps and blanks: registered, handed over by both sides, looked at, lost, destroyed; symbols."""

from datetime import date, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput, NotFound, Stale
from qadaga.day.waiting import everything
from qadaga.organisation.seals import services, symbols
from qadaga.organisation.seals.models import Seal, Symbol
from tests.ordering import signed_order
from tests.organisation.orders.conftest import TODAY, House, make_house
from tests.staffing import make_actor

LATER = TODAY + timedelta(days=90)


@pytest.fixture
def house(db: None) -> House:
    return make_house()


def registered(house: House, mark: str = "№ 1") -> Seal:
    given = services.Registered("seal", mark, house.office.name_kk, house.clerk.appointment_id, LATER)
    return services.register(seal=given, by=house.clerk, on=TODAY)


def clauses(error: pytest.ExceptionInfo[NotPermitted]) -> set[str]:
    return {missing.citation.clause for missing in error.value.ruling.missing}


def waits(actor: object) -> list[str]:
    rows = everything(actor, TODAY)  # type: ignore[arg-type]  # an actor of the house
    return [row.sort for row in rows if row.sort != "inbox"]


def test_a_mark_is_registered_once_and_held_by_somebody_of_the_office(house: House) -> None:
    assert registered(house).status == "held"
    with pytest.raises(InvalidInput):
        registered(house)
    stranger = services.Registered("seal", "№ 2", "x", house.stranger.appointment_id)
    with pytest.raises(InvalidInput):
        services.register(seal=stranger, by=house.clerk, on=TODAY)
    mine = services.Registered("seal", "№ 3", "x", house.assistant.appointment_id)
    with pytest.raises(NotPermitted) as refused:
        services.register(seal=mine, by=house.assistant, on=TODAY)
    assert clauses(refused) == {"O.3"}


def test_it_changes_hands_only_when_the_other_takes_it(house: House) -> None:
    seal = registered(house)
    given = {"seal_id": seal.id, "on": TODAY}
    seal = services.offer(**given, version=1, to_id=house.assistant.appointment_id, by=house.clerk)
    assert (seal.holder_id, seal.offered_id) == (house.clerk.appointment_id, house.assistant.appointment_id)
    assert waits(house.assistant) == ["take"]
    with pytest.raises(NotPermitted):
        services.take(**given, version=2, by=house.deputy)
    with pytest.raises(Stale):
        services.take(**given, version=1, by=house.assistant)
    seal = services.take(**given, version=2, by=house.assistant)
    assert (seal.holder_id, seal.offered_id) == (house.assistant.appointment_id, None)
    assert list(seal.events.order_by("id").values_list("power", flat=True)) == [
        "seal.register",
        "seal.hand_over",
        "seal.take",
    ]


def test_an_inventory_names_the_next_one(house: House) -> None:
    given = {"seal_id": registered(house).id, "version": 1, "found": "Цела", "by": house.clerk, "on": TODAY}
    with pytest.raises(InvalidInput):
        services.check(**given, next_on=TODAY)
    assert services.check(**given, next_on=LATER).due_on == LATER


def test_a_loss_is_an_alarm_here_and_above_until_an_order_decides(house: House) -> None:
    seal = registered(house)
    given = {"seal_id": seal.id, "on": TODAY}
    services.lose(**given, version=1, how="Не найдена утром", by=house.assistant)
    assert "loss" in waits(house.head)
    assert "loss" in waits(house.regional)
    assert "loss" not in waits(make_actor(house.beside, "district_prosecutor", on=TODAY))
    wrong = signed_order(house.head, TODAY)
    with pytest.raises(InvalidInput):
        services.settle(**given, version=2, order_id=wrong.id, by=house.head)
    order = signed_order(house.head, TODAY, kind="seals")
    services.settle(**given, version=2, order_id=order.id, by=house.head)
    assert "loss" not in waits(house.head)
    assert order.effects.get().subject_id == seal.id
    with pytest.raises(NotPermitted):
        services.settle(**given, version=3, order_id=order.id, by=house.head)
    with pytest.raises(Conflict):
        services.check(**given, version=3, found="x", next_on=LATER, by=house.clerk)


def test_it_is_destroyed_by_an_act_under_an_order_of_the_head(house: House) -> None:
    seal = registered(house)
    order = signed_order(house.head, TODAY, kind="seals")
    given = {"seal_id": seal.id, "version": 1, "act": "Акт № 1, комиссия", "on": TODAY}
    with pytest.raises(NotPermitted):
        services.destroy(**given, order_id=order.id, ground="seal_worn", by=house.clerk)
    with pytest.raises(NotPermitted):
        services.destroy(**given, order_id=order.id, ground="whim", by=house.head)
    with pytest.raises(InvalidInput):
        services.destroy(**given, order_id=None, ground="seal_worn", by=house.head)
    gone = services.destroy(**given, order_id=order.id, ground="seal_worn", by=house.head)
    assert (gone.status, gone.order_id) == ("destroyed", order.id)


def test_nobody_beside_finds_it(house: House) -> None:
    foreign = make_actor(house.beside, "district_prosecutor", on=TODAY)
    with pytest.raises(NotFound):
        services.lose(seal_id=registered(house).id, version=1, how="x", by=foreign, on=TODAY)


def described(**changed: object) -> symbols.Described:
    values: dict[str, object] = {
        "kind": "flag",
        "name_ru": "Флаг",
        "name_kk": "Ту",
        "description": "Полотнище",
        "act_title": "Указ",
        "act_number": "1",
        "act_on": date(2020, 1, 1),
        "starts_on": date(2020, 2, 1),
    }
    return symbols.Described(**{**values, **changed})  # type: ignore[arg-type]  # as named above


def test_a_symbol_is_recorded_by_an_act_of_the_president_in_the_first_office_only(house: House) -> None:
    row = symbols.record(symbol=described(), by=house.general, on=TODAY)
    assert row.status == "unverified"
    with pytest.raises(InvalidInput):
        symbols.record(symbol=described(), by=house.general, on=TODAY)
    with pytest.raises(InvalidInput):
        symbols.record(symbol=described(starts_on=date(2019, 1, 1)), by=house.general, on=TODAY)
    with pytest.raises(NotPermitted):
        symbols.record(symbol=described(), by=house.regional, on=TODAY)
    symbols.end(symbol_id=row.pk, ends_on=TODAY, ground="Указ № 2", by=house.general, on=TODAY)
    assert not Symbol.objects.on(TODAY).exists()

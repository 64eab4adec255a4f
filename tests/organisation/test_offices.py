"""Creating offices and changing them from a day on."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import InvalidInput, NotFound, Stale
from qadaga.journal.models import Entry
from qadaga.offices import selectors
from qadaga.offices.naming import Names
from qadaga.organisation import clockwork, offices
from qadaga.organisation.office_input import OfficeInput
from tests.ordering import signed_order
from tests.organisation.conftest import TODAY, Service
from tests.staffing import make_actor, make_office

AUGUST = date(2026, 8, 1)
NAMES = Names("Прокуратура района", "Ауданның прокуратурасы", "District office")


def _input(**changed: Any) -> OfficeInput:
    fields = {"code": "new-1", "kind": "district", "names": NAMES, "parent": "r", "starts_on": AUGUST}
    fields["ground"] = "№ 1"
    return OfficeInput(**{**fields, **changed})


def _faults(refused: pytest.ExceptionInfo[InvalidInput]) -> list[tuple[str, str]]:
    return [(fault.field, fault.code) for fault in refused.value.fields]


def test_an_office_is_created_from_a_day_on(service: Service) -> None:
    row = offices.create(by=service.staff_officer, on=TODAY, office=_input(kato=("116800000",), ground="№ 1"))
    assert (row.level, row.region, row.parent) == (3, service.region, service.region)
    assert selectors.path(row, AUGUST) == ("t", "r", "new-1")
    assert selectors.path(row, TODAY) == ("new-1",)
    assert selectors.holder_of("116800000", AUGUST) == row
    assert Entry.objects.get(action="office.create").office_id == row.id


def test_a_specialised_office_shares_its_territory(service: Service) -> None:
    entered = _input(kind="environmental", kato=("110000000",), spheres=("environmental",))
    row = offices.create(by=service.staff_officer, on=TODAY, office=entered)
    assert row.territories.get().general is False
    assert selectors.standing(row.id, AUGUST).spheres == {"environmental"}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"code": "Ой"}, ("code", "malformed")),
        ({"code": "a" * 25}, ("code", "malformed")),
        ({"code": "d"}, ("code", "taken")),
        ({"kind": "bureau"}, ("kind", "unknown")),
        ({"kind": "general"}, ("kind", "unknown")),
        ({"kind": "garrison", "spheres": ("military",)}, ("parent", "wrong_line")),
        ({"kind": "environmental"}, ("spheres", "required")),
        ({"spheres": ("cosmos",)}, ("spheres", "unknown")),
        ({"kato": ("999999999",)}, ("kato", "unknown")),
        ({"kato": ("111000000",)}, ("kato", "held")),
        ({"starts_on": date(2019, 1, 1)}, ("starts_on", "before_parent")),
        ({"names": Names("", "б", "c")}, ("name_ru", "required")),
        ({"names": Names("а", "б\ud800", "c")}, ("name_kk", "bad_character")),
    ],
)
def test_a_wrong_office_is_refused(service: Service, changed: dict[str, Any], fault: tuple[str, str]) -> None:
    with pytest.raises(InvalidInput) as refused:
        offices.create(by=service.staff_officer, on=TODAY, office=_input(**changed))
    assert _faults(refused) == [fault]
    assert not Entry.objects.exists()


def test_a_change_rests_on_an_order_here_or_on_one_named_whole(service: Service) -> None:
    general = make_actor(service.top, "prosecutor_general", on=TODAY)
    about: dict[str, Any] = {"by": service.staff_officer, "on": TODAY, "office_id": service.office.id}
    for given in ({}, {"order_id": signed_order(general, TODAY).id}):
        with pytest.raises(InvalidInput) as refused:
            offices.rename(**about, names=NAMES, starts_on=AUGUST, **given)
        assert [fault.field for fault in refused.value.fields] == ["order"]
    order = signed_order(general, TODAY, kind="structure")
    offices.rename(**about, names=NAMES, starts_on=AUGUST, order_id=order.id)
    row = offices.create(
        by=service.staff_officer, on=TODAY, office=_input(ground="", order_id=order.id, kato=("116800000",))
    )
    assert row.names.get().ground == str(order)
    done = set(order.effects.values_list("what", "subject_id", "starts_on"))
    assert done == {("office.rename", service.office.id, AUGUST), ("office.create", row.id, AUGUST)}


def test_an_office_above_must_exist(service: Service) -> None:
    with pytest.raises(NotFound):
        offices.create(by=service.staff_officer, on=TODAY, office=_input(parent="none"))


def test_a_regional_head_changes_no_structure(service: Service) -> None:
    regional = make_actor(service.region, "regional_prosecutor", on=TODAY)
    with pytest.raises(NotPermitted):
        offices.create(by=regional, on=TODAY, office=_input())
    with pytest.raises(NotPermitted):
        offices.rename(by=regional, on=TODAY, office_id=service.office.id, names=NAMES, starts_on=AUGUST)


def test_a_name_for_a_later_day_begins_on_that_day(service: Service) -> None:
    before = service.office.name_ru
    changed = offices.rename(
        by=service.staff_officer,
        on=TODAY,
        ground="№ 1",
        office_id=service.office.id,
        names=NAMES,
        starts_on=AUGUST,
    )
    assert changed.name_ru == before
    assert [row.name_ru for row in service.office.names.on(AUGUST)] == [NAMES.ru]
    assert [row.name_ru for row in service.office.names.on(AUGUST - timedelta(days=1))] == [before]

    said = clockwork.begin_names(datetime(2026, 8, 1, 0, 5, tzinfo=clock.ZONE))
    service.office.refresh_from_db()
    assert (said, service.office.name_ru) == ("offices renamed: 1", NAMES.ru)
    assert clockwork.begin_names(datetime(2026, 8, 1, 0, 6, tzinfo=clock.ZONE)) is None


def test_a_name_for_today_is_taken_over_at_once(service: Service) -> None:
    changed = offices.rename(
        by=service.staff_officer,
        on=TODAY,
        ground="№ 1",
        office_id=service.office.id,
        names=NAMES,
        starts_on=TODAY,
    )
    assert (changed.name_kk, changed.version) == (NAMES.kk, 2)


def test_a_change_before_one_that_is_entered_is_refused(service: Service) -> None:
    def rename(starts_on: date, version: int | None = None) -> None:
        offices.rename(
            by=service.staff_officer,
            on=TODAY,
            office_id=service.office.id,
            names=NAMES,
            ground="№ 1",
            starts_on=starts_on,
            version=version,
        )

    rename(AUGUST, version=1)
    with pytest.raises(InvalidInput) as refused:
        rename(AUGUST)
    assert _faults(refused) == [("starts_on", "later_change")]
    with pytest.raises(Stale):
        rename(date(2026, 9, 1), version=1)


def test_a_change_before_the_office_existed_is_refused(service: Service) -> None:
    new = make_office("late", "district", service.region, since=AUGUST)
    with pytest.raises(InvalidInput) as refused:
        offices.set_territory(
            by=service.staff_officer,
            on=TODAY,
            ground="№ 1",
            office_id=new.id,
            kato=["116800000"],
            starts_on=TODAY,
        )
    assert _faults(refused) == [("starts_on", "office_closed")]


def test_territory_passes_from_one_office_to_another(service: Service) -> None:
    def give(office_id: Any, *kato: str) -> None:
        offices.set_territory(
            by=service.staff_officer, on=TODAY, ground="№ 1", office_id=office_id, kato=kato, starts_on=AUGUST
        )

    with pytest.raises(InvalidInput) as refused:
        give(service.beside.id, "117000000", "111000000")
    assert _faults(refused) == [("kato", "held")]
    give(service.office.id)
    give(service.beside.id, "117000000", "111000000")
    assert selectors.holder_of("111000000", TODAY) == service.office
    assert selectors.holder_of("111000000", AUGUST) == service.beside
    assert selectors.holder_of("117000000", AUGUST) == service.beside


def test_spheres_change_from_a_day_on(service: Service) -> None:
    eco = make_office("eco", "environmental", service.region, sphere="environmental")

    def confine(*spheres: str) -> None:
        offices.set_spheres(
            by=service.staff_officer,
            on=TODAY,
            ground="№ 1",
            office_id=eco.id,
            spheres=spheres,
            starts_on=AUGUST,
        )

    with pytest.raises(InvalidInput) as refused:
        confine()
    assert _faults(refused) == [("spheres", "required")]
    confine("environmental", "correctional")
    assert selectors.standing(eco.id, TODAY).spheres == {"environmental"}
    assert selectors.standing(eco.id, AUGUST).spheres == {"environmental", "correctional"}

"""The plan of the real structure: complete, well-formed, every parent before its children."""

from collections import Counter

from qadaga.offices.kato import units
from qadaga.offices.structure import PlannedOffice, plan


def _by_code() -> dict[str, PlannedOffice]:
    return {office.code: office for office in plan().offices}


def test_codes_are_unique_and_parents_come_first() -> None:
    seen: set[str] = set()
    for office in plan().offices:
        assert office.code not in seen
        assert (office.parent in seen) or (office.parent is None and office.kind == "general")
        seen.add(office.code)


def test_every_unit_has_one_territorial_office() -> None:
    held = Counter(code for office in plan().offices if office.general for code in office.kato)
    assert held == Counter(dict.fromkeys(units(), 1))


def test_twenty_regional_and_equated_offices_stand_under_the_top() -> None:
    regional = [office for office in plan().offices if office.kind in ("region", "city_republican")]
    assert len(regional) == 20
    assert {office.parent for office in regional} == {"gp"}


def test_a_district_stands_under_its_region() -> None:
    offices = _by_code()
    assert offices["1170"].parent == "1100"
    assert offices["7111"].parent == "7100"
    assert offices["1170"].names.ru == "Прокуратура Бурабайского района Акмолинской области"


def test_every_kind_of_the_sources_is_there_with_its_sphere() -> None:
    spheres = {office.kind: office.spheres for office in plan().offices}
    assert spheres["military_district"] == spheres["garrison"] == spheres["troops"] == ("military",)
    assert spheres["chief_transport"] == spheres["transport_district"] == ("transport",)
    assert spheres["environmental"] == ("environmental",)
    assert spheres["correctional"] == ("correctional",)
    assert spheres["special_objects"] == spheres["special_regime"] == ("special_objects",)
    assert spheres["agency"] == ("statistics",)
    assert {"academy", "inter_district", "city", "district"} <= set(spheres)


def test_three_regional_transport_offices_are_unverified() -> None:
    rows = [office for office in plan().offices if office.kind == "regional_transport"]
    assert len(rows) == 3
    assert {(office.parent, office.status) for office in rows} == {("gtp", "unverified")}


def test_units_stand_in_offices_of_the_plan() -> None:
    assert {unit.office for unit in plan().units} <= set(_by_code())

"""Questions about offices, as of a day."""

from datetime import date

import pytest

from qadaga.common.errors import NotFound
from qadaga.common.ids import new_id
from qadaga.offices import selectors
from qadaga.offices.models import Office, OfficeTerritory, Subordination
from tests.staffing import SINCE, make_office

JULY = date(2026, 7, 1)
BEFORE = date(2026, 6, 30)


@pytest.fixture
def top(db: None) -> Office:
    return make_office("t", "general")


@pytest.fixture
def region(top: Office) -> Office:
    return make_office("r", "region", top, kato="110000000")


@pytest.fixture
def district(region: Office) -> Office:
    return make_office("d", "district", region, kato="111000000")


def test_the_standing_of_an_office(district: Office, django_assert_num_queries: object) -> None:
    eco = make_office("eco", "environmental", district.region, kato="110000000", sphere="environmental")
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture of pytest-django
        found = selectors.standing(eco.id, JULY)
    assert found == selectors.Standing(
        ("t", "r", "eco"), frozenset({"environmental"}), frozenset({"110000000"})
    )


def test_the_path_is_that_of_the_day(top: Office, district: Office) -> None:
    other = make_office("r2", "region", top)
    district.subordinations.update(ends_on=JULY)
    Subordination.objects.create(office=district, parent=other, starts_on=JULY)
    assert selectors.path(district, BEFORE) == ("t", "r", "d")
    assert selectors.path(district, JULY) == ("t", "r2", "d")


def test_descendants_are_all_below_and_never_beside(top: Office, region: Office, district: Office) -> None:
    beside = make_office("r2", "region", top)
    assert selectors.descendants(top.id, JULY) == {region.id, district.id, beside.id}
    assert selectors.descendants(region.id, JULY) == {district.id}
    assert selectors.descendants(district.id, JULY) == frozenset()


def test_an_office_is_found_by_code_and_id_or_not_at_all(region: Office) -> None:
    assert selectors.office_by_code("r") == region
    assert selectors.office_by_id(region.id) == region
    with pytest.raises(NotFound):
        selectors.office_by_code("none")
    with pytest.raises(NotFound):
        selectors.office_by_id(new_id())


def test_the_holder_of_a_unit_is_the_territorial_office_of_the_day(region: Office, district: Office) -> None:
    make_office("eco", "environmental", region, kato="111000000", sphere="environmental")
    assert selectors.holder_of("111000000", JULY) == district
    OfficeTerritory.objects.filter(office=district).update(ends_on=JULY)
    assert selectors.holder_of("111000000", BEFORE) == district
    assert selectors.holder_of("111000000", JULY) is None


def test_open_offices_leave_out_the_closed_and_the_future(top: Office, region: Office) -> None:
    Office.objects.filter(pk=region.pk).update(closed_on=JULY)
    make_office("f", "region", top, since=date(2030, 1, 1))
    assert [office.code for office in selectors.offices_open(BEFORE)] == ["r", "t"]
    assert [office.code for office in selectors.offices_open(JULY)] == ["t"]
    assert selectors.codes_of([top.id, new_id()]) == {top.id: "t"}
    assert SINCE < BEFORE

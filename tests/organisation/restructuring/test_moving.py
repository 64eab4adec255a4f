"""An office under another one: the line of the day, and the region of its rows."""

from datetime import date, datetime, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.scope import scope_of
from qadaga.common import clock
from qadaga.common.errors import InvalidInput, Stale
from qadaga.matters.models import Matter
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.organisation.restructuring import clockwork, handovers
from qadaga.organisation.restructuring.models import Handover
from qadaga.organisation.restructuring.moving import close_empty, move
from tests.casework import MONDAY, open_matter
from tests.organisation.restructuring.conftest import DAY, Two
from tests.staffing import actor_of, make_actor, make_office


@pytest.fixture
def second(two: Two) -> Office:
    return make_office("reg-2", "region", Office.objects.get(code="top"), kato="110000000")


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 0, 1, tzinfo=clock.ZONE)


def _move(two: Two, office: Office, parent: str, starts_on: date = DAY, on: date = MONDAY, **given) -> Office:
    return move(
        by=two.staff_officer,
        on=on,
        office_id=office.id,
        parent=parent,
        starts_on=starts_on,
        ground="№ 3",
        **given,
    )


def test_a_district_moves_to_another_region_with_its_rows(two, second):
    matter = open_matter(two.town)
    _move(two, two.town.district, "reg-2")
    assert selectors.path(two.town.district, MONDAY) == ("top", "reg", "dis")
    assert selectors.path(two.town.district, DAY) == ("top", "reg-2", "dis")
    assert clockwork.begin_lines(_midnight(DAY - timedelta(days=1))) is None

    assert clockwork.begin_lines(_midnight(DAY)) == "offices in another region: 1"
    assert clockwork.begin_lines(_midnight(DAY)) is None
    assert clockwork.hand_over(_midnight(DAY)) == "rows handed over: 2"
    matter = Matter.objects.get(id=matter.id)
    assert matter.region == second
    there = make_actor(second, "regional_prosecutor", on=DAY)
    assert scope_of(there, DAY).covers(matter.office_id, matter.region_id)
    before = actor_of(two.town.region_head, DAY)
    assert not scope_of(before, DAY).covers(matter.office_id, matter.region_id)


def test_rewriting_goes_on_after_a_fault(two, second):
    for _ in range(3):
        open_matter(two.town)
    _move(two, two.town.district, "reg-2")
    clockwork.begin_lines(_midnight(DAY))
    (row,) = handovers.due(DAY)
    handovers._next_batch(row, DAY, 2)
    assert 0 < Handover.objects.get(id=row.id).rows < 6
    clockwork.hand_over(_midnight(DAY))
    assert Handover.objects.get(id=row.id).rows == 6
    assert not Matter.objects.exclude(region=second).exists()


def test_a_move_of_today_is_done_at_once(two, second):
    matter = open_matter(two.town)
    row = _move(two, two.town.district, "reg-2", starts_on=MONDAY)
    assert (row.parent, row.region) == (second, second)
    assert Matter.objects.get(id=matter.id).region == second


@pytest.mark.parametrize(
    ("office", "parent", "fault"),
    [
        ("region", "dis", "cycle"),
        ("district", "dis", "cycle"),
        ("district", "oth", "wrong_line"),
        ("district", "top", "wrong_line"),
        ("district", "reg", "same"),
    ],
)
def test_a_wrong_line_is_refused(two, office, parent, fault):
    with pytest.raises(InvalidInput) as refused:
        _move(two, getattr(two.town, office), parent)
    assert [(one.field, one.code) for one in refused.value.fields] == [("parent", fault)]


def test_the_office_above_must_exist_on_the_day(two):
    make_office("reg-3", "region", Office.objects.get(code="top"), since=DAY + timedelta(days=1))
    with pytest.raises(InvalidInput) as refused:
        _move(two, two.town.district, "reg-3")
    assert [one.code for one in refused.value.fields] == ["office_closed"]


def test_only_the_top_moves_and_nobody_overwrites(two, second):
    with pytest.raises(NotPermitted):
        move(
            by=actor_of(two.town.region_head, MONDAY),
            on=MONDAY,
            office_id=two.town.district.id,
            parent="reg-2",
            starts_on=DAY,
        )
    with pytest.raises(Stale):
        _move(two, two.town.district, "reg-2", version=7)


def test_an_office_that_holds_something_is_not_simply_closed(two):
    def close(office: Office) -> Office:
        return close_empty(by=two.staff_officer, on=MONDAY, office_id=office.id, ends_on=DAY, ground="№ 3")

    empty = make_office("empty", "district", two.town.region)
    assert close(empty).closed_on == DAY
    with pytest.raises(InvalidInput) as refused:
        close(two.town.district)
    assert [one.code for one in refused.value.fields] == ["people"]
    with pytest.raises(InvalidInput) as refused:
        close(make_office("held", "district", two.town.region, kato="103600000"))
    assert [one.code for one in refused.value.fields] == ["territory"]

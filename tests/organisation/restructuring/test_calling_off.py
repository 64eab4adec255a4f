"""A planned change of the structure is called off before its day, and all is as before."""

from datetime import date, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.journal.models import Entry
from qadaga.offices import selectors
from qadaga.offices.models import Office, OfficeSuccession, Unit
from qadaga.offices.naming import Names
from qadaga.organisation import offices
from qadaga.organisation.restructuring import clockwork, moving
from qadaga.organisation.restructuring.calling_off import call_off
from qadaga.organisation.restructuring.merging import merge
from qadaga.organisation.restructuring.models import Handover, PlannedChange
from qadaga.organisation.restructuring.plan import Merger
from qadaga.organisation.restructuring.planning import WATCHED
from qadaga.organisation.units.entries import UnitInput
from qadaga.organisation.units.services import enter
from qadaga.staff.models import Appointment
from tests.casework import MONDAY, open_matter
from tests.organisation.restructuring.conftest import DAY, Two
from tests.organisation.restructuring.test_merging import _merge, _midnight
from tests.staffing import actor_of, make_office, name_acting

NEW = Names("Новая", "Жаңа", "New")


def _picture() -> dict:
    """Every row of every watched table, as it stands, but for the versions that changes count up."""
    return {
        one.table: sorted(
            tuple((key, str(value)) for key, value in row.items() if key != "version")
            for row in one.model._default_manager.values()
        )
        for one in WATCHED
    }


def _off(two: Two, on: date = MONDAY, **given) -> PlannedChange:
    change = PlannedChange.objects.get(called_off_on=None)
    return call_off(by=two.staff_officer, on=on, change_id=change.id, **{"ground": "№ 13", **given})


def _into_the_other(two: Two) -> Office:
    posts = {held: post for held, post in two.everybody().items() if held != two.town.neighbour.id}
    return _merge(
        two,
        offices=(two.town.district.id,),
        into="oth",
        posts={**posts, two.town.head.id: "senior_prosecutor", two.town.clerk.id: None},
    )


@pytest.mark.parametrize("merged", [_merge, _into_the_other])
def test_a_merger_called_off_leaves_everything_as_it_was(two, merged):
    matter = open_matter(two.town)
    unit = UnitInput("first", "division", Names("Отдел", "Бөлім", "Division"), MONDAY)
    enter(two.town.district, unit, None)
    name_acting(two.town.deputy, MONDAY)
    Appointment.objects.filter(id=two.town.assistant.id).update(ends_on=DAY + timedelta(days=40))
    before = _picture()
    merged(two)
    assert _picture() != before
    change = _off(two)
    assert _picture() == before
    assert (change.called_off_on, change.called_off_ground) == (MONDAY, "№ 13")
    told = Entry.objects.filter(action="office.call_off", data__action="office.merge")
    assert {row.data["code"] for row in told} >= {"dis", "oth"}
    assert clockwork.hand_over(_midnight(DAY)) is None
    matter.refresh_from_db()
    assert matter.holder == two.town.district
    merged(two)  # and it can be decided again


def test_a_renaming_a_move_a_closing_and_a_new_office_are_called_off(two):
    town, by = two.town, two.staff_officer
    make_office("far", "region", Office.objects.get(code="top"))
    new = offices.create(by=by, on=MONDAY, office=two.new(starts_on=MONDAY, ground="№ 1"))
    for change in (
        lambda: offices.rename(
            by=by,
            on=MONDAY,
            office_id=town.other.id,
            starts_on=DAY,
            names=NEW,
            ground="№ 2",
        ),
        lambda: offices.set_territory(
            by=by, on=MONDAY, office_id=town.other.id, starts_on=DAY, kato=(), ground="№ 3"
        ),
        lambda: moving.move(
            by=by, on=MONDAY, office_id=town.district.id, parent="far", starts_on=DAY, ground="№ 4"
        ),
        lambda: moving.close_empty(by=by, on=MONDAY, office_id=new.id, ends_on=DAY, ground="№ 5"),
        lambda: offices.create(by=by, on=MONDAY, office=two.new(code="inter2", ground="№ 6")),
    ):
        before = _picture()
        change()
        assert _picture() != before
        _off(two)
        assert _picture() == before
    assert selectors.path(town.district, DAY) == ("top", "reg", "dis")


def test_it_is_refused_once_begun_done_twice_without_an_order_or_without_the_power(two):
    _merge(two)
    with pytest.raises(InvalidInput):
        _off(two, ground="")
    with pytest.raises(NotPermitted) as refused:
        call_off(
            by=actor_of(two.town.region_head, MONDAY),
            on=MONDAY,
            change_id=PlannedChange.objects.get().id,
            ground="№ 13",
        )
    assert {one.citation.clause for one in refused.value.ruling.missing} == {"O.5"}
    with pytest.raises(Conflict, match="begun"):
        _off(two, on=DAY)
    change = _off(two)
    with pytest.raises(Conflict, match="already"):
        call_off(by=two.staff_officer, on=MONDAY, change_id=change.id, ground="№ 14")
    assert not OfficeSuccession.objects.exists()
    assert not Handover.objects.exists()


def test_what_later_decisions_rest_on_is_not_taken_away_beneath_them(two):
    into = _merge(two)
    offices.rename(
        by=two.staff_officer,
        on=MONDAY,
        office_id=into.id,
        starts_on=DAY + timedelta(days=5),
        names=NEW,
        ground="№ 2",
    )
    before = _picture()
    merged, renamed = PlannedChange.objects.order_by("starts_on")
    with pytest.raises(Conflict, match="rest on"):
        call_off(by=two.staff_officer, on=MONDAY, change_id=merged.id, ground="№ 13")
    assert _picture() == before
    call_off(by=two.staff_officer, on=MONDAY, change_id=renamed.id, ground="№ 13")
    call_off(by=two.staff_officer, on=MONDAY, change_id=merged.id, ground="№ 13")
    assert not Unit.objects.exists()
    assert not Office.objects.filter(code="inter").exists()


def test_a_change_of_today_is_no_plan(two):
    merge(
        by=two.staff_officer,
        on=DAY,
        merger=Merger(
            offices=(two.town.district.id, two.town.other.id),
            into=two.new(),
            starts_on=DAY,
            posts=two.everybody(),
            ground="№ 12",
        ),
    )
    assert not PlannedChange.objects.exists()

"""Warnings are given once a step, cleared when the end moves, and read by those concerned."""

from datetime import date, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import InvalidInput
from qadaga.journal.models import Entry
from qadaga.organisation.notices import days, services
from qadaga.organisation.notices.endings import OF_THE_FILE
from qadaga.organisation.notices.models import Notice
from qadaga.organisation.notices.selectors import warnings
from qadaga.organisation.personnel.models import FileEntry
from qadaga.staff.models import Appointment
from tests.casework import MONDAY, Town, make_town
from tests.staffing import make_actor, make_appointment, name_acting, send_away

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def _in(count: int) -> date:
    return MONDAY + timedelta(days=count)


def _told() -> set[tuple[str, int]]:
    return set(Notice.objects.filter(cleared_on=None).values_list("kind", "days"))


def test_the_term_of_the_prosecutor_general_is_told_step_by_step_and_once(town: Town) -> None:
    top = town.region.parent
    assert top is not None
    make_appointment(top, "prosecutor_general", since=date(2021, 9, 8), until=_in(90))
    assert services.give(MONDAY) == (1, 0)
    assert services.give(MONDAY) == (0, 0)
    assert _told() == {("term", 90)}
    services.give(_in(61))
    assert _told() == {("term", 90), ("term", 30)}
    assert services.give(_in(90)) == (0, 2)
    assert _told() == set()
    assert Entry.objects.filter(action="notice.given").count() == 2


def test_every_kind_of_end_is_told_in_the_office_of_the_person(town: Town) -> None:
    Appointment.objects.filter(id=town.second.id).update(ends_on=_in(20))
    send_away(town.head.person, _in(-5), _in(1))
    name_acting(town.deputy, _in(-5), _in(5))
    for kind, ends in (("probation", 10), ("attestation", 7), ("penalty", 6)):
        FileEntry.objects.create(
            person=town.assistant.person, kind=kind, title=kind, made_on=_in(-9), ends_on=_in(ends)
        )
    services.give(MONDAY)
    assert _told() == {
        *(("post", 30), ("absence", 1), ("acting", 7), ("probation", 14), ("attestation", 7), ("penalty", 7))
    }
    assert set(Notice.objects.values_list("office", flat=True)) == {town.district.id}


def test_a_warning_goes_when_the_end_moves_and_comes_anew(town: Town) -> None:
    away = send_away(town.head.person, _in(-5), _in(3))
    services.give(MONDAY)
    away.ends_on = _in(30)
    away.save()
    assert services.give(MONDAY) == (0, 1)
    away.ends_on = _in(3)
    away.save()
    assert services.give(MONDAY) == (1, 0)


def test_staff_officers_and_leaders_read_the_list_of_their_scope(town: Town) -> None:
    send_away(town.assistant.person, _in(-5), _in(1))
    send_away(town.neighbour.person, _in(-5), _in(2))
    services.give(MONDAY)

    def seen(name: str) -> list[object]:
        return [row.person_id for row in warnings(town.actor(name), MONDAY)]

    assert seen("head") == [town.assistant.person_id]
    assert seen("region_head") == [town.assistant.person_id, town.neighbour.person_id]
    with pytest.raises(NotPermitted):
        seen("assistant")
    # What only the personal file tells is for those who may read it; a deputy may not.
    for kind in OF_THE_FILE:
        Notice.objects.all().update(kind=kind)
        assert (len(seen("head")), seen("deputy")) == (1, [])


def test_the_days_are_data_of_the_first_level(town: Town) -> None:
    officer = make_actor(town.region.parent, "staff_officer", on=MONDAY)
    with pytest.raises(InvalidInput) as refused:
        days.set_days(by=officer, on=MONDAY, days={"absence": [0], "whim": [1], "term": range(1, 20)})
    assert [(fault.field, fault.code) for fault in refused.value.fields] == [
        *(("absence", "range"), ("whim", "unknown"), ("term", "range"))
    ]
    days.set_days(by=officer, on=MONDAY, days={"absence": [10, 5, 5], "term": []})
    assert days.days_before()["absence"] == (10, 5)
    send_away(town.head.person, _in(-5), _in(8))
    services.give(MONDAY)
    assert _told() == {("absence", 10)}
    with pytest.raises(NotPermitted):
        days.set_days(by=town.actor("head"), on=MONDAY, days={"absence": [3]})

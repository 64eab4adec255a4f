"""A duty of law runs in minutes: who hears it, when the office above is called, what alone ends it."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from importlib import import_module

import pytest
from django.db import IntegrityError, transaction

from qadaga.authority.alarms import clockwork, declared, services
from qadaga.authority.alarms.models import Alarm, Hearing
from qadaga.authority.alarms.selectors import heard_by
from qadaga.common import clock
from qadaga.common.ids import new_id
from qadaga.journal.models import Entry
from qadaga.law import catalogue
from qadaga.organisation.alarms import FILL_GAP
from tests.casework import MONDAY, Town, make_town

TEN = datetime.combine(MONDAY, time(10), clock.ZONE)
RELEASE = "duty.release"


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


@pytest.fixture
def running(town: Town) -> Alarm:
    alarm = services.begin(
        RELEASE, subject=("held_person", new_id()), office=town.district, at=TEN, by=town.actor("assistant")
    )
    assert alarm is not None
    return alarm


def after(minutes: int) -> datetime:
    return TEN + timedelta(minutes=minutes)


def called() -> list[str]:
    return [
        h.office.code for h in Hearing.objects.filter(called_at__isnull=False).order_by("called_at", "id")
    ]


def test_every_duty_with_an_alarm_is_raised_by_code() -> None:
    import_module("qadaga.matters.clockwork")
    alarmed = {duty.id for duty in catalogue.load().duties.values() if duty.alarm_minutes}
    assert set(declared.raised()) == alarmed


def test_every_duty_without_an_alarm_has_its_place_on_the_first_page_or_a_card() -> None:
    silent = {duty.id for duty in catalogue.load().duties.values() if not duty.alarm_minutes}
    assert set(declared.SHOWN) | set(declared.ON_CARD) == silent
    assert not set(declared.SHOWN) & set(declared.ON_CARD)


def test_the_own_officers_and_every_leader_above_hear_it_at_once(town: Town, running: Alarm) -> None:
    for name in ("head", "deputy", "assistant", "region_head"):
        actor = town.actor(name)
        assert [hearing.alarm for hearing in heard_by(actor, MONDAY)] == [running], name
        assert (actor.ringing.number, actor.ringing.due_at) == (1, after(15)), name
    for name in ("clerk", "neighbour", "region_prosecutor"):
        actor = town.actor(name)
        assert (heard_by(actor, MONDAY), actor.ringing.number) == ([], 0), name
    assert Hearing.objects.filter(alarm=running).count() == 3


def test_the_same_fact_rings_once(town: Town, running: Alarm) -> None:
    subject = (running.subject_kind, running.subject_id)
    assert services.begin(RELEASE, subject=subject, office=town.district, at=after(3)) is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Alarm.objects.create(
            duty=RELEASE,
            subject_kind=subject[0],
            subject_id=subject[1],
            office=town.district,
            raised_at=TEN,
            due_at=after(15),
        )


def test_a_duty_without_a_figure_has_no_alarm(town: Town) -> None:
    with pytest.raises(KeyError):
        services.begin("duty.respond", subject=("matter", new_id()), office=town.district, at=TEN)


def test_each_time_the_minutes_pass_the_next_office_up_is_called(town: Town, running: Alarm) -> None:
    assert clockwork.call_above(after(14)) is None
    assert called() == ["dis"]
    assert clockwork.call_above(after(15)) == "duties called up: 1"
    assert clockwork.call_above(after(15)) is None
    assert clockwork.call_above(after(30)) == "duties called up: 1"
    assert called() == ["dis", "reg", "top"]
    assert clockwork.call_above(after(300)) is None
    told = Entry.objects.filter(subject_id=running.subject_id).order_by("id")
    assert [(entry.action, entry.office_id) for entry in told] == [
        ("alarm.raised", town.district.id),
        ("alarm.escalated", town.region.id),
        ("alarm.escalated", town.region.parent_id),
    ]


def test_only_the_act_that_fulfils_the_duty_ends_it(town: Town, running: Alarm) -> None:
    subject, by = (running.subject_kind, running.subject_id), town.actor("deputy")
    assert services.fulfil(subject=subject, power="custody.check_person", by=by, at=after(5)) == 0
    assert services.fulfil(subject=subject, power="detention.release", by=by, at=after(9)) == 1
    running.refresh_from_db()
    assert (running.ended_at, running.ended_power, running.next_at) == (after(9), "detention.release", None)
    assert heard_by(by, MONDAY) == []
    assert town.actor("head").ringing.number == 0
    assert clockwork.call_above(after(60)) is None
    last = Entry.objects.filter(subject_id=subject[1]).latest("id")
    assert (last.action, last.data["minutes"]) == ("alarm.ended", 9)


def test_a_gap_is_heard_above_only_and_passes_with_its_fact(town: Town) -> None:
    alarm = services.begin(FILL_GAP, subject=("office", town.district.id), office=town.district, at=TEN)
    assert alarm is not None
    assert heard_by(town.actor("head"), MONDAY) == []
    assert len(heard_by(town.actor("region_head"), MONDAY)) == 1
    assert clockwork.call_above(after(60)) == "duties called up: 1"
    assert called() == ["reg", "top"]
    assert services.pass_over([alarm], at=after(70)) == 1
    assert heard_by(town.actor("region_head"), MONDAY) == []

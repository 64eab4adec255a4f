"""A list for each kind of place, by its day; whoever goes to a place on a day is planned once."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import uuid4

import pytest

from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.staff.models import Appointment
from qadaga.supervision.custody import selectors, services
from qadaga.supervision.custody.choices import PlaceKind, Standing
from qadaga.supervision.custody.lists import LANGUAGES, lists
from qadaga.supervision.custody.models import Said, Visit
from qadaga.supervision.custody.notkept import passable
from tests.casework import MONDAY, Town, make_town
from tests.custody import TEN, custody_matter, make_place, planned_visit
from tests.parallel import at_once

BEFORE, CHANGED = date(2026, 11, 26), date(2026, 11, 27)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


def test_every_kind_of_place_has_a_list_of_its_own_and_the_first_one_is_still_read() -> None:
    now = {kind: lists().on(kind, CHANGED) for kind in PlaceKind.values}
    assert len({one.version for one in now.values()}) == len(now)
    assert {lists().on(kind, BEFORE).version for kind in now} == {"2026-1"}
    assert [item.id for item in lists().items("2026-1")][:2] == ["paper", "told_rights"]
    asked = {kind: {item.id for item in one.items} for kind, one in now.items()}
    assert "rooms" in asked["premises"] - asked["penal"]
    assert "isolator" in asked["penal"] - asked["compulsory"]


def test_a_point_rests_on_a_clause_or_says_that_it_is_unverified() -> None:
    points = lists().points
    assert (points["isolator"].clauses, points["isolator"].status) == (("L.3.6",), "")
    assert points["walk"].status == "unverified"
    assert all(item.text[language].strip() for item in points.values() for language in LANGUAGES)
    assert all((item.norm is None) == (item.status == "") for item in points.values())


def test_a_list_that_changed_while_it_was_away_costs_no_answer(town: Town) -> None:
    by, head = town.actor("assistant", BEFORE), town.actor("head", BEFORE)
    eve = datetime.combine(BEFORE, time(17), clock.ZONE)
    with clock.frozen(eve):
        place = make_place(town)
        visit = services.plan(
            place_id=place.id, officer_id=town.assistant.id, planned_on=BEFORE, by=head, on=BEFORE
        )
        services.keep(visit_id=visit.id, by=by, on=BEFORE)
        assert selectors.list_of(visit, BEFORE).version == "2026-1"
        assert selectors.list_of(visit, CHANGED).version == "special-2"
    begun = eve + timedelta(hours=16)
    ours = (("food", "not_held", "Ужина нет"), ("penalties", "not_held", "Карцер без решения"))
    entries = tuple(
        services.SaidEntry(uuid4(), begun, item, services.Answered(verdict, remark), 0)
        for item, verdict, remark in ours
    )
    parcel = services.Parcel(begun, begun, answers=entries, list_version="2026-1")
    with clock.frozen(begun + timedelta(hours=2)):
        done = services.sync(
            visit_id=visit.id, parcel=parcel, by=town.actor("assistant", CHANGED), on=CHANGED
        )
    visit.refresh_from_db()
    assert (visit.list_version, done.relisted) == ("special-2", True)
    assert [one.standing for one in done.results.values()] == [Standing.TAKEN, Standing.OFF_LIST]
    beside = Said.objects.get(item="penalties")
    assert (beside.remark, beside.version) == ("Карцер без решения", None)
    assert [answer.item for answer in visit.answers.all()] == ["food"]
    passing = {"item": "penalties", "norm": "Правила", "by": town.actor("head", CHANGED), "on": CHANGED}
    passing |= {"visit_id": visit.id, "matter_id": custody_matter(town).id}

    def left() -> list[str]:
        return [one.item for one in passable(selectors.read_visit(passing["by"], CHANGED, visit.id))]

    assert left() == ["food", "penalties"]
    violation = services.pass_violation(**passing)
    beside.refresh_from_db()
    assert (beside.violation, violation.what) == (violation, "Карцер без решения")
    assert left() == ["food"]
    with pytest.raises(AlreadyDone):
        services.pass_violation(**passing)


def test_a_visit_is_planned_once(town: Town, stopped: None) -> None:
    place = make_place(town)
    planned_visit(town, place)
    with pytest.raises(InvalidInput) as twice:
        planned_visit(town, place)
    assert [fault.field for fault in twice.value.fields] == ["planned_on"]


def test_whoever_goes_today_anyway_goes_on_the_report(town: Town, stopped: None) -> None:
    place = make_place(town)
    visit = planned_visit(town, place)
    for what in ("Звонок брата", "Звонок адвоката"):
        reported = services.Reported(what, town.assistant.id)
        services.report(place_id=place.id, reported=reported, by=town.actor("clerk"), on=MONDAY)
    visit.refresh_from_db()
    assert (visit.ground, visit.reported) == ("holding_reported", "Звонок брата\n\nЗвонок адвоката")
    Appointment.objects.filter(id=town.assistant.id).update(ends_on=MONDAY)
    with pytest.raises(InvalidInput) as gone:
        services.report(place_id=place.id, reported=reported, by=town.actor("clerk"), on=MONDAY)
    assert [fault.code for fault in gone.value.fields] == ["not_of_office"]
    other = services.Reported("Крик из окна", town.head.id)
    services.report(place_id=place.id, reported=other, by=town.actor("clerk"), on=MONDAY)
    assert Visit.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_who_plan_the_same_visit_at_once_plan_one(transactional_db: None, stopped: None) -> None:
    town = make_town()
    place = make_place(town)
    answers = at_once([lambda: planned_visit(town, place)] * 3)
    assert sorted(type(answer).__name__ for answer in answers) == ["InvalidInput", "InvalidInput", "Visit"]
    assert Visit.objects.count() == 1

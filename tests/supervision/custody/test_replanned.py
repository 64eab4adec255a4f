"""A planned visit is moved or called off, with the reason; what happened on the spot stands all the same."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, Stale
from qadaga.supervision.custody import selectors, services
from qadaga.supervision.custody.models import Place, Replanned, Visit
from qadaga.supervision.custody.replanned import changes
from tests.api.calling import caller
from tests.casework import MONDAY, Town, make_town
from tests.custody import TEN, make_place, planned_visit
from tests.web.alarms.test_pages import signed_in

pytestmark = pytest.mark.clause("L.3.6")
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


@pytest.fixture
def place(town: Town) -> Place:
    return make_place(town)


def move(town: Town, visit: Visit, by: str = "head", **changes: object) -> Visit:
    given = {"officer_id": town.deputy.id, "planned_on": TUESDAY, "why": "Суд", "version": visit.version}
    return services.move(visit_id=visit.id, **{**given, **changes}, by=town.actor(by), on=MONDAY)  # type: ignore[arg-type]  # as move takes them


def call_off(town: Town, visit: Visit, by: str = "head", why: str = "Карантин") -> Visit:
    return services.call_off(visit_id=visit.id, version=visit.version, why=why, by=town.actor(by), on=MONDAY)


def test_a_visit_is_moved_to_a_day_and_an_officer_and_says_why(town: Town, place: Place) -> None:
    visit = planned_visit(town, place)
    with pytest.raises(NotPermitted):
        move(town, visit, by="assistant")
    with pytest.raises(Stale):
        move(town, visit, version=7)
    same = {"officer_id": town.assistant.id, "planned_on": MONDAY}
    past = {"planned_on": MONDAY - timedelta(days=1)}
    for wrong, field in ((same, "planned_on"), (past, "planned_on"), ({"why": " "}, "why")):
        with pytest.raises(InvalidInput) as refused:
            move(town, visit, **wrong)
        assert [fault.field for fault in refused.value.fields] == [field]
    with pytest.raises(InvalidInput) as foreign:
        move(town, visit, officer_id=town.region_head.id)
    assert [fault.code for fault in foreign.value.fields] == ["not_of_office"]
    moved = move(town, visit)
    assert (moved.status, moved.planned_on, moved.officer, moved.version) == (
        "planned",
        TUESDAY,
        town.deputy,
        2,
    )
    line = Replanned.objects.get()
    assert (line.from_day, line.from_officer, line.to_officer, line.why) == (
        MONDAY,
        town.assistant,
        town.deputy,
        "Суд",
    )
    begun = services.begin(visit_id=visit.id, version=2, by=town.actor("deputy"), on=MONDAY)
    for work in (move, call_off):
        with pytest.raises(AlreadyDone):
            work(town, begun)


def test_a_visit_called_off_leaves_the_plan_and_is_not_begun(town: Town, place: Place) -> None:
    visit, due = planned_visit(town, place), place.due_on
    gone = call_off(town, visit)
    place.refresh_from_db()
    assert (gone.status, place.due_on, selectors.plan(town.actor("head"), MONDAY)) == ("called_off", due, [])
    assert [line.why for line in changes(town.actor("head"), MONDAY)] == ["Карантин"]
    assert changes(town.actor("neighbour"), MONDAY) == []
    given = {"visit_id": visit.id, "by": town.actor("assistant"), "on": MONDAY}
    for work in (
        lambda: call_off(town, gone),
        lambda: services.begin(**given, version=2),
        lambda: services.keep(**given),
        lambda: services.fill(**given, version=2, answers={}),
    ):
        with pytest.raises(Conflict) as refused:
            work()
        assert refused.value.code == "called_off"
    again = planned_visit(town, place)
    assert again.status == "planned"
    call_off(town, again)
    services.close(place_id=place.id, version=1, closed_on=MONDAY, by=town.actor("head"), on=MONDAY)


def test_where_holding_was_reported_somebody_goes_today(town: Town, place: Place) -> None:
    reported = services.Reported("Звонок брата", town.assistant.id)
    visit = services.report(place_id=place.id, reported=reported, by=town.actor("clerk"), on=MONDAY)
    with pytest.raises(Conflict):
        call_off(town, visit)
    with pytest.raises(InvalidInput) as later:
        move(town, visit)
    assert [fault.code for fault in later.value.fields] == ["reported"]
    assert move(town, visit, planned_on=MONDAY).officer == town.deputy


def test_what_a_device_brings_takes_up_a_visit_called_off_meanwhile(town: Town, place: Place) -> None:
    visit, by = planned_visit(town, place), town.actor("assistant")
    visit = services.keep(visit_id=visit.id, by=by, on=MONDAY)
    call_off(town, visit)
    later = TEN + timedelta(hours=1)
    with clock.frozen(later):
        silent = services.sync(visit_id=visit.id, parcel=services.Parcel(later), by=by, on=MONDAY)
        begun = services.Parcel(later, TEN + timedelta(minutes=5))
        done = services.sync(visit_id=visit.id, parcel=begun, by=by, on=MONDAY)
    visit.refresh_from_db()
    assert (silent.begun, done.begun, visit.status) == (False, True, "going")


def test_the_card_the_plan_and_the_api_say_so(town: Town, place: Place) -> None:
    visit = planned_visit(town, place)
    head = signed_in(town, "head")
    sent = {"officer": town.deputy.id, "planned_on": "2026-09-08", "why": "Заседание суда", "version": 1}
    assert head.post(f"/visits/{visit.id}/move/", sent)["Location"] == f"/visits/{visit.id}/"
    head.post(f"/visits/{visit.id}/call-off/", {"why": "Карантин", "version": 2})
    for page in (f"/visits/{visit.id}/", "/visits/"):
        text = head.get(page).text
        assert "Заседание суда" in text
        assert "Карантин" in text
    assert f"/visits/{visit.id}/move/" not in head.get(f"/visits/{visit.id}/").text
    told = caller(town.head).get(f"/visits/{visit.id}").json()  # type: ignore[attr-defined]
    assert [(one["to_day"], one["why"]) for one in told["replanned"]] == [
        (None, "Карантин"),
        ("2026-09-08", "Заседание суда"),
    ]

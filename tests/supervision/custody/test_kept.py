"""A check list taken along on a device: sent once, nobody overwritten unseen, the minutes since the find."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.alarms.models import Alarm
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.supervision.custody import services
from qadaga.supervision.custody.choices import Standing
from qadaga.supervision.custody.device import DeviceClock
from qadaga.supervision.custody.models import HeldPerson, Place, Said, Visit
from qadaga.web.custody.parcel import parcel_of
from tests.casework import MONDAY, Town, make_town
from tests.custody import TEN, all_answers, begun_visit, found, make_place, planned_visit
from tests.parallel import at_once

AHEAD = timedelta(minutes=7)


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


def device(minutes: int) -> datetime:
    """So many minutes after ten by the device's clock, which is seven minutes ahead."""
    return TEN + timedelta(minutes=minutes) + AHEAD


def said(item: str, verdict: str = "held", remark: str = "", *, over: int = 0) -> services.SaidEntry:
    return services.SaidEntry(uuid4(), device(30), item, services.Answered(verdict, remark), over)


def send(town: Town, visit: Visit, *answers: services.SaidEntry, **more: object) -> services.Outcome:
    """Everything arrives five hours after ten."""
    with clock.frozen(TEN + timedelta(hours=5)):
        values = {"device_now": device(300), "answers": answers, **more}
        parcel = services.Parcel(**values)  # type: ignore[arg-type]  # as Parcel has them
        return services.sync(visit_id=visit.id, parcel=parcel, by=town.actor("assistant"), on=MONDAY)


def standings(done: services.Outcome) -> list[str]:
    return [one.standing for one in done.results.values()]


def kept_visit(town: Town, place: Place) -> Visit:
    visit = planned_visit(town, place)
    return services.keep(visit_id=visit.id, by=town.actor("assistant"), on=MONDAY)


def test_a_visit_begun_and_answered_without_a_network_comes_back_once(town: Town, place: Place) -> None:
    visit = kept_visit(town, place)
    answers = [said("food", "not_held", "Ужина нет"), said("space")]
    with pytest.raises(NotPermitted):
        services.keep(visit_id=visit.id, by=town.actor("second"), on=MONDAY)
    early = send(town, visit, *answers)
    assert isinstance(early.refused, Conflict)
    assert all(one.error is early.refused for one in early.results.values())
    done = send(town, visit, *answers, begun_at=device(20))
    visit.refresh_from_db()
    assert (standings(done), done.begun, visit.status) == (["taken", "taken"], True, "going")
    assert (visit.started_at, visit.returned_at) == (TEN + timedelta(minutes=20), TEN + timedelta(hours=5))
    line = Said.objects.get(item="food")
    assert (line.said_at, line.told_at) == (TEN + timedelta(minutes=30), TEN + timedelta(hours=5))
    assert (line.device_at, line.skew_seconds, line.version) == (device(30), 420, 1)
    version = visit.version
    again = send(town, visit, *answers, begun_at=device(20))
    visit.refresh_from_db()
    assert (standings(again), visit.version, Said.objects.count()) == (["taken", "taken"], version, 2)


def test_a_point_answered_by_somebody_else_meanwhile_is_shown_and_both_answers_stay(
    town: Town, place: Place
) -> None:
    visit = begun_visit(town, place)
    head, theirs = town.actor("head"), services.Answered("held")
    services.fill(visit_id=visit.id, version=2, answers={"food": theirs, "space": theirs}, by=head, on=MONDAY)
    mine = said("food", "not_held", "Ужина нет")
    done = send(town, visit, mine, said("space"), said("force"))
    assert standings(done) == ["disputed", "taken", "taken"]
    assert visit.answers.get(item="food").verdict == "held"
    visit.refresh_from_db()
    given = {"visit_id": visit.id, "by": head, "on": MONDAY}
    with pytest.raises(Conflict) as unsettled:
        services.finish(**given, version=visit.version, outcome="Всё")
    assert unsettled.value.code == "disputed"
    line = Said.objects.get(key=mine.key)
    with pytest.raises(InvalidInput):
        services.settle(**given, version=visit.version, chosen={line.id: "both"})
    services.settle(**given, version=visit.version, chosen={line.id: services.TAKE})
    food = visit.answers.get(item="food")
    assert (food.verdict, food.version) == ("not_held", 2)
    kept = list(Said.objects.filter(item="food").order_by("said_at").values_list("verdict", "standing"))
    assert kept == [("held", "taken"), ("not_held", "taken")]
    other = said("food", "unchecked", over=1)
    assert standings(send(town, visit, other)) == ["disputed"]
    visit.refresh_from_db()
    line = Said.objects.get(key=other.key)
    services.settle(**given, version=visit.version, chosen={line.id: services.LEAVE})
    line.refresh_from_db()
    assert (line.standing, line.settled_by, visit.answers.get(item="food").verdict) == (
        Standing.SET_ASIDE, town.head, "not_held",
    )  # fmt: skip


def test_answers_to_a_finished_visit_are_kept_in_the_history_only(town: Town, place: Place) -> None:
    visit = kept_visit(town, place)
    head = town.actor("head")
    given = {"visit_id": visit.id, "by": head, "on": MONDAY}
    services.begin(**given, version=visit.version)
    services.fill(**given, version=2, answers=all_answers())
    services.finish(**given, version=3, outcome="Всё в порядке")
    done = send(town, visit, said("food", "not_held", "Ужина нет"), begun_at=device(20))
    assert standings(done) == ["set_aside"]
    assert visit.answers.get(item="food").verdict == "held"
    with pytest.raises(AlreadyDone):
        services.keep(**given)


def test_the_minutes_of_a_person_found_run_since_the_moment_on_the_device(town: Town, place: Place) -> None:
    visit = kept_visit(town, place)
    entry = services.FoundEntry(uuid4(), device(40), found())
    wrong = services.FoundEntry(uuid4(), device(45), found(iin="123"))
    # The point is unknown, yet it keeps nobody in the cell.
    done = send(town, visit, said("nonsense"), found=(entry, wrong), begun_at=device(20))
    assert [bool(one.error) for one in done.results.values()] == [False, True, True]
    held = HeldPerson.objects.get()
    assert (held.found_at, held.told_at) == (TEN + timedelta(minutes=40), TEN + timedelta(hours=5))
    assert (held.device_at, held.skew_seconds, held.visit) == (device(40), 420, visit)
    alarm = Alarm.objects.get(duty="duty.release")
    assert (alarm.raised_at, alarm.due_at) == (held.found_at, held.found_at + timedelta(minutes=15))
    send(town, visit, found=(entry,))
    assert HeldPerson.objects.count() == 1
    late = services.FoundEntry(uuid4(), device(40), found(held_since=TEN + timedelta(hours=2)))
    refused = send(town, visit, found=(late,)).results[late.key].error
    assert isinstance(refused, InvalidInput)
    assert [fault.field for fault in refused.fields] == ["held_since"]


def test_whoever_took_the_list_raises_the_alarm_though_the_visit_was_finished(
    town: Town, place: Place
) -> None:
    visit = kept_visit(town, place)
    given = {"visit_id": visit.id, "by": town.actor("head"), "on": MONDAY}
    services.begin(**given, version=visit.version)
    services.fill(**given, version=2, answers=all_answers())
    services.finish(**given, version=3, outcome="Всё в порядке")
    done = send(town, visit, found=(services.FoundEntry(uuid4(), device(40), found()),))
    assert standings(done) == ["taken"]
    assert Alarm.objects.filter(duty="duty.release", ended_at=None).exists()


@pytest.mark.parametrize(
    ("device_at", "expected"),
    [
        (device(30), TEN + timedelta(minutes=30)),
        # Set back while it was away, or forward: never later than it came, nor before what it follows.
        (device(900), TEN + timedelta(hours=5)),
        (device(-900), TEN),
    ],
)
def test_the_device_clock_is_put_right(device_at: datetime, expected: datetime) -> None:
    told = DeviceClock(device(300), TEN + timedelta(hours=5))
    assert (told.read(device_at, earliest=TEN), told.skew_seconds) == (expected, 420)


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"[]", b"\xff", b"[" * 100_000, b'{"device_now": "yesterday"}',
        b'{"device_now": "0001-01-01T00:00", "found": [], "answers": [], "whole": true}',
        b'{"device_now": "2026-01-01T00:00", "found": [], "answers": [{"key": 7}], "whole": true}',
    ],
)  # fmt: skip
def test_what_is_no_parcel_is_refused(sent: bytes) -> None:
    with pytest.raises(InvalidInput):
        parcel_of(sent)


def going(town: Town) -> dict[str, object]:
    visit = begun_visit(town, make_place(town))
    given = {"visit_id": visit.id, "by": town.actor("assistant"), "on": MONDAY}
    services.fill(**given, version=2, answers=all_answers())  # type: ignore[arg-type]  # as fill has them
    return given


def names(answers: list[object]) -> list[str]:
    return sorted(type(answer).__name__ for answer in answers)


@pytest.mark.django_db(transaction=True)
def test_two_finishes_or_an_answer_beside_a_finish_never_both_stand(transactional_db: None) -> None:
    town = make_town()
    given = going(town)
    done = at_once([lambda n=n: services.finish(**given, version=3, outcome=n) for n in ("Раз", "Два")])
    assert names(done) == ["AlreadyDone", "Visit"]
    assert Visit.objects.get().version == 4


@pytest.mark.django_db(transaction=True)
def test_an_answer_beside_a_finish_is_before_it_or_refused(transactional_db: None) -> None:
    town = make_town()
    given = going(town)
    late = {"food": services.Answered("not_held", "Ужина нет")}
    done = at_once(
        [
            lambda: services.finish(**given, version=3, outcome="Всё"),
            lambda: services.fill(**given, version=3, answers=late),
        ]
    )
    assert names(done) in (["AlreadyDone", "Visit"], ["Stale", "Visit"])


@pytest.mark.django_db(transaction=True)
def test_nobody_is_on_two_visits_at_once_and_a_parcel_sent_twice_is_recorded_once(
    transactional_db: None,
) -> None:
    town = make_town()
    visits = [planned_visit(town, make_place(town, name_ru=name)) for name in ("Первый", "Второй")]
    by = town.actor("assistant")
    done = at_once([lambda v=v: services.begin(visit_id=v.id, version=1, by=by, on=MONDAY) for v in visits])
    assert names(done) == ["Conflict", "Visit"]
    visit = Visit.objects.get(status="going")
    key, at = UUID(int=7), TEN
    entry = services.SaidEntry(key, at, "food", services.Answered("held"), 0)
    person = services.FoundEntry(UUID(int=8), at, found())
    parcel = services.Parcel(at, None, (person,), (entry,))
    twice = at_once([lambda: services.sync(visit_id=visit.id, parcel=parcel, by=by, on=MONDAY)] * 2)
    assert [standings(one) for one in twice] == [["taken", "taken"]] * 2  # type: ignore[arg-type]  # outcomes
    assert (Said.objects.count(), HeldPerson.objects.count()) == (1, 1)

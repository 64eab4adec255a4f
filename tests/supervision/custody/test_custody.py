"""Places, visits, people held unlawfully: who may, what runs in minutes, what is counted (O.8.d6)."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.alarms.models import Alarm, Hearing
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.journal.models import Entry
from qadaga.law import competence
from qadaga.matters import services as matters
from qadaga.matters.models import ComplainedOf, ProtectedPerson
from qadaga.supervision.custody import selectors, services
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import HeldPerson, Place
from qadaga.supervision.custody.subject import held_subject
from tests.casework import MONDAY, Town, make_town
from tests.custody import (
    TEN,
    all_answers,
    begun_visit,
    custody_matter,
    entered,
    make_held,
    make_place,
    planned_visit,
    resolved,
)
from tests.parallel import at_once
from tests.staffing import actor_of, make_appointment


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


def clauses(error: pytest.ExceptionInfo[NotPermitted]) -> set[str]:
    return {missing.citation.clause for missing in error.value.ruling.missing}


def carried(minutes: int = 5) -> services.Carried:
    return services.Carried(TEN + timedelta(minutes=minutes), "Дежурный Сапаров", "Устно, под подпись")


def test_only_the_competent_office_registers_a_place(town: Town, place: Place) -> None:
    assert (place.office, place.due_on) == (
        town.district,
        MONDAY + timedelta(days=lists().every_days["special"]),
    )
    with pytest.raises(NotPermitted) as elsewhere:
        make_place(town, kato="103200000", name_ru="Чужой изолятор")
    assert clauses(elsewhere) == {"O.1"}
    with pytest.raises(NotPermitted):
        services.register(entered=entered(), by=town.actor("assistant"), on=MONDAY)
    with pytest.raises(InvalidInput) as twice:
        make_place(town)
    assert [fault.field for fault in twice.value.fields] == ["name_ru"]
    for wrong in ({"kato": "999999999"}, {"capacity": 0}, {"kind": "prison"}, {"address": " "}):
        with pytest.raises(InvalidInput):
            make_place(town, name_ru="Другой", **wrong)


def test_a_visit_is_given_begun_answered_and_finished(town: Town, place: Place) -> None:
    visit = planned_visit(town, place)
    by = town.actor("assistant")
    with pytest.raises(NotPermitted):
        services.begin(visit_id=visit.id, version=1, by=town.actor("second"), on=MONDAY)
    with pytest.raises(Conflict):
        services.fill(visit_id=visit.id, version=1, answers=all_answers(), by=by, on=MONDAY)
    visit = services.begin(visit_id=visit.id, version=1, by=by, on=MONDAY)
    answers = {"paper": services.Answered("not_held"), "nonsense": services.Answered("held")}
    with pytest.raises(InvalidInput) as silent:
        services.fill(visit_id=visit.id, version=2, answers=answers, by=by, on=MONDAY)
    assert {fault.field for fault in silent.value.fields} == {"remark_paper", "verdict_nonsense"}
    partly = {"food": services.Answered("held")}
    services.fill(visit_id=visit.id, version=2, answers=partly, by=by, on=MONDAY)
    with pytest.raises(Conflict):
        services.finish(visit_id=visit.id, version=3, outcome="Всё", by=by, on=MONDAY)
    answers = all_answers(food=services.Answered("not_held", "Ужина нет"))
    services.fill(visit_id=visit.id, version=3, answers=answers, by=by, on=MONDAY)
    talks = [("Ким Олег", "Ужина не было")]
    done = services.finish(visit_id=visit.id, version=4, outcome="Без ужина", talks=talks, by=by, on=MONDAY)
    place.refresh_from_db()
    assert (done.status, place.visited_on, place.due_on) == ("done", MONDAY, MONDAY + timedelta(days=10))
    with pytest.raises(AlreadyDone):
        services.finish(visit_id=visit.id, version=5, outcome="Ещё", by=by, on=MONDAY)
    matter = custody_matter(town)
    head = town.actor("head")
    given = {"visit_id": visit.id, "item": "food", "matter_id": matter.id, "norm": "Нормы питания"}
    violation = services.pass_violation(**given, by=head, on=MONDAY)
    assert (violation.what, violation.violator_body) == ("Ужина нет", place.body)
    with pytest.raises(AlreadyDone):
        services.pass_violation(**given, by=head, on=MONDAY)


def test_a_report_runs_until_somebody_begins_the_visit(town: Town, place: Place) -> None:
    reported = services.Reported("Звонок брата", town.assistant.id)
    visit = services.report(place_id=place.id, reported=reported, by=town.actor("clerk"), on=MONDAY)
    alarm = Alarm.objects.get(duty="duty.go_to_holding")
    assert (alarm.subject_id, alarm.due_at) == (place.id, TEN + timedelta(minutes=60))
    services.begin(visit_id=visit.id, version=1, by=town.actor("assistant"), on=MONDAY)
    alarm.refresh_from_db()
    assert (alarm.ended_at, alarm.ended_power) == (TEN, "custody.visit")


def test_whoever_visits_finds_and_everybody_above_hears_at_once(town: Town, place: Place) -> None:
    with pytest.raises(NotPermitted) as idle:
        make_held(town, place, by="assistant")
    assert clauses(idle) == {"L.3.6"}
    visit = begun_visit(town, place)
    held = make_held(town, place, by="assistant")
    alarm = Alarm.objects.get(duty="duty.release")
    assert (held.visit, held.found_at, alarm.subject_id) == (visit, TEN, held.id)
    assert alarm.due_at == TEN + timedelta(minutes=15)
    heard = Hearing.objects.filter(alarm=alarm).values_list("office__code", flat=True)
    assert set(heard) == {"dis", "reg", "top"}
    assert town.actor("region_head").ringing.number == 1


def test_the_own_resolution_frees_and_the_matter_counts_the_person(town: Town, place: Place) -> None:
    matter = custody_matter(town)
    begun_visit(town, place)
    held = make_held(town, place, by="assistant", matter_id=matter.id, minor=True)
    head = town.actor("head")
    early = {"held_id": held.id, "version": 1, "carried": carried(), "by": head, "on": MONDAY}
    with pytest.raises(Conflict):
        services.record_carried_out(**early)
    with pytest.raises(Stale):
        services.resolve(held_id=held.id, version=7, resolved=services.Resolved("н", "п"), by=head, on=MONDAY)
    held = resolved(town, held, by="assistant")
    made = held.resolution
    assert made.number_text == "ҚЛ-dis-2026/000001"
    assert (made.power, made.ground, made.signer) == (
        "detention.release",
        "held_without_ground",
        town.assistant,
    )
    assert made.pdf.sha256 == made.sha256
    assert competence.rerun(made.ruling).allowed
    assert not Alarm.objects.filter(ended_at=None).exists()
    with clock.frozen(TEN + timedelta(minutes=6)):
        late = {**early, "version": held.version, "carried": carried(7)}
        with pytest.raises(InvalidInput):
            services.record_carried_out(**late)
        held = services.record_carried_out(**{**early, "version": held.version})
    counted = ProtectedPerson.objects.get()
    assert (held.protected, counted.matter, counted.kind) == (counted, matter, "minor")
    assert (counted.told_on, counted.told_how) == (MONDAY, "Устно, под подпись")
    with pytest.raises(AlreadyDone):
        services.count(held_id=held.id, version=held.version, matter_id=matter.id, by=head, on=MONDAY)


def test_a_matter_may_be_named_later_but_only_an_open_one_of_the_direction(town: Town, place: Place) -> None:
    held = resolved(town, make_held(town, place))
    head = town.actor("head")
    held = services.record_carried_out(
        held_id=held.id, version=held.version, carried=carried(0), by=head, on=MONDAY
    )
    assert held.protected is None
    given = {"held_id": held.id, "version": held.version, "by": head, "on": MONDAY}
    wrong = matters.open(
        opening=matters.Opening("own_initiative", "legality_of_acts", "О сборе"), by=head, on=MONDAY
    )
    with pytest.raises(InvalidInput):
        services.count(matter_id=wrong.id, **given)
    held = services.count(matter_id=custody_matter(town).id, **given)
    assert held.protected is not None


@pytest.mark.parametrize(
    ("wrong", "power", "alarms"),
    [
        ("isolation", "detention.release_isolation", 1),
        ("penalty", "penalty.cancel", 0),
        ("reward", "penalty.cancel", 0),
    ],
)
def test_isolation_runs_in_minutes_a_penalty_or_reward_does_not(
    town: Town, place: Place, wrong: str, power: str, alarms: int
) -> None:
    held = make_held(town, place, wrong=wrong)
    assert Alarm.objects.count() == alarms
    assert resolved(town, held).resolution.power == power
    assert not Alarm.objects.filter(ended_at=None).exists()


@pytest.mark.parametrize("year", [1, 9999])
def test_a_moment_that_no_calendar_knows_is_refused(town: Town, place: Place, year: int) -> None:
    since = datetime(year, 1, 1, tzinfo=timezone(timedelta(hours=14)))
    with pytest.raises(InvalidInput) as refused:
        make_held(town, place, held_since=since)
    assert [fault.field for fault in refused.value.fields] == ["held_since"]


def test_a_matter_that_complains_of_the_officer_is_not_offered_to_them(town: Town, place: Place) -> None:
    matter = custody_matter(town)
    ComplainedOf.objects.create(matter=matter, person=town.head.person)
    head, deputy = town.actor("head"), town.actor("deputy")
    assert selectors.matters_for(place.office_id, head) == []
    assert selectors.matters_for(place.office_id, deputy) == [matter]
    with pytest.raises(InvalidInput):
        make_held(town, place, matter_id=matter.id)
    held = make_held(town, place, by="deputy", matter_id=matter.id)
    assert selectors.matter_of(held, deputy) == matter
    assert selectors.matter_of(held, head) is None


def test_a_second_check_by_another_stops_the_clock_and_bars_the_release(town: Town, place: Place) -> None:
    held = make_held(town, place)
    given = {"held_id": held.id, "checked": "Санкция суда от 1 сентября", "on": MONDAY}
    with pytest.raises(Conflict):
        services.found_lawful(**given, version=1, by=town.actor("head"))
    # Another post of the same person is no other person.
    elsewhere = make_appointment(town.region, "deputy_regional", town.head.person, since=MONDAY)
    with pytest.raises(Conflict):
        services.found_lawful(**given, version=1, by=actor_of(elsewhere, MONDAY))
    held = services.found_lawful(**given, version=1, by=town.actor("deputy"))
    assert (held.status, Alarm.objects.get().ended_power) == ("lawful", "")
    with pytest.raises(AlreadyDone):
        resolved(town, held)
    assert "held_lawfully" in held_subject(held, town.actor("head"), MONDAY).marks


def test_nothing_about_the_person_is_in_the_journal_but_that_it_was_read(town: Town, place: Place) -> None:
    held = make_held(town, place, iin="850725400331")
    resolved(town, held)
    selectors.read_held(town.actor("region_head"), MONDAY, held.id)
    entries = Entry.objects.filter(subject_id=held.id)
    assert {entry.action for entry in entries} >= {"custody.check_person", "detention.release", "card.read"}
    kept = " ".join(f"{entry.data} {entry.ruling}" for entry in entries)
    assert "Ким" not in kept
    assert "850725400331" not in kept
    with pytest.raises(NotFound):
        selectors.read_held(town.actor("neighbour"), MONDAY, held.id)
    with pytest.raises(NotPermitted):
        selectors.read_held(town.actor("clerk"), MONDAY, held.id)


def test_a_place_with_somebody_to_release_is_not_closed(town: Town, place: Place) -> None:
    held = make_held(town, place)
    given = {"place_id": place.id, "version": 1, "closed_on": MONDAY, "by": town.actor("head"), "on": MONDAY}
    with pytest.raises(Conflict):
        services.close(**given)
    resolved_person = resolved(town, held)
    services.record_carried_out(
        held_id=held.id, version=resolved_person.version, carried=carried(0), by=town.actor("head"), on=MONDAY
    )
    assert services.close(**given).status == "closed"
    with pytest.raises(Conflict):
        make_held(town, place)


@pytest.mark.django_db(transaction=True)
def test_two_prosecutors_release_the_same_person_and_one_is_told(transactional_db: None) -> None:
    town = make_town()
    held = make_held(town, make_place(town))
    answers = at_once([lambda by=by: resolved(town, held, by=by) for by in ("head", "deputy")])
    assert sorted(type(answer).__name__ for answer in answers) == ["AlreadyDone", "HeldPerson"]
    assert HeldPerson.objects.get().resolution.number == 1


def test_whoever_died_is_not_released_and_the_minutes_stop(town: Town) -> None:
    place = make_place(town)
    held = make_held(town, place, iin="850725400331")
    with pytest.raises(InvalidInput) as twice:
        make_held(town, place, iin="850725400331")
    assert twice.value.fields[0].field == "iin"
    dead = {"held_id": held.id, "death": "Справка № 7", "by": town.actor("head"), "on": MONDAY}
    with pytest.raises(InvalidInput):
        services.record_death(**dead, version=1, died_on=MONDAY - timedelta(days=9))
    done = services.record_death(**dead, version=1, died_on=MONDAY)
    assert (done.status, done.died_on) == ("died", MONDAY)
    assert Alarm.objects.get(subject_id=held.id).ended_at is not None
    with pytest.raises(NotPermitted) as refused:
        resolved(town, done)
    assert {missing.citation.clause for missing in refused.value.ruling.missing} == {"O.8.d6"}
    with pytest.raises(AlreadyDone):
        services.record_death(**dead, version=2, died_on=MONDAY)
    assert make_held(town, place, iin="850725400331").status == "found"

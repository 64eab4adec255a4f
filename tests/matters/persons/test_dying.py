"""A death known to one register bars measures in all; what restores rights and what closes goes on."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from importlib import import_module
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from qadaga.acts.summons import Called, Ended
from qadaga.appeals.models import Appeal
from qadaga.appeals.summonses import services as summonses
from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.court.models import Review
from qadaga.matters import deaths
from qadaga.matters import services as matters
from qadaga.matters.bodies import officials
from qadaga.matters.models import Liability, Matter
from qadaga.matters.persons import dying, services
from qadaga.matters.persons.models import Death
from qadaga.matters.persons.selectors import Card
from qadaga.organisation import appointments
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.staff.models import Person as Employee
from qadaga.supervision.enforcement import services as enforcement
from qadaga.supervision.inspections import services as inspections
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town
from tests.courtwork import make_review
from tests.enforcement import make_bailiff, make_writ
from tests.inspecting import running
from tests.intake import make_appeal, open_for
from tests.staffing import actor_of, admit, make_appointment, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.clause("O.7.1", "O.8.1")]
IIN, OTHER = "850725400331", "900101300017"
DIED = MONDAY - timedelta(days=3)


@pytest.fixture
def town() -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    import_module("qadaga.web.registers.listed")
    with clock.frozen(NOON):
        yield


def card(town: Town, who: str = "head", iin: str = IIN) -> Card:
    return services.look_up(iin=iin, by=town.actor(who), on=MONDAY)


def named(town: Town, iin: str = IIN, who: str = "head") -> None:
    entered = officials.Entered(make_body(), iin, "Ким Олег", "Аким")
    officials.enter(entered=entered, by=town.actor(who), on=MONDAY)


def note(town: Town, who: str = "assistant", died_on: date = DIED, iin: str = IIN) -> Death:
    found = card(town, who, iin)
    given = {
        "version": found.version,
        "died_on": died_on,
        "paper": "№ 17",
        "by": town.actor(who),
        "on": MONDAY,
    }
    return dying.note_death(card=found, **given)


def clauses(refused: pytest.ExceptionInfo[NotPermitted]) -> list[tuple[str, str]]:
    return [(gap.data.get("mark", gap.code), gap.citation.clause) for gap in refused.value.ruling.missing]


def raise_liability(town: Town, iin: str = IIN, day: date = MONDAY, kind: str = "official") -> Liability:
    return liability_of(town, assigned_matter(town), iin, day, kind)


def liability_of(
    town: Town, matter: Matter, iin: str = IIN, day: date = MONDAY, kind: str = "official"
) -> Liability:
    raised = matters.Raised("disciplinary", kind, "Ким Олег", day, iin=iin)
    about = {"matter_id": matter.id, "version": matter.version, "by": town.actor("assistant"), "on": MONDAY}
    return matters.raise_liability(raised=raised, **about)


NOON = datetime.combine(MONDAY, time(12), clock.ZONE)
CALLED = Called("official", "Ким Олег", "О сборе", "Каб. 4", NOON + timedelta(hours=5), "courier", iin=IIN)


def considered(town: Any) -> Appeal:
    """An appeal under consideration: a town has all that a registry has."""
    appeal = make_appeal(town)
    open_for(town, appeal)
    return appeal


# What the measure needs, then the measure.
Prepared = Callable[[Town], Callable[[], object]]


def to_raise(town: Town) -> Callable[[], object]:
    return partial(liability_of, town, assigned_matter(town))


def to_summon(town: Town) -> Callable[[], object]:
    by = {"called": CALLED, "by": town.actor("head"), "on": MONDAY}
    return partial(summonses.summon, appeal_id=considered(town).id, **by)


def to_call(town: Town) -> Callable[[], object]:
    by = {"called": CALLED, "by": town.actor("head"), "on": MONDAY}
    return partial(inspections.summon, inspection_id=running(town).id, **by)


def to_enter(town: Town) -> Callable[[], object]:
    return partial(make_writ, town, make_bailiff(town), debtor_iin=IIN, opened_on=MONDAY)


def to_petition(town: Town) -> Callable[[], object]:
    return partial(make_review, town, petitioner_iin=IIN)


MEASURES: dict[str, tuple[Prepared, tuple[str, str]]] = {
    "liability": (to_raise, ("person_dead", "O.8.d3")),
    "summons in an appeal": (to_summon, ("person_dead", "O.8.7")),
    "summons in an inspection": (to_call, ("person_dead", "O.8.7")),
    "writ": (to_enter, ("debtor_dead", "L.3.5")),
    "petition": (to_petition, ("petitioner_dead", "L.3.4")),
}


@pytest.mark.parametrize("measure", MEASURES)
def test_nothing_is_decided_against_whom_the_card_notes_as_dead(town: Town, measure: str) -> None:
    prepared, refusal = MEASURES[measure]
    take = prepared(town)
    named(town)
    noted = note(town)
    with pytest.raises(NotPermitted) as refused:
        take()
    assert clauses(refused) == [refusal]
    found = card(town)
    said = {"death_id": noted.id, "reason": "Тёзка", "version": found.version, "on": MONDAY}
    dying.withdraw_death(card=found, by=town.actor("head"), **said)
    take()


def test_a_death_of_the_staff_bars_too_and_nobody_dead_elsewhere_is_appointed(town: Town) -> None:
    Employee.objects.filter(id=town.second.person_id).update(iin=IIN, died_on=DIED)
    with pytest.raises(NotPermitted):
        raise_liability(town)
    assert deaths.days([IIN, OTHER]) == {IIN: DIED}
    named(town, OTHER)
    note(town, iin=OTHER)
    clerk = make_appointment(town.region, "staff_officer")
    person = admit(make_person("Пак", iin=OTHER), officer=False)
    wanted = AppointmentInput(person.id, town.district.id, "registry_clerk", MONDAY, ground="№ 7")
    with pytest.raises(InvalidInput) as refused:
        appointments.make(by=actor_of(clerk, MONDAY), on=MONDAY, appointment=wanted)
    assert [fault.code for fault in refused.value.fields] == ["dead_elsewhere"]


def test_what_was_done_in_life_stays_and_what_closes_goes_on(town: Town) -> None:
    raised = raise_liability(town, day=DIED)
    writ = make_writ(town, debtor_iin=IIN)
    review = make_review(town, petitioner_iin=IIN)
    appeal = considered(town)
    head, on = town.actor("head"), MONDAY
    called = summonses.summon(appeal_id=appeal.id, called=CALLED, by=head, on=on)
    assert {"liable", "debtor", "petitioner", "summoned"} <= set(card(town).lines)
    note(town)
    about = {"matter_id": raised.matter_id, "liability_id": raised.id, "imposed": "выговор"}
    with pytest.raises(NotPermitted) as refused:
        matters.record_imposed(**about, version=raised.matter.version, imposed_on=MONDAY, by=head, on=on)
    assert clauses(refused) == [("person_dead", "O.8.d3")]
    matters.record_imposed(**about, version=raised.matter.version, imposed_on=DIED, by=head, on=on)
    given = {"appeal_id": appeal.id, "summons_id": called.id, "by": head, "on": on}
    with pytest.raises(Conflict) as held:
        summonses.record_explanation(ended=Ended("absent", proof="№ 7"), **given)
    assert held.value.code == "person_died"
    with pytest.raises(InvalidInput):
        summonses.record_explanation(ended=Ended("dead"), **given)
    ended = summonses.record_explanation(ended=Ended("dead", died_on=DIED, consequence="привод"), **given)
    assert (ended.died_on, ended.consequence) == (DIED, "")
    enforcement.end_writ(writ_id=writ.id, version=2, ended_on=on, ended_as="stopped", by=head, on=on)
    assert Review.objects.get().petitioner_iin == review.petitioner_iin == IIN
    matter = assigned_matter(town)
    hurt = matters.Protected("adult", "Наследники", "Выплачено", MONDAY, iin=IIN, right="labour")
    assert (
        matters.record_protected(
            matter_id=matter.id, version=matter.version, protected=hurt, by=town.actor("assistant"), on=MONDAY
        ).iin
        == IIN
    )


def test_a_summons_that_found_nobody_alive_bars_measures_elsewhere(town: Town) -> None:
    given = {"inspection_id": running(town).id, "by": town.actor("assistant"), "on": MONDAY}
    row = inspections.summon(called=CALLED, **given)
    assert not deaths.known(IIN)
    inspections.record_explanation(summons_id=row.id, ended=Ended("dead", died_on=DIED), **given)
    with pytest.raises(NotPermitted):
        make_writ(town, debtor_iin=IIN, opened_on=MONDAY)
    assert "called" in card(town).lines


def test_a_death_is_noted_once_by_whom_the_registers_show_the_person(town: Town) -> None:
    named(town)
    with pytest.raises(InvalidInput):
        card(town, "neighbour")
    found = card(town)
    given = {"card": found, "died_on": DIED, "paper": "№ 17", "by": town.actor("head"), "on": MONDAY}
    wrong = ({"died_on": MONDAY + timedelta(days=1)}, {"died_on": date(1985, 7, 24)}, {"paper": " "})
    for one in wrong:
        with pytest.raises(InvalidInput):
            dying.note_death(version=1, **{**given, **one})
    with pytest.raises(Stale):
        dying.note_death(version=7, **given)
    with pytest.raises(NotFound):  # a card that somebody else has read
        dying.note_death(version=1, **{**given, "by": town.actor("neighbour")})
    noted = dying.note_death(version=1, **given)
    with pytest.raises(AlreadyDone):
        dying.note_death(version=2, **given)
    with pytest.raises(IntegrityError), transaction.atomic():
        Death.objects.create(
            person=noted.person, iin=IIN, died_on=DIED, paper="№", noted_on=MONDAY, noted_by=noted.noted_by
        )
    back = {"card": card(town), "death_id": noted.id, "reason": "Тёзка", "on": MONDAY}
    with pytest.raises(NotPermitted):
        dying.withdraw_death(
            version=2, by=town.actor("assistant"), **{**back, "card": card(town, "assistant")}
        )
    dying.withdraw_death(version=2, by=town.actor("head"), **back)
    with pytest.raises(AlreadyDone):
        dying.withdraw_death(version=3, by=town.actor("head"), **back)
    assert not deaths.known(IIN)


def test_a_death_under_one_number_counts_for_the_other_where_they_are_merged(town: Town) -> None:
    named(town)
    named(town, OTHER, "neighbour")
    region = town.actor("region_head")
    merged = {"iin": OTHER, "version": 1, "reason": "Опечатка", "by": region, "on": MONDAY}
    services.merge(card=card(town, "region_head"), **merged)
    note(town, "neighbour", iin=OTHER)
    assert (deaths.day(IIN), deaths.day(OTHER)) == (DIED, DIED)
    # The district sees its own number, and neither the other one nor what was noted under it.
    assert (card(town).deaths, card(town).numbers) == ([], [IIN])


def test_an_iin_belongs_to_people_and_has_its_check_digit(town: Town) -> None:
    for given in ({"iin": "850725400332"}, {"kind": "body"}):
        with pytest.raises(InvalidInput) as refused:
            raise_liability(town, **given)
        assert [fault.field for fault in refused.value.fields] == ["iin"]
    row = raise_liability(town)
    with pytest.raises(IntegrityError), transaction.atomic():
        Liability.objects.filter(id=row.id).update(against_kind="body")
    with pytest.raises(InvalidInput):
        make_review(town, petitioner="", ground="own_initiative", petitioner_iin=IIN)
    review = make_review(town, petitioner_iin=IIN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(id=review.id).update(petitioner_iin="12")

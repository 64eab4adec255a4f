"""Whom the investigation named, and a death at every step: what the law bars then, and what it leaves."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.court import services
from qadaga.court.models import Accused, Case
from qadaga.matters.models import Term
from tests.casework import MONDAY, Town, make_town
from tests.courtwork import ERDR, TEN, WRITTEN, at, make_accused, make_prosecution

KIM, OTHER = "850725400331", "050312600511"
pytestmark = pytest.mark.clause("O.7.3", "L.1.3")


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


def now(town: Town, case: Case, role: str = "head") -> dict[str, Any]:
    case.refresh_from_db()
    return {"case_id": case.id, "version": case.version, "by": town.actor(role), "on": MONDAY}


def die(town: Town, case: Case, person: Accused) -> None:
    services.record_death(accused_id=person.id, died_on=MONDAY, **now(town, case))


def barred(error: pytest.ExceptionInfo[NotPermitted]) -> set[tuple[str, str]]:
    return {(one.data["mark"], one.citation.clause) for one in error.value.ruling.missing}


DEAD = {("accused_dead", "O.7.3")}


def in_court(town: Town) -> tuple[Case, Accused]:
    case = make_prosecution(town)
    person = make_accused(town, case)
    services.transfer(number="1-90/2026", written=WRITTEN, **now(town, case))
    return case, person


def test_whom_the_investigation_named_is_charged_or_dropped_before_the_transfer(town: Town) -> None:
    people = [services.Named("Ким Олег", KIM, "188"), services.Named("Омаров Тимур", OTHER, "188")]
    came = MONDAY - timedelta(days=3)
    entered = services.Entered(at("criminal", number=""), erdr=ERDR, came_on=came, people=people)
    case = services.open_case(entered=entered, by=town.actor("head"), on=MONDAY)
    term = Term.objects.get(subject_id=case.id)
    assert (term.rule, term.started_on, term.due_on) == ("prosecution_decide", came, case.due_on)
    kim, other = case.accused.order_by("id")
    assert (kim.status, kim.charged_on, kim.iin) == ("named", None, KIM)
    charged = services.Charged(articles="УК, статья 188, часть 3", accused_id=kim.id)
    two = services.Charged("Омаров Тимур", OTHER, "УК, статья 188", kim.id)
    with pytest.raises(InvalidInput) as mixed:
        services.charge(charged=two, written=WRITTEN, **now(town, case))
    assert mixed.value.fields[0].code == "two_people"
    services.charge(charged=charged, written=WRITTEN, **now(town, case))
    kim.refresh_from_db()
    assert (kim.status, kim.charged_on, kim.articles) == ("charged", MONDAY, "УК, статья 188, часть 3")
    with pytest.raises(InvalidInput) as again:
        services.charge(charged=charged, written=WRITTEN, **now(town, case))
    assert again.value.fields[0].field == "accused"
    with pytest.raises(Conflict) as undecided:
        services.transfer(number="1-90/2026", written=WRITTEN, **now(town, case))
    assert undecided.value.code == "undecided"
    services.drop(accused_id=other.id, written=WRITTEN, **now(town, case))
    assert services.transfer(number="1-90/2026", written=WRITTEN, **now(town, case)).status == "in_court"


def test_the_number_has_one_format_and_only_a_criminal_case_names_people(town: Town) -> None:
    def entered(kind: str, erdr: str, *people: services.Named) -> services.Entered:
        return services.Entered(at(kind), erdr=erdr, ground="state_interest", people=people)

    somebody = services.Named("Ким Олег", KIM, "188")
    wrong = {
        "erdr": entered("criminal", "261100031000"),
        "people": entered("civil", "", somebody),
        "people ": entered("criminal", ERDR, somebody, services.Named("Ким О.", "85 0725 400331", "190")),
        "came_on ": services.Entered(at("criminal"), erdr=ERDR, came_on=MONDAY.replace(year=MONDAY.year - 1)),
        "came_on": services.Entered(at("criminal"), erdr=ERDR, came_on=MONDAY + timedelta(days=1)),
    }
    for field, given in wrong.items():
        with pytest.raises(InvalidInput) as fault:
            services.open_case(entered=given, by=town.actor("head"), on=MONDAY)
        assert fault.value.fields[0].field == field.strip()
    assert not Case.objects.exists()


def test_before_court_the_dead_are_neither_charged_nor_transferred_but_dropped(town: Town) -> None:
    case = make_prosecution(town)
    kim, other = make_accused(town, case), make_accused(town, case, iin=OTHER)
    die(town, case, other)
    with pytest.raises(AlreadyDone):
        die(town, case, other)
    with pytest.raises(NotPermitted) as transferred:
        services.transfer(number="1-90/2026", written=WRITTEN, **now(town, case))
    second = make_prosecution(town, erdr="261100031000018")
    with pytest.raises(NotPermitted) as charged:
        make_accused(town, second, iin="0503 1260 0511")
    assert barred(transferred) == barred(charged) == DEAD
    # What stays: the prosecution of the dead is dropped, because of the death or because they did nothing.
    services.drop(accused_id=other.id, written=WRITTEN, **now(town, case))
    assert services.transfer(number="1-90/2026", written=WRITTEN, **now(town, case)).status == "in_court"
    kim.refresh_from_db()
    assert kim.status == "in_court"


def test_in_court_nobody_accuses_or_convicts_the_dead_and_the_name_can_be_cleared(town: Town) -> None:
    case, kim = in_court(town)
    services.take_position(position="Виновен.", **now(town, case))
    die(town, case, kim)
    with pytest.raises(NotPermitted) as accused:
        services.take_position(position="Виновен.", **now(town, case))
    services.take_position(position="Прошу оправдать.", clears=True, **now(town, case))

    def decided(verdict: str) -> services.Decided:
        said = {kim.id: services.Said(verdict, "5 лет")}
        return services.Decided("dismissed", MONDAY, "Итог.", verdicts=said)

    with pytest.raises(InvalidInput) as convicted:
        services.decide_case(decided=decided("convicted"), **now(town, case))
    assert (convicted.value.fields[0].field, convicted.value.fields[0].code) == (
        f"verdict_{kim.id}",
        "person_dead",
    )
    services.decide_case(decided=decided("ended"), **now(town, case))
    with pytest.raises(NotPermitted) as appealed:
        services.appeal(written=WRITTEN, **now(town, case))
    assert barred(accused) == barred(appealed) == DEAD
    appealed_for = services.appeal(written=WRITTEN, clears=True, **now(town, case))
    assert (appealed_for.status, appealed_for.instance) == ("in_court", "appeal")


def test_while_somebody_lives_the_case_goes_on_against_them(town: Town) -> None:
    case = make_prosecution(town)
    kim, other = make_accused(town, case), make_accused(town, case, iin=OTHER)
    services.transfer(number="1-90/2026", written=WRITTEN, **now(town, case))
    die(town, case, other)
    services.take_position(position="Ким виновен.", **now(town, case))
    verdicts = {kim.id: services.Said("convicted", "2 года"), other.id: services.Said("ended")}
    services.decide_case(
        decided=services.Decided("granted", MONDAY, "Приговор.", verdicts=verdicts), **now(town, case)
    )
    assert services.appeal(written=WRITTEN, **now(town, case)).status == "in_court"

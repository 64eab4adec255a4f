"""Whom the investigation named, and a death at every step: what the law bars then, and what it leaves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.court import services
from qadaga.court.models import Accused, Case
from qadaga.journal.models import Entry
from qadaga.matters import deaths
from qadaga.matters.models import Term
from qadaga.supervision.pretrial.services import record_course
from tests import pretrial
from tests.casework import DEATH, MONDAY, Town, make_town
from tests.courtwork import ERDR, TEN, WRITTEN, at, make_accused, make_case, make_prosecution

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
    services.record_death(accused_id=person.id, death=DEATH, **now(town, case))


def seen(town: Town, case: Case) -> dict[str, Any]:
    case.refresh_from_db()
    return {"version": case.version, "by": town.actor("head"), "on": MONDAY}


def missing(error: pytest.ExceptionInfo[NotPermitted]) -> set[str]:
    return {one.citation.clause for one in error.value.ruling.missing}


def barred(error: pytest.ExceptionInfo[NotPermitted]) -> set[tuple[str, str]]:
    return {(one.data["mark"], one.citation.clause) for one in error.value.ruling.missing}


def test_no_clerk_declares_anybody_dead_or_names_anybody_and_a_death_needs_its_paper(town: Town) -> None:
    entered = services.Entered(at("criminal", number=""), erdr=ERDR)
    kim = services.Named("Ким Олег", KIM, "188")
    with pytest.raises(NotPermitted) as named:
        services.open_case(entered=replace(entered, people=[kim]), by=town.actor("clerk"), on=MONDAY)
    assert missing(named) == {"O.13.2"}
    case = services.open_case(entered=entered, by=town.actor("clerk"), on=MONDAY)
    person = make_accused(town, case)
    for role, clauses in (("clerk", {"O.13.2", "O.13.1"}), ("second", {"O.13.1"})):
        with pytest.raises(NotPermitted) as refused:
            services.record_death(accused_id=person.id, death=DEATH, **now(town, case, role))
        assert missing(refused) == clauses
    late = MONDAY + timedelta(days=1)
    wrong = {
        "death_paper": services.Death(MONDAY, " ", MONDAY),
        "died_on": services.Death(late, "№ 7", late),
        "death_paper_on": services.Death(MONDAY, "№ 7", MONDAY - timedelta(days=1)),
    }
    for field, death in wrong.items():
        with pytest.raises(InvalidInput) as fault:
            services.record_death(accused_id=person.id, death=death, **now(town, case))
        assert fault.value.fields[0].field == field
    services.assign(model=Case, pk=case.id, officer_id=town.second.id, **seen(town, case))
    services.record_death(accused_id=person.id, death=DEATH, **now(town, case, "second"))
    assert deaths.known(KIM)


def test_a_leader_takes_a_mistaken_death_back_and_the_person_lives_for_everybody(town: Town) -> None:
    case = make_prosecution(town)
    person = make_accused(town, case)
    mistake = {"accused_id": person.id, "why": "Умер тёзка."}
    with pytest.raises(Conflict) as lives:
        services.correct_death(**mistake, **now(town, case))
    assert lives.value.code == "not_dead"
    services.drop(accused_id=person.id, death=DEATH, written=WRITTEN, **now(town, case))
    with pytest.raises(NotPermitted) as led:
        services.correct_death(**mistake, **now(town, case, "second"))
    assert missing(led) == {"O.14.1"}
    with pytest.raises(InvalidInput):
        services.correct_death(accused_id=person.id, why=" ", **now(town, case))
    done = services.correct_death(**mistake, **now(town, case, "deputy"))
    person.refresh_from_db()
    assert (done.status, person.died_on, person.death_paper) == ("closed", None, "")
    assert (person.revived_why, person.revived_by_id) == ("Умер тёзка.", town.deputy.id)
    line = Entry.objects.filter(subject_id=case.id).order_by("-seq")[0]
    assert (line.action, line.data["was"]) == ("court.correct_death", MONDAY.isoformat())
    assert not deaths.known(KIM)


def test_a_prosecution_begins_once_in_the_office_of_a_living_investigation_which_follows_it(
    town: Town,
) -> None:
    source = pretrial.make_case(town)
    entered = services.Entered(at("criminal", number=""), erdr=source.erdr)
    open_case = partial(services.open_case, entered=entered, on=MONDAY)
    with pytest.raises(InvalidInput) as other:  # the office above sees it, and does not keep it
        open_case(by=town.actor("region_head"))
    made = open_case(by=town.actor("head"))
    with pytest.raises(InvalidInput) as twice:
        open_case(by=town.actor("head"))
    assert (other.value.fields[0].code, twice.value.fields[0].code) == ("not_here", "taken")
    make_accused(town, made)
    services.transfer(number="1-90/2026", written=WRITTEN, **now(town, made))
    source.refresh_from_db()
    paper = made.papers.get(kind="transfer")
    assert (source.status, source.ended_on, source.outcome) == ("in_court", MONDAY, paper.number_text)
    with pytest.raises(InvalidInput):  # it is before the court, and under way
        open_case(by=town.actor("head"))
    ended = pretrial.make_case(town, erdr="261010031000777")
    over = {"course": "closed", "happened_on": MONDAY, "said": "Нет состава"}
    record_course(**over, **pretrial.who(town, ended))
    with pytest.raises(Conflict) as terminated:
        services.open_case(entered=replace(entered, erdr=ended.erdr), by=town.actor("head"), on=MONDAY)
    assert terminated.value.code == "investigation_terminated"


def test_a_number_taken_out_of_sight_is_refused_in_words_that_tell_nothing(town: Town) -> None:
    make_prosecution(town)
    make_case(town, number="2-1/2026")
    for entered in (
        services.Entered(at("criminal", number="", kato="103200000"), erdr=ERDR),
        services.Entered(at(number="2-1/2026", kato="103200000"), ground="state_interest"),
    ):
        with pytest.raises(InvalidInput) as hidden:
            services.open_case(entered=entered, by=town.actor("neighbour"), on=MONDAY)
        assert hidden.value.fields[0].code == "not_here"
        assert "already" not in hidden.value.fields[0].message


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
    with pytest.raises(InvalidInput) as nobody:  # there is no dead whose name it could clear
        services.take_position(position="Прошу оправдать.", clears=True, **now(town, case))
    assert nobody.value.fields[0].code == "nobody_died"
    die(town, case, kim)
    with pytest.raises(NotPermitted) as accused:
        services.take_position(position="Виновен.", **now(town, case))
    services.take_position(position="Прошу оправдать.", clears=True, **now(town, case))
    case.refresh_from_db()
    assert case.position_clears

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
    assert case.papers.get(kind="appeal").clears


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

"""Investigations: who may, what runs, what is refused with its clause, what feeds the results."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.alarms.models import Alarm
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, Stale
from qadaga.matters.models import ProtectedPerson, Term, Violation
from qadaga.supervision.pretrial import selectors, services
from qadaga.supervision.pretrial.clockwork import warn
from qadaga.supervision.pretrial.models import Case
from tests.casework import DEATH, MONDAY, Town, assigned_matter, make_town
from tests.pretrial import ERDR, SAID, TEN, add_party, asked, make_case, taken, who


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


@pytest.fixture
def case(town: Town) -> Case:
    return make_case(town)


def clauses(error: pytest.ExceptionInfo[NotPermitted]) -> set[str]:
    return {missing.citation.clause for missing in error.value.ruling.missing}


def test_a_case_is_taken_once_by_the_competent_office(town: Town, case: Case) -> None:
    assert (case.erdr, case.status, case.assignee_id) == (ERDR, "opened", town.assistant.id)
    assert case.due_on is not None
    assert case.due_on > MONDAY
    for wrong in (
        {"erdr": "26-1010"},
        {"articles": [" "]},
        {"kato": "999999999"},
        {"registered_on": MONDAY + timedelta(days=1)},
        {"gist": "\0"},
        {},
    ):
        with pytest.raises(InvalidInput):
            services.register(taken=taken(**wrong), by=town.actor("head"), on=MONDAY)
    other = taken(erdr="261010031000124", kato="103200000")
    with pytest.raises(NotPermitted) as elsewhere:
        services.register(taken=other, by=town.actor("head"), on=MONDAY)
    assert clauses(elsewhere) == {"O.1"}


def test_a_detention_runs_in_minutes_until_the_consent_or_the_release(town: Town, case: Case) -> None:
    party = add_party(town, case)
    services.detain(party_id=party.id, detained_at=TEN - timedelta(hours=1), **who(town, case))
    alarm = Alarm.objects.get(duty="duty.check_detention")
    assert (alarm.subject_id, alarm.ended_at) == (case.id, None)
    with pytest.raises(AlreadyDone):
        services.detain(party_id=party.id, detained_at=TEN, **who(town, case))
    row = services.ask_sanction(asked=asked(party_id=party.id), **who(town, case))
    with pytest.raises(InvalidInput):
        services.ask_sanction(asked=asked(party_id=party.id), **who(town, case))
    decide = {"sanction_id": row.id, "grant": True, "said": SAID}
    with pytest.raises(NotPermitted):
        services.decide_sanction(**decide, **who(town, case))
    with pytest.raises(Stale):
        services.decide_sanction(**decide, **{**who(town, case, "head"), "version": 1})
    done = services.decide_sanction(**decide, **who(town, case, "head"))
    party.refresh_from_db()
    alarm.refresh_from_db()
    assert (done.status, done.signer_id, party.custody_since) == ("granted", town.head.id, MONDAY)
    assert alarm.ended_power == "procedure.sanction"
    assert all((done.number_text, done.ruling, done.sha256))
    with pytest.raises(AlreadyDone):
        services.decide_sanction(**decide, **who(town, case, "head"))
    end = {"course": "closed", "happened_on": MONDAY, "said": "Нет состава"}
    with pytest.raises(Conflict):
        services.record_course(**end, **who(town, case))
    services.release(party_id=party.id, released_at=TEN, **who(town, case))
    party.refresh_from_db()
    assert (party.due_on, party.released_at) == (None, TEN)


def test_nothing_is_consented_against_the_dead_nor_after_the_term(town: Town, case: Case) -> None:
    party = add_party(town, case)
    row = services.ask_sanction(asked=asked(party_id=party.id), **who(town, case))
    services.record_death(party_id=party.id, death=DEATH, **who(town, case))
    with pytest.raises(NotPermitted) as dead:
        services.decide_sanction(sanction_id=row.id, grant=True, said=SAID, **who(town, case, "head"))
    assert clauses(dead) == {"O.8.1"}
    Case.objects.filter(id=case.id).update(due_on=MONDAY - timedelta(days=1))
    late = services.ask_sanction(asked=asked(measure="search"), **who(town, case))
    with pytest.raises(NotPermitted) as over:
        services.decide_sanction(sanction_id=late.id, grant=True, said=SAID, **who(town, case, "head"))
    assert clauses(over) == {"L.3.2"}
    refused = services.decide_sanction(sanction_id=late.id, grant=False, said=SAID, **who(town, case, "head"))
    assert refused.status == "refused"


def test_a_long_term_is_agreed_by_a_higher_level_only(town: Town, case: Case) -> None:
    assert case.due_on is not None
    longer = services.Longer(case.due_on + timedelta(days=91), MONDAY, "Следователь", "Экспертиза")
    row = services.ask_longer(longer=longer, **who(town, case))
    decide = {"prolongation_id": row.id, "agree": True, "outside": "", "said": SAID}
    with pytest.raises(NotPermitted) as local:
        services.decide_longer(**decide, **who(town, case, "head"))
    assert clauses(local) == {"L.1.2"}
    services.decide_longer(**decide, **who(town, case, "region_head"))
    case.refresh_from_db()
    assert case.due_on == longer.until


def test_instructions_complaints_and_cancellations_feed_the_results(town: Town, case: Case) -> None:
    made = services.instruct(days=5, said=SAID, **who(town, case))
    assert (made.status, made.due_on) == ("issued", MONDAY + timedelta(days=3))  # its delivery
    report = {"executed": True, "reported_on": MONDAY, "report": "Допрошен"}
    services.record_execution(instruction_id=made.id, **report, **who(town, case))
    with pytest.raises(AlreadyDone):
        services.record_execution(instruction_id=made.id, **report, **who(town, case))
    complained = services.Complained("interrupted", "Ким Анна", "Бездействие", MONDAY)
    complaint = services.take_complaint(complained=complained, **who(town, case))
    services.decide_complaint(
        complaint_id=complaint.id, decision="granted", told_how="Письмом", said=SAID, **who(town, case)
    )
    pause = {"course": "suspended", "happened_on": MONDAY, "said": "Розыск"}
    services.record_course(**pause, **who(town, case))
    decided = services.Decided("interrupted", MONDAY, "Следователь", "decision_unlawful")
    with pytest.raises(NotPermitted):
        services.cancel(decided=decided, said=SAID, **who(town, case))
    cancelled = services.cancel(decided=decided, said=SAID, **who(town, case, "head"))
    with pytest.raises(InvalidInput):
        services.cancel(decided=decided, said=SAID, **who(town, case, "head"))
    case.refresh_from_db()
    assert case.status == "opened"
    with pytest.raises(Conflict):
        services.count_violation(row_id=cancelled.id, **who(town, case))
    matter = assigned_matter(town, direction="pretrial", kind="own_initiative", title="О законности")
    services.link_matter(matter_id=matter.id, **who(town, case))
    for row in (cancelled, complaint):
        services.count_violation(row_id=row.id, **who(town, case))
    party = add_party(town, case, role="victim")
    restored = services.Restored("Дело возобновлено", MONDAY, "Письмом")
    services.count_protected(party_id=party.id, restored=restored, **who(town, case))
    assert Violation.objects.filter(matter=matter).count() == 2
    assert ProtectedPerson.objects.get(matter=matter).name == party.name


def test_what_goes_to_court_is_told_by_its_number_and_closed_to_the_rest(town: Town, case: Case) -> None:
    given = {"course": "in_court", "happened_on": MONDAY, "said": "Обвинительный акт"}
    services.record_course(**given, **who(town, case))
    assert selectors.case_of_number(town.actor("head"), MONDAY, ERDR).ended_on == MONDAY
    with pytest.raises(Conflict):
        services.instruct(days=5, said=SAID, **who(town, case))
    with pytest.raises(Conflict):
        services.record_course(**given, **who(town, case))


def test_everybody_hears_that_a_term_is_about_to_end_once(town: Town, case: Case) -> None:
    assert warn(TEN) is None
    assert case.due_on is not None
    with clock.frozen(TEN + (case.due_on - MONDAY)):
        assert warn(clock.now()) == "terms about to end: 1"
        assert warn(clock.now()) is None
    assert Alarm.objects.get(duty="duty.watch_terms").subject_id == case.id


def test_the_dead_are_neither_detained_nor_kept_and_no_case_waits_for_them(town: Town, case: Case) -> None:
    party = add_party(town, case, iin="850725400331")
    services.detain(party_id=party.id, detained_at=TEN - timedelta(hours=1), **who(town, case))
    row = services.ask_sanction(asked=asked(party_id=party.id), **who(town, case))
    services.decide_sanction(sanction_id=row.id, grant=True, said=SAID, **who(town, case, "head"))
    party.refresh_from_db()
    assert party.due_on is not None
    longer = services.Longer(party.due_on + timedelta(days=5), MONDAY, "Следователь", "Экспертиза", party.id)
    wish = services.ask_longer(longer=longer, **who(town, case))
    other = make_case(town, erdr="261010031000125")
    twin = add_party(town, other, iin="850725400331")
    services.record_death(party_id=party.id, death=DEATH, **who(town, case))
    party.refresh_from_db()
    assert party.due_on is None
    with pytest.raises(Conflict):  # another case knows it by the IIN
        services.detain(party_id=twin.id, detained_at=TEN, **who(town, other))
    with pytest.raises(Conflict):  # the term of custody is over with the death
        services.decide_longer(
            prolongation_id=wish.id, agree=True, outside="Суд", said=SAID, **who(town, case, "head")
        )
    services.record_course(course="closed", happened_on=MONDAY, said="Умер", **who(town, case))
    fresh = add_party(town, case)
    for refused in (
        lambda: services.detain(party_id=fresh.id, detained_at=TEN, **who(town, case)),
        lambda: services.ask_sanction(asked=asked(measure="search"), **who(town, case)),
    ):
        with pytest.raises(Conflict):
            refused()


def test_an_instruction_not_carried_out_becomes_a_violation(town: Town, case: Case) -> None:
    matter = assigned_matter(town, direction="pretrial")
    services.link_matter(matter_id=matter.id, **who(town, case))
    made = services.instruct(days=5, said=SAID, **who(town, case))
    with pytest.raises(InvalidInput):
        services.count_violation(row_id=made.id, **who(town, case))
    report = {"executed": False, "reported_on": MONDAY, "report": "Не допрошен"}
    services.record_execution(instruction_id=made.id, **report, **who(town, case))
    assert [row.id for row in selectors.uncounted(case)] == [made.id]
    found = services.count_violation(row_id=made.id, **who(town, case))
    assert (found.matter_id, found.what) == (matter.id, "Не допрошен")
    with pytest.raises(AlreadyDone):
        services.count_violation(row_id=made.id, **who(town, case))


def test_a_mistaken_death_is_taken_back_and_who_was_held_is_held(town: Town, case: Case) -> None:
    kept, fresh = add_party(town, case, iin="850725400331"), add_party(town, case)
    row = services.ask_sanction(asked=asked(party_id=kept.id), **who(town, case))
    services.decide_sanction(sanction_id=row.id, grant=True, said=SAID, **who(town, case, "head"))
    services.detain(party_id=fresh.id, detained_at=TEN - timedelta(hours=1), **who(town, case))
    kept.refresh_from_db()
    until = kept.due_on
    for party in (kept, fresh):
        services.record_death(party_id=party.id, death=DEATH, **who(town, case))
        with pytest.raises(NotPermitted) as led:
            services.correct_death(party_id=party.id, why="Ошибка", **who(town, case))
        assert clauses(led) == {"O.14.1"}
    assert not Alarm.objects.filter(subject_id=case.id, ended_at=None).exists()
    for party in (kept, fresh):
        services.correct_death(party_id=party.id, why="Умер тёзка", **who(town, case, "head"))
        party.refresh_from_db()
    assert (kept.died_on, kept.due_on, kept.revived_why) == (None, until, "Умер тёзка")
    term = Term.objects.get(subject_id=kept.id, state="running")
    assert (term.started_on, term.due_on) == (kept.custody_since, until)
    assert Alarm.objects.filter(subject_id=case.id, ended_at=None).count() == 1

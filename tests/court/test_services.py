"""Judicial acts in force, part in court, criminal prosecution: who may, terms, what is refused and why."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.court import services
from qadaga.court.models import Case, Paper, Review
from qadaga.journal.models import Entry
from qadaga.law import competence
from qadaga.matters.models import Term
from tests.casework import DEATH, MONDAY, Town, make_town
from tests.courtwork import (
    TEN,
    WRITTEN,
    at,
    looked,
    make_accused,
    make_case,
    make_hearing,
    make_prosecution,
    make_review,
    received,
    studied,
)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


def refused(error: pytest.ExceptionInfo[NotPermitted]) -> set[str]:
    return {missing.citation.clause for missing in error.value.ruling.missing}


def who(town: Town, role: str = "head") -> dict[str, Any]:
    return {"by": town.actor(role), "on": MONDAY}


def terms_of(pk: object) -> dict[str, tuple[str, object]]:
    return {term.rule: (term.state, term.due_on) for term in Term.objects.filter(subject_id=pk)}


def test_a_case_is_called_for_studied_and_protested_by_the_level_that_may(town: Town) -> None:
    review = make_review(town, by="clerk")
    assert terms_of(review.id)["petition_for_protest"] == ("running", review.due_on)
    review = received(town, review)
    called = terms_of(review.id)["judicial_case_request"]
    assert terms_of(review.id)["call_delivery"][0] == "finished"
    assert called == ("finished", MONDAY + timedelta(days=7))
    assert (review.status, review.volumes, terms_of(review.id)["court_case_return"][0]) == (
        "received",
        3,
        "running",
    )
    found = services.Studied("Нарушена статья 55.", unlawful=True)
    review = services.study(review_id=review.id, version=review.version, studied=found, **who(town))
    protest: dict[str, Any] = {"review_id": review.id, "power": "judicial.protest", "written": WRITTEN}
    with pytest.raises(NotPermitted) as district:
        services.bring(version=review.version, **protest, **who(town))
    assert refused(district) == {"R.figure"}
    review = services.bring(version=review.version, **protest, **who(town, "region_head"))
    paper = Paper.objects.get(kind="protest")
    assert (paper.office, paper.signer, paper.norms) == (town.region, town.region_head, sorted(paper.norms))
    assert competence.rerun(paper.ruling).allowed
    assert terms_of(review.id)["petition_for_protest"][0] == "finished"
    said: dict[str, Any] = {"review_id": review.id, "written": WRITTEN}
    with pytest.raises(NotPermitted):
        services.conclude_review(version=review.version, **said, **who(town, "assistant"))
    review = services.conclude_review(version=review.version, **said, **who(town))
    assert Paper.objects.get(kind="conclusion").review == review
    lost = services.Decided("dismissed", MONDAY, "Протест отклонён.")
    given = {"review_id": review.id, "instance": "appeal", **who(town)}
    review = services.decide_review(version=review.version, decided=lost, **given)
    # What one instance did not grant goes on to the next one, and to no lower or same one.
    review = services.bring(version=review.version, **protest, **who(town, "region_head"))
    assert (review.status, review.outcome) == ("in_court", None)
    decided = services.Decided("granted_part", MONDAY, "Приговор изменён.")
    with pytest.raises(InvalidInput):
        services.decide_review(version=review.version, decided=decided, **given)
    review = services.decide_review(
        version=review.version, decided=decided, **{**given, "instance": "cassation"}
    )
    with pytest.raises(Conflict) as last:
        services.bring(version=review.version, **protest, **who(town, "region_head"))
    assert last.value.code == "last_instance"
    with pytest.raises(Conflict):
        services.close_review(review_id=review.id, version=review.version, **who(town))
    review = services.send_back(review_id=review.id, version=review.version, returned_on=MONDAY, **who(town))
    review = services.close_review(review_id=review.id, version=review.version, **who(town))
    assert (review.status, review.outcome, review.due_on) == ("closed", "granted_part", None)
    assert "Сапарова" not in str(list(Entry.objects.values_list("data", flat=True)))


def test_a_lawful_act_is_left_and_whoever_asked_is_answered(town: Town) -> None:
    review = studied(town, make_review(town), unlawful=False)
    with pytest.raises(Conflict) as no_ground:
        services.bring(
            review_id=review.id,
            version=review.version,
            power="court.petition_review",
            written=WRITTEN,
            **who(town),
        )
    assert no_ground.value.code == "act_lawful"
    review = services.refuse(review_id=review.id, version=review.version, written=WRITTEN, **who(town))
    assert (review.status, Paper.objects.get(kind="answer").addressee) == ("refused", "Сапарова А.")
    with pytest.raises(NotPermitted):
        services.withdraw(review_id=review.id, version=review.version, written=WRITTEN, **who(town))


def test_bad_reviews_are_refused_with_the_clause_or_the_field(town: Town) -> None:
    not_yet = make_review(town, in_force_on=None, ground="own_initiative", petitioner="")
    with pytest.raises(NotPermitted) as early:
        services.call(review_id=not_yet.id, version=1, what="case", written=WRITTEN, **who(town))
    assert refused(early) == {"L.3.4"}
    with pytest.raises(NotPermitted) as elsewhere:
        make_review(town, at=at("criminal", kato="103200000", number="1-1"))
    assert refused(elsewhere) == {"O.1"}
    with pytest.raises(InvalidInput) as twice:
        make_review(town)
    assert [fault.code for fault in twice.value.fields] == ["taken"]
    with pytest.raises(Conflict):
        services.receive(review_id=not_yet.id, version=1, received_on=MONDAY, volumes=1, **who(town))
    with pytest.raises(Stale):
        services.close_review(review_id=not_yet.id, version=9, **who(town))
    with pytest.raises(NotFound):
        services.close_review(review_id=not_yet.id, version=1, **who(town, "neighbour"))


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("petitioner", {"petitioner": " "}),
        ("in_force_on", {"in_force_on": MONDAY - timedelta(days=90)}),
        ("act_on", {"act_on": MONDAY + timedelta(days=1)}),
        ("ground", {"ground": "none"}),
        ("kato", {"at": at(kato="999999999")}),
    ],
)
def test_a_field_that_cannot_be_taken_is_named(town: Town, field: str, changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as wrong:
        services.open_review(entered=looked(**changes), **who(town))
    assert [fault.field for fault in wrong.value.fields] == [field]


def test_a_prosecution_goes_from_the_charge_to_the_verdict_and_the_appeal(town: Town) -> None:
    case = make_prosecution(town)
    assert terms_of(case.id)["prosecution_decide"] == ("running", case.due_on)
    transfer: dict[str, Any] = {"case_id": case.id, "number": "1-90/2026", "written": WRITTEN, **who(town)}
    with pytest.raises(Conflict) as nobody:
        services.transfer(version=case.version, **transfer)
    assert nobody.value.code == "nobody_charged"
    person = make_accused(town, case)
    with pytest.raises(InvalidInput):
        make_accused(town, case)
    dead = make_accused(town, case, iin="050312600511")
    case.refresh_from_db()
    services.drop(
        case_id=case.id,
        version=case.version,
        accused_id=dead.id,
        death=DEATH,
        written=WRITTEN,
        **who(town),
    )
    other = make_prosecution(town, erdr="261100031000018")
    with pytest.raises(NotPermitted) as died:
        make_accused(town, other, iin="050312600511")
    assert refused(died) == {"O.7.3"}
    alone = make_accused(town, other, iin="900101300017")
    other.refresh_from_db()
    dropped = services.drop(
        case_id=other.id, version=other.version, accused_id=alone.id, written=WRITTEN, **who(town)
    )
    assert (dropped.status, dropped.number) == ("closed", "")  # it never came to a court that numbers it
    case.refresh_from_db()
    case = services.transfer(version=case.version, **transfer)
    with pytest.raises(NotPermitted):
        make_accused(town, case, iin="900101300017")
    case = services.assign(
        model=Case, pk=case.id, version=case.version, officer_id=town.assistant.id, **who(town)
    )
    case = services.take_position(
        case_id=case.id, version=case.version, position="Виновен.", **who(town, "assistant")
    )
    decided: dict[str, Any] = {"outcome": "dismissed", "decided_on": MONDAY, "summary": "Оправдан."}
    with pytest.raises(InvalidInput):
        services.decide_case(
            case_id=case.id, version=case.version, decided=services.Decided(**decided), **who(town)
        )
    said = {person.id: services.Said("acquitted")}
    case = services.decide_case(
        case_id=case.id,
        version=case.version,
        decided=services.Decided(**decided, verdicts=said),
        **who(town),
    )
    assert terms_of(case.id)["appeal_criminal"] == ("running", case.due_on)
    with pytest.raises(Conflict) as runs:
        services.close_case(case_id=case.id, version=case.version, **who(town))
    assert runs.value.code == "appeal_term_runs"
    case = services.appeal(case_id=case.id, version=case.version, written=WRITTEN, **who(town, "assistant"))
    assert (case.status, case.instance, case.due_on) == ("in_court", "appeal", None)


def test_an_appeal_after_its_term_is_refused(town: Town) -> None:
    case = make_case(town)
    decided = services.Decided("dismissed", MONDAY, "Отказано.")
    case = services.decide_case(case_id=case.id, version=case.version, decided=decided, **who(town))
    late = MONDAY + timedelta(days=40)
    with clock.frozen(late), pytest.raises(Conflict) as over:
        services.appeal(
            case_id=case.id, version=case.version, written=WRITTEN, by=town.actor("head", late), on=late
        )
    assert over.value.code == "appeal_term_over"
    with clock.frozen(late):
        services.close_case(case_id=case.id, version=case.version, by=town.actor("head", late), on=late)


def test_whoever_has_a_conflict_is_not_named_and_nobody_sits_twice_at_once(town: Town) -> None:
    case = make_case(town)
    case = services.declare_conflict(
        model=Case, pk=case.id, version=case.version, reason="Родственник", **who(town, "assistant")
    )
    name: dict[str, Any] = {"model": Case, "pk": case.id, "version": case.version}
    for chosen, clause in ((town.assistant, "L.1.10"), (town.clerk, "O.13.2")):
        with pytest.raises(NotPermitted) as barred:
            services.assign(**name, officer_id=chosen.id, **who(town))
        assert refused(barred) == {clause}
    with pytest.raises(InvalidInput):
        services.assign(**name, officer_id=town.neighbour.id, **who(town))
    case = services.assign(**name, officer_id=town.second.id, **who(town))
    hearing = make_hearing(town, case)
    other = make_case(town, number="2-2")
    make_hearing(town, other)
    with pytest.raises(InvalidInput) as busy:
        services.assign(
            model=Case, pk=other.id, version=other.version, officer_id=town.second.id, **who(town)
        )
    assert [fault.code for fault in busy.value.fields] == ["busy"]
    ended = services.Ended("postponed", "Стороны не явились", TEN + timedelta(days=7))
    services.end_hearing(hearing_id=hearing.id, version=1, ended=ended, **who(town))
    with pytest.raises(AlreadyDone):
        services.end_hearing(hearing_id=hearing.id, version=2, ended=ended, **who(town))
    case.refresh_from_db()
    assert case.next_on == MONDAY + timedelta(days=7)


def test_a_case_of_the_neighbours_is_not_there(town: Town) -> None:
    case = make_case(town)
    with pytest.raises(NotFound):
        services.close_case(case_id=case.id, version=1, **who(town, "neighbour"))
    assert Review.objects.count() == 0

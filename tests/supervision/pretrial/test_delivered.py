"""Instructions and cancelled decisions reach the body with a proof; silence after the term (L.3.2)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.day.waiting import everything
from qadaga.matters.delivery import Delivered
from qadaga.matters.models import Term, Violation
from qadaga.supervision.pretrial import services
from qadaga.supervision.pretrial.models import Cancellation, Case, Instruction
from tests.casework import MONDAY, Town, assigned_matter, make_file, make_town
from tests.pretrial import SAID, TEN, make_case, who

pytestmark = pytest.mark.clause("L.3.2", "O.8.d3")
TUESDAY, LATE = MONDAY + timedelta(days=1), MONDAY + timedelta(days=20)


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


def at(town: Town, case: Case, on: date, name: str = "assistant") -> dict[str, Any]:
    return {**who(town, case, name), "by": town.actor(name, on), "on": on}


def runs(row: Instruction | Cancellation) -> dict[str, tuple[str, date, date]]:
    found = Term.objects.filter(subject_id=row.id)
    return {term.rule: (term.state, term.started_on, term.due_on) for term in found}


def sorts(town: Town, on: date, name: str = "assistant") -> set[str]:
    return {row.sort for row in everything(town.actor(name, on), on)}


def test_the_term_of_an_instruction_runs_from_its_proven_delivery(town: Town, case: Case) -> None:
    made = services.instruct(days=5, said=SAID, **who(town, case))
    assert set(runs(made)) == {"pretrial_delivery"}
    assert "instruction_undelivered" in sorts(town, MONDAY)
    receipt = Delivered("courier", TUESDAY, make_file())
    with clock.frozen(TEN + timedelta(days=1)):
        with pytest.raises(InvalidInput) as unproven:
            services.deliver(
                row_id=made.id, delivered=Delivered("courier", TUESDAY), **at(town, case, TUESDAY)
            )
        before = Delivered("courier", MONDAY - timedelta(days=1), proof_ref="вх. 1")
        with pytest.raises(InvalidInput) as early:
            services.deliver(row_id=made.id, delivered=before, **at(town, case, TUESDAY))
        services.deliver(row_id=made.id, delivered=receipt, **at(town, case, TUESDAY))
        with pytest.raises(AlreadyDone):
            services.deliver(row_id=made.id, delivered=receipt, **at(town, case, TUESDAY))
    assert (unproven.value.fields[0].field, early.value.fields[0].field) == ("proof", "served_on")
    made.refresh_from_db()
    due = TUESDAY + timedelta(days=6)  # the fifth day is a Sunday
    assert (made.served_on, made.proof, made.due_on) == (TUESDAY, receipt.proof, due)
    assert runs(made)["pretrial_delivery"][0] == "finished"
    assert runs(made)["pretrial_instruction"] == ("running", TUESDAY, due)
    assert not sorts(town, TUESDAY) & {"instruction_undelivered", "instruction_silent"}


def test_without_a_number_of_days_the_length_of_the_law_counts(town: Town, case: Case) -> None:
    made = services.instruct(said=SAID, **who(town, case))
    services.deliver(row_id=made.id, delivered=Delivered("post", MONDAY, proof_ref="1"), **who(town, case))
    made.refresh_from_db()
    assert (made.days, made.due_on) == (None, MONDAY + timedelta(days=10))


def test_silence_after_the_term_is_a_violation_and_a_late_report_is_still_taken(
    town: Town, case: Case
) -> None:
    matter = assigned_matter(town, direction="pretrial", kind="own_initiative", title="О законности")
    services.link_matter(matter_id=matter.id, **who(town, case))
    made = services.instruct(days=5, said=SAID, **who(town, case))
    undone = {"instruction_id": made.id, "undone": "Свидетели не допрошены."}
    with pytest.raises(Conflict) as undelivered:
        services.record_silence(**undone, **who(town, case))
    services.deliver(row_id=made.id, delivered=Delivered("post", MONDAY, proof_ref="1"), **who(town, case))
    with pytest.raises(Conflict) as early:
        services.record_silence(**undone, **who(town, case))
    assert (undelivered.value.code, early.value.code) == ("not_delivered", "term_runs")
    with clock.frozen(TEN + timedelta(days=20)):
        assert "instruction_silent" in sorts(town, LATE)
        services.record_silence(**undone, **at(town, case, LATE))
        with pytest.raises(AlreadyDone):
            services.record_silence(**undone, **at(town, case, LATE))
        services.count_violation(row_id=made.id, **at(town, case, LATE))
        assert Violation.objects.get(matter=matter).what == "Свидетели не допрошены."
        services.record_execution(
            instruction_id=made.id,
            executed=True,
            reported_on=LATE,
            report="Допрошены.",
            **at(town, case, LATE),
        )
    made.refresh_from_db()
    assert (made.status, made.due_on, made.violation is None) == ("executed", None, False)
    assert (made.silent_on, made.undone) == (LATE, "Свидетели не допрошены.")
    assert (made.reported_on, made.report) == (LATE, "Допрошены.")


def test_a_cancelled_decision_is_delivered_too_and_waits_until_then(town: Town, case: Case) -> None:
    decided = services.Decided("suspect", MONDAY, "Сапаров", "decision_unlawful")
    made = services.cancel(decided=decided, said=SAID, **who(town, case, "head"))
    other = make_case(town, erdr="261010031000125")
    receipt = Delivered("electronic", MONDAY, proof_ref="e-17")
    assert "cancellation_undelivered" in sorts(town, MONDAY, "head")
    with pytest.raises(InvalidInput):
        services.deliver(row_id=made.id, delivered=receipt, **who(town, other))
    services.deliver(row_id=made.id, delivered=receipt, **who(town, case))
    made.refresh_from_db()
    assert (made.served_on, made.served_way, made.proof_ref) == (MONDAY, "electronic", "e-17")
    assert set(runs(made)) == {"pretrial_delivery", "pretrial_cancelled"}
    assert made.due_on == MONDAY + timedelta(days=10)
    assert "cancellation_undelivered" not in sorts(town, MONDAY, "head")


def test_silence_after_a_cancellation_is_counted_beside_the_decision_itself(town: Town, case: Case) -> None:
    matter = assigned_matter(town, direction="pretrial", kind="own_initiative", title="О законности")
    services.link_matter(matter_id=matter.id, **who(town, case))
    decided = services.Decided("suspect", MONDAY, "Сапаров", "decision_unlawful")
    made = services.cancel(decided=decided, said=SAID, **who(town, case, "head"))
    services.count_violation(row_id=made.id, **who(town, case))
    undone = {"instruction_id": made.id, "undone": "Новое решение не принято."}
    with pytest.raises(Conflict) as undelivered:
        services.record_silence(**undone, **who(town, case))
    services.deliver(row_id=made.id, delivered=Delivered("post", MONDAY, proof_ref="1"), **who(town, case))
    with pytest.raises(Conflict) as early:
        services.record_silence(**undone, **who(town, case))
    assert (undelivered.value.code, early.value.code) == ("not_delivered", "term_runs")
    with clock.frozen(TEN + timedelta(days=20)):
        assert "cancellation_silent" in sorts(town, LATE)
        services.record_silence(**undone, **at(town, case, LATE))
        assert "cancellation_silent" not in sorts(town, LATE)
        services.count_violation(row_id=made.id, **at(town, case, LATE))
        with pytest.raises(AlreadyDone):
            services.count_violation(row_id=made.id, **at(town, case, LATE))
        report = {"executed": True, "reported_on": LATE, "report": "Решение принято заново."}
        services.record_execution(instruction_id=made.id, **report, **at(town, case, LATE))
    made.refresh_from_db()
    assert made.unfollowed is not None
    assert (made.status, made.due_on, made.undone) == ("executed", None, made.unfollowed.what)
    assert Violation.objects.filter(matter=matter).count() == 2
    assert runs(made)["pretrial_cancelled"][0] == "finished"

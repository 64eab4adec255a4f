"""An act in court ends by the court's decision."""

from datetime import timedelta

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Act
from qadaga.acts.transitions import FINAL
from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.matters.obstacles import obstacles
from tests.casework import MONDAY, Town, assigned_matter, make_file, served_protest
from tests.staffing import actor_of

DAY = timedelta(days=1)
FILED = MONDAY + 3 * DAY
LATER = MONDAY + 20 * DAY


def change(town: Town, act: Act, who: str, on=LATER) -> dict[str, object]:
    act.refresh_from_db()
    return {"act_id": act.id, "version": act.version, "by": actor_of(getattr(town, who), on), "on": on}


@pytest.fixture
def act(town: Town) -> Act:
    """A protest refused by the body and taken to court."""
    act = served_protest(town, assigned_matter(town))
    acts.record_reply(replied=acts.Replied(MONDAY + DAY, "Отказ"), **change(town, act, "clerk", MONDAY + DAY))
    acts.assess_reply(assessment="refused", note="Отказ", **change(town, act, "assistant", MONDAY + 2 * DAY))
    acts.to_court(court="Городской суд", reason="Отказ", **change(town, act, "head", FILED))
    return act


@pytest.mark.parametrize("outcome", ["granted", "granted_part", "dismissed", "unheard"])
def test_each_decision_is_a_status_with_its_paper(town: Town, act: Act, outcome: str) -> None:
    decided = acts.Decided(outcome, LATER, "2-114/2026", "Суд решил", make_file())
    made = acts.record_court_decision(decided=decided, **change(town, act, "assistant"))
    row = act.court_decisions.get()
    assert (made.status, row.outcome, row.number, row.escalation.court) == (
        outcome,
        outcome,
        "2-114/2026",
        "Городской суд",
    )
    stays = any(one.code == "open_act" for one in obstacles(made.matter))
    assert stays is (outcome not in FINAL)


def test_the_violation_can_be_removed_after_the_court_granted_it(town: Town, act: Act) -> None:
    acts.record_court_decision(decided=acts.Decided("granted", LATER, "7"), **change(town, act, "assistant"))
    removed = acts.Removed(LATER, "Отменено судом", make_file(), True, True)
    acts.confirm_removal(removed=removed, **change(town, act, "assistant"))
    act.refresh_from_db()
    assert act.status == "removed"


def test_what_was_left_without_consideration_goes_to_court_again(town: Town, act: Act) -> None:
    decided = acts.Decided("unheard", LATER, "7", "Пошлина")
    acts.record_court_decision(decided=decided, **change(town, act, "assistant"))
    acts.to_court(court="Областной суд", reason="Снова", **change(town, act, "head"))
    acts.record_court_decision(decided=acts.Decided("granted", LATER, "8"), **change(town, act, "head"))
    act.refresh_from_db()
    assert (act.status, act.court_decisions.count()) == ("granted", 2)


@pytest.mark.parametrize(
    ("field", "decided"),
    [
        ("outcome", acts.Decided("won", LATER, "7", "Да")),
        ("number", acts.Decided("granted", LATER, " ")),
        ("summary", acts.Decided("dismissed", LATER, "7")),
        ("decided_on", acts.Decided("granted", FILED - DAY, "7")),
        ("decided_on", acts.Decided("granted", LATER + DAY, "7")),
    ],
)
def test_a_bad_decision_is_named(town: Town, act: Act, field: str, decided: acts.Decided) -> None:
    with pytest.raises(InvalidInput) as refused:
        acts.record_court_decision(decided=decided, **change(town, act, "assistant"))
    assert [fault.field for fault in refused.value.fields] == [field]


def test_neither_a_clerk_nor_an_act_out_of_court(town: Town, act: Act) -> None:
    decided = acts.Decided("granted", LATER, "7")
    with pytest.raises(NotPermitted):
        acts.record_court_decision(decided=decided, **change(town, act, "clerk"))
    acts.record_court_decision(decided=decided, **change(town, act, "assistant"))
    with pytest.raises(Conflict) as refused:
        acts.record_court_decision(decided=decided, **change(town, act, "assistant"))
    assert refused.value.data["clause"] == "O.7.2"

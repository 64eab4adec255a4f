"""Violations, people protected, liability and money: what is entered is kept, or the field is named."""

from datetime import date, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.common.money import Money
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from qadaga.matters.services.findings import Violated
from tests.casework import MONDAY, Town, add_violation, assigned_matter, open_matter

TOMORROW = MONDAY + timedelta(days=1)


@pytest.fixture
def matter(town: Town) -> Matter:
    return assigned_matter(town)


def change(town: Town, matter: Matter, who: str = "assistant") -> dict[str, object]:
    matter.refresh_from_db()
    return {"matter_id": matter.id, "version": matter.version, "by": town.actor(who), "on": MONDAY}


def field_of(refused: pytest.ExceptionInfo[InvalidInput]) -> list[str]:
    return [fault.field for fault in refused.value.fields]


def test_the_first_violation_puts_the_matter_into_work(town: Town, matter: Matter) -> None:
    violation = add_violation(town, matter, committed_on=date(2026, 8, 3))
    matter.refresh_from_db()
    assert matter.status == "in_work"
    assert (violation.found_on, violation.found_by_id, violation.removed_on) == (
        MONDAY,
        town.assistant.id,
        None,
    )


def test_a_matter_nobody_has_takes_no_violation(town: Town) -> None:
    matter = open_matter(town)
    with pytest.raises(Conflict) as refused:
        matters.record_violation(
            violated=Violated("норма", "что", "person", "state", violator_name="И."),
            **change(town, matter, "head"),
        )
    assert refused.value.code == "wrong_status"


def test_only_the_officer_in_charge_and_the_leadership_write(town: Town, matter: Matter) -> None:
    violated = Violated("норма", "что", "person", "state", violator_name="И.")
    for who in ("second", "clerk"):
        with pytest.raises(NotPermitted):
            matters.record_violation(violated=violated, **change(town, matter, who))
    assert matters.record_violation(violated=violated, **change(town, matter, "deputy")).norm == "норма"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("norm", " "),
        ("what", "\ufffe\0"),
        ("violator_kind", "alien"),
        ("violator_name", ""),
        ("rights_of", "nobody"),
        ("committed_on", TOMORROW),
        ("causes", "perhaps"),
        ("causes_text", ""),
        ("consequences_text", ""),
    ],
)
def test_a_bad_field_of_a_violation_is_named(town: Town, matter: Matter, field: str, value: object) -> None:
    with pytest.raises(InvalidInput) as refused:
        add_violation(town, matter, **{field: value})
    assert field_of(refused) == [field]


def test_a_violation_is_corrected_in_its_own_matter_only(town: Town, matter: Matter) -> None:
    violation = add_violation(town, matter)
    violated = Violated("другая норма", "что", "person", "state", violator_name="И.", causes="none")
    corrected = matters.correct_violation(
        violation_id=violation.id, violated=violated, **change(town, matter)
    )
    assert (corrected.norm, corrected.causes) == ("другая норма", "none")
    other = assigned_matter(town)
    with pytest.raises(NotFound):
        matters.correct_violation(violation_id=violation.id, violated=violated, **change(town, other))


def test_people_protected_are_counted_and_told_once(town: Town, matter: Matter) -> None:
    group = matters.Protected("group", "Жители дома 5", "Сбор возвращён", MONDAY, count=42)
    person = matters.record_protected(protected=group, **change(town, matter))
    told = {"protected_id": person.id, "told_on": MONDAY, "told_how": "письмо"}
    matters.record_told(**told, **change(town, matter))
    person.refresh_from_db()
    assert (person.count, person.told_on, person.told_how) == (42, MONDAY, "письмо")
    with pytest.raises(AlreadyDone):
        matters.record_told(**told, **change(town, matter))


@pytest.mark.parametrize(
    ("field", "columns"),
    [
        ("count", {"kind": "adult", "count": 2}),
        ("count", {"kind": "group", "count": 0}),
        ("iin", {"iin": "850725400332"}),
        ("restored_on", {"restored_on": TOMORROW}),
        ("told_on", {"told_on": MONDAY - timedelta(days=1), "told_how": "письмо"}),
        ("told_how", {"told_on": MONDAY}),
    ],
)
def test_a_bad_field_of_people_is_named(
    town: Town, matter: Matter, field: str, columns: dict[str, object]
) -> None:
    values = {"kind": "adult", "name": "А.", "restored": "право", "restored_on": MONDAY, **columns}
    with pytest.raises(InvalidInput) as refused:
        matters.record_protected(protected=matters.Protected(**values), **change(town, matter))
    assert field_of(refused) == [field]


def test_liability_is_raised_and_imposed_apart(town: Town, matter: Matter) -> None:
    raised = matters.Raised("disciplinary", "official", "Иванов И.", MONDAY, post="аким")
    liability = matters.raise_liability(raised=raised, **change(town, matter))
    assert liability.imposed_on is None
    imposed = {"liability_id": liability.id, "imposed": "выговор"}
    with pytest.raises(InvalidInput) as early:
        matters.record_imposed(imposed_on=MONDAY - timedelta(days=1), **imposed, **change(town, matter))
    assert field_of(early) == ["imposed_on"]
    matters.record_imposed(imposed_on=MONDAY, **imposed, **change(town, matter))
    with pytest.raises(AlreadyDone):
        matters.record_imposed(imposed_on=MONDAY, **imposed, **change(town, matter))


def test_money_is_recovered_in_tiyn_and_more_than_nothing(town: Town, matter: Matter) -> None:
    recovered = matters.Recovered(Money.parse("1 250 000,50"), "people", MONDAY, "возврат сбора")
    assert matters.record_recovery(recovered=recovered, **change(town, matter)).tiyn == 125_000_050
    with pytest.raises(InvalidInput):
        matters.record_recovery(
            recovered=matters.Recovered(Money(0), "state", MONDAY, "x"), **change(town, matter)
        )


def test_an_old_version_overwrites_nothing(town: Town, matter: Matter) -> None:
    old = {**change(town, matter), "version": 1}
    raised = matters.Raised("material", "person", "Петров", MONDAY)
    with pytest.raises(Stale):
        matters.raise_liability(raised=raised, **old)
    assert not matter.liabilities.exists()

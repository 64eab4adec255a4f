"""A matter ends with its four results (L.1.3), and not before everything in it is settled."""

import pytest

from qadaga.acts import services as acts
from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.money import Money
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from qadaga.matters.selectors import figures, matter_parts
from tests.casework import (
    MONDAY,
    Town,
    add_violation,
    assigned_matter,
    issued_request,
    make_file,
    served_protest,
)

ALL = ("violations", "removal", "protection", "liability")


@pytest.fixture
def matter(town: Town) -> Matter:
    return assigned_matter(town, tasks=["protect_rights"])


def change(town: Town, matter: Matter, who: str = "assistant") -> dict[str, object]:
    matter.refresh_from_db()
    return {"matter_id": matter.id, "version": matter.version, "by": town.actor(who), "on": MONDAY}


def state(town: Town, matter: Matter, kind: str, outcome: str, note: str = "") -> None:
    matters.record_result(kind=kind, outcome=outcome, note=note, **change(town, matter))


def missing(town: Town, matter: Matter) -> list[str]:
    with pytest.raises(Conflict) as refused:
        matters.close(conclusion="Готово", **change(town, matter, "head"))
    assert refused.value.code == "not_ready"
    return [obstacle.code for obstacle in refused.value.data["missing"]]


def finish_act(town: Town, matter: Matter) -> None:
    act = served_protest(town, matter)
    acts.record_reply(
        act_id=act.id,
        version=act.version,
        replied=acts.Replied(MONDAY, "Исполнено"),
        by=town.actor("clerk"),
        on=MONDAY,
    )
    step = {"act_id": act.id, "by": town.actor("assistant"), "on": MONDAY}
    acts.assess_reply(version=act.version + 1, assessment="satisfied", note="", **step)
    removed = acts.Removed(MONDAY, "Отменено", make_file(), True, True)
    acts.confirm_removal(version=act.version + 2, removed=removed, **step)


def test_everything_that_is_missing_is_named(town: Town) -> None:
    matter = assigned_matter(town)
    add_violation(town, matter)
    served_protest(town, matter)
    issued_request(town, matter)
    assert missing(town, matter) == ["no_tasks", *["no_result"] * 4, "open_term", "open_act", "open_measure"]
    matter.refresh_from_db()
    assert matter.status == "in_work"


def test_a_matter_closes_with_its_four_results(town: Town, matter: Matter) -> None:
    finish_act(town, matter)
    protected = matters.Protected(
        "group", "Жители", "Сбор отменён", MONDAY, count=17, told_on=MONDAY, told_how="п"
    )
    matters.record_protected(protected=protected, **change(town, matter))
    raised = matters.Raised("disciplinary", "official", "Иванов", MONDAY)
    liability = matters.raise_liability(raised=raised, **change(town, matter))
    matters.record_imposed(
        liability_id=liability.id, imposed_on=MONDAY, imposed="выговор", **change(town, matter)
    )
    recovered = matters.Recovered(Money(50_000), "people", MONDAY, "возврат")
    matters.record_recovery(recovered=recovered, **change(town, matter))
    for kind in ALL:
        state(town, matter, kind, "reached")
    matters.close(conclusion="Нарушения устранены", **change(town, matter, "head"))
    matter.refresh_from_db()
    assert (matter.status, matter.closed_on, matter.due_on) == ("closed", MONDAY, None)
    counted = figures(matter_parts(matter))
    assert (counted.found, counted.removed, counted.causes_removed, counted.consequences_remedied) == (
        1,
        1,
        1,
        1,
    )
    assert (counted.protected, counted.told, counted.recovered) == (17, 17, Money(50_000))
    assert (counted.raised, counted.imposed) == ({"disciplinary": 1}, {"disciplinary": 1})


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [("violations", "reached"), ("removal", "reached"), ("protection", "reached"), ("liability", "partly")],
)
def test_a_result_without_anything_behind_it_is_refused(
    town: Town, matter: Matter, kind: str, outcome: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        state(town, matter, kind, outcome, "так вышло")
    assert refused.value.fields[0].field == "outcome"


@pytest.mark.parametrize(
    ("kind", "outcome"), [("violations", "none"), ("removal", "reached"), ("removal", "not_needed")]
)
def test_a_result_that_denies_what_is_recorded_is_refused(
    town: Town, matter: Matter, kind: str, outcome: str
) -> None:
    add_violation(town, matter)
    with pytest.raises(InvalidInput):
        state(town, matter, kind, outcome, "нет")


def test_less_than_reached_says_why_and_can_be_stated_again(town: Town, matter: Matter) -> None:
    with pytest.raises(InvalidInput) as refused:
        state(town, matter, "protection", "none")
    assert refused.value.fields[0].field == "note"
    state(town, matter, "protection", "none", "Никто не пострадал")
    state(town, matter, "protection", "not_needed", "Никто не пострадал")
    assert [row.outcome for row in matter.results.all()] == ["not_needed"]


def test_what_was_stated_early_must_still_hold_at_the_end(town: Town, matter: Matter) -> None:
    for kind in ALL:
        state(town, matter, kind, "none" if kind == "violations" else "not_needed", "Нет нарушений")
    add_violation(town, matter)
    assert missing(town, matter) == ["result_removal", "result_violations"]


def test_only_the_leadership_closes_and_a_closed_matter_is_closed(town: Town, matter: Matter) -> None:
    for kind in ALL:
        state(town, matter, kind, "none" if kind == "violations" else "not_needed", "Нет нарушений")
    with pytest.raises(NotPermitted):
        matters.close(conclusion="Готово", **change(town, matter))
    matters.close(conclusion="Готово", **change(town, matter, "deputy"))
    with pytest.raises(Conflict) as refused:
        matters.close(conclusion="Ещё раз", **change(town, matter, "deputy"))
    assert refused.value.code == "wrong_status"

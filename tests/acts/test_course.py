"""After the signature: service, reply, assessment, removal, the way up and to court, suspension."""

from datetime import date, timedelta

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Act
from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.matters.models import Matter, Term
from tests.casework import (
    MONDAY,
    Town,
    assigned_matter,
    draft_protest,
    make_file,
    served_protest,
    signed_protest,
)

DAY = timedelta(days=1)
DUE = date(2026, 9, 17)  # ten days after the day of service


@pytest.fixture
def matter(town: Town) -> Matter:
    return assigned_matter(town)


def step(town: Town, act: Act, who: str, on: date = MONDAY) -> dict[str, object]:
    act.refresh_from_db()
    return {"act_id": act.id, "version": act.version, "by": town.actor(who, on), "on": on}


def reply(town: Town, act: Act, on: date) -> None:
    acts.record_reply(replied=acts.Replied(on, "Рассмотрено", "12-3"), **step(town, act, "clerk", on))


def refuse(town: Town, act: Act, on: date) -> None:
    reply(town, act, on)
    acts.assess_reply(assessment="refused", note="Сбор оставлен", **step(town, act, "assistant", on))


def fields(refused: pytest.ExceptionInfo[InvalidInput]) -> list[str]:
    return [fault.field for fault in refused.value.fields]


def test_the_whole_way_to_a_removed_violation(town: Town, matter: Matter) -> None:
    act = served_protest(town, matter)
    assert (act.status, act.due_on) == ("served", DUE)
    matter.refresh_from_db()
    assert matter.due_on == DUE
    later = MONDAY + 5 * DAY
    reply(town, act, later)
    acts.assess_reply(assessment="satisfied", note="", **step(town, act, "assistant", later))
    removed = acts.Removed(later, "Постановление отменено", make_file(), True, False)
    acts.confirm_removal(removed=removed, **step(town, act, "assistant", later))
    act.refresh_from_db()
    violation = act.violations.get()
    assert (act.status, act.removed_on, act.due_on) == ("removed", later, None)
    assert (violation.removed_on, violation.causes, violation.consequences) == (later, "removed", "found")
    matter.refresh_from_db()
    assert (matter.due_on, Term.objects.get(subject_id=act.id).state) == (None, "finished")


def test_an_unsigned_act_is_not_served(town: Town, matter: Matter) -> None:
    act = draft_protest(town, matter)
    served = acts.Served("courier", MONDAY, "Канцелярия", proof_ref="1")
    with pytest.raises(NotPermitted) as refused:
        acts.serve(served=served, **step(town, act, "clerk"))
    assert [missing.code for missing in refused.value.ruling.missing] == ["not_status"]


@pytest.mark.parametrize(
    ("field", "columns"),
    [
        ("served_on", {"served_on": MONDAY - DAY}),
        ("served_on", {"served_on": MONDAY + DAY}),
        ("way", {"way": "pigeon"}),
        ("recipient", {"recipient": " "}),
        ("proof", {"proof_ref": ""}),
    ],
)
def test_a_bad_service_is_named(town: Town, matter: Matter, field: str, columns: dict[str, object]) -> None:
    act = signed_protest(town, matter)
    values = {"way": "post", "served_on": MONDAY, "recipient": "Акимат", "proof_ref": "1", **columns}
    with pytest.raises(InvalidInput) as refused:
        acts.serve(served=acts.Served(**values), **step(town, act, "clerk"))
    assert fields(refused) == [field]


def test_a_reply_does_not_come_before_the_service(town: Town, matter: Matter) -> None:
    signed = signed_protest(town, matter)
    with pytest.raises(NotPermitted):
        reply(town, signed, MONDAY)
    act = served_protest(town, matter)
    with pytest.raises(InvalidInput) as refused:
        acts.record_reply(replied=acts.Replied(MONDAY - DAY, "Ответ"), **step(town, act, "clerk"))
    assert fields(refused) == ["replied_on"]


def test_a_removal_is_proven_and_dated_after_the_service(town: Town, matter: Matter) -> None:
    act = served_protest(town, matter)
    reply(town, act, MONDAY + DAY)
    acts.assess_reply(assessment="partly", note="Не всё", **step(town, act, "assistant", MONDAY + DAY))
    removed = acts.Removed(MONDAY - DAY, "Отменено", make_file(), True, True)
    with pytest.raises(InvalidInput) as refused:
        acts.confirm_removal(removed=removed, **step(town, act, "assistant", MONDAY + DAY))
    assert fields(refused) == ["removed_on"]
    assert act.violations.get().removed_on is None


def test_a_refusal_says_why_and_goes_up_or_to_court(town: Town, matter: Matter) -> None:
    act = served_protest(town, matter)
    reply(town, act, MONDAY + DAY)
    with pytest.raises(InvalidInput) as refused:
        acts.assess_reply(assessment="refused", note="", **step(town, act, "assistant", MONDAY + DAY))
    assert fields(refused) == ["note"]
    acts.assess_reply(assessment="refused", note="Отказ", **step(town, act, "assistant", MONDAY + DAY))
    with pytest.raises(NotPermitted):
        acts.to_court(court="Суд", reason="Отказ", **step(town, act, "deputy", MONDAY + DAY))
    acts.escalate(reason="Отказ", **step(town, act, "deputy", MONDAY + DAY))
    assert act.escalations.get().to_office == town.region
    acts.to_court(court="Городской суд", reason="Отказ", **step(town, act, "head", MONDAY + 2 * DAY))
    act.refresh_from_db()
    assert act.status == "in_court"


def test_silence_is_waited_out_before_going_further(town: Town, matter: Matter) -> None:
    act = served_protest(town, matter)
    with pytest.raises(Conflict) as early:
        acts.escalate(reason="Молчат", **step(town, act, "head", DUE))
    assert (early.value.code, early.value.data["due"]) == ("term_runs", DUE)
    acts.escalate(reason="Молчат", **step(town, act, "head", DUE + DAY))
    assert not Term.objects.exclude(state="finished").exists()


def test_the_protested_act_stands_still_once_at_a_time(town: Town, matter: Matter) -> None:
    act = signed_protest(town, matter)
    whole = acts.Suspended("whole", "rights_at_risk", MONDAY, MONDAY + 30 * DAY)
    row = acts.suspend_effect(suspended=whole, **step(town, act, "head"))
    assert (row.scope, row.part, row.ruling["facts"]["ground"]) == ("whole", "", "rights_at_risk")
    with pytest.raises(AlreadyDone):
        acts.suspend_effect(suspended=whole, **step(town, act, "head"))
    later = acts.Suspended("part", "mass_violation", MONDAY + 30 * DAY, part="Пункт 2")
    assert acts.suspend_effect(suspended=later, **step(town, act, "head")).ends_on is None


@pytest.mark.parametrize(
    ("field", "columns"),
    [
        ("scope", {"scope": "half"}),
        ("part", {"scope": "part"}),
        ("starts_on", {"starts_on": MONDAY - DAY}),
        ("ends_on", {"ends_on": MONDAY}),
    ],
)
def test_a_bad_suspension_is_named(
    town: Town, matter: Matter, field: str, columns: dict[str, object]
) -> None:
    act = signed_protest(town, matter)
    values = {"scope": "whole", "ground": "rights_at_risk", "starts_on": MONDAY, **columns}
    with pytest.raises(InvalidInput) as refused:
        acts.suspend_effect(suspended=acts.Suspended(**values), **step(town, act, "head"))
    assert fields(refused) == [field]


def test_neither_a_law_nor_a_ground_outside_the_list_suspends(town: Town, matter: Matter) -> None:
    act = signed_protest(town, matter)
    with pytest.raises(NotPermitted):
        acts.suspend_effect(suspended=acts.Suspended("whole", "whim", MONDAY), **step(town, act, "head"))
    act.protested.is_law = True
    act.protested.save()
    law = acts.Suspended("whole", "rights_at_risk", MONDAY)
    with pytest.raises(NotPermitted) as refused:
        acts.suspend_effect(suspended=law, **step(town, act, "head"))
    assert [missing.data["mark"] for missing in refused.value.ruling.missing] == ["law_protested"]


def test_a_withdrawn_act_keeps_its_number_and_ends_its_term(town: Town, matter: Matter) -> None:
    act = served_protest(town, matter)
    acts.withdraw(reason="Акт отменён до рассмотрения", **step(town, act, "head"))
    act.refresh_from_db()
    assert (act.status, act.number, act.due_on) == ("withdrawn", 1, None)
    assert not Term.objects.exclude(state="finished").exists()

"""Plans of work: a norm for each item, approved by the head, behind when its day has passed (O.13.1, O.9)."""

from datetime import date, timedelta
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.coordination.plans import services
from qadaga.coordination.plans.models import Plan
from qadaga.matters.models import Body
from tests.casework import MONDAY, Town, make_town
from tests.sitting import with_council

pytestmark = pytest.mark.django_db
QUARTER = date(2026, 7, 1)


@pytest.fixture
def town() -> Town:
    return make_town()


def drafted(by: Actor, kind: str = "office", **changed: Any) -> Plan:
    """A plan of the quarter."""
    values = {"period": "quarter", "starts_on": QUARTER, "title": "План", **changed}
    return services.draft(drafted=services.Drafted(kind, **values), by=by, on=MONDAY)


def do(plan: Plan, what: Any, by: Actor, **given: Any) -> Any:
    """Call a service on the plan at the version it has now."""
    plan.refresh_from_db()
    return what(plan_id=plan.id, version=plan.version, by=by, on=MONDAY, **given)


def measure(**who: Any) -> services.Measure:
    """A measure of the quarter."""
    return services.Measure("Проверить школы", "Приказ № 127, 8.4", MONDAY + timedelta(days=5), **who)


def test_a_plan_is_drafted_approved_and_reported_on(town: Town) -> None:
    deputy, head, assistant = (town.actor(one) for one in ("deputy", "head", "assistant"))
    plan = drafted(deputy)
    with pytest.raises(Conflict):
        do(plan, services.approve, head)
    item = do(plan, services.add, deputy, measure=measure(executor_id=town.assistant.id))
    with pytest.raises(NotPermitted):
        do(plan, services.approve, deputy)
    do(plan, services.approve, head)
    plan.refresh_from_db()
    assert (plan.status, plan.due_on) == ("approved", item.due_on)
    with pytest.raises(Conflict):
        do(plan, services.add, deputy, measure=measure(executor_id=town.assistant.id))
    with pytest.raises(NotPermitted):
        do(plan, services.report, town.actor("second"), item_id=item.id, result="Проверено")
    do(plan, services.report, assistant, item_id=item.id, result="Проверено, 2 акта")
    plan.refresh_from_db()
    assert (plan.status, plan.due_on) == ("closed", None)
    with pytest.raises(AlreadyDone):
        do(plan, services.report, assistant, item_id=item.id, result="Ещё раз")


def test_a_plan_of_a_person_is_their_own_and_bad_input_names_the_field(town: Town) -> None:
    assistant = town.actor("assistant")
    with pytest.raises(NotPermitted):
        drafted(assistant)
    plan = drafted(assistant, "person", person_id=town.assistant.id)
    codes = []
    for wrong in (
        measure(),
        measure(executor_id=town.neighbour.id),
        services.Measure("Проверить", "8.4", date(2026, 10, 1), executor_id=town.assistant.id),
        services.Measure("Проверить", "8.4", MONDAY, "no_such", town.assistant.id),
    ):
        with pytest.raises(InvalidInput) as refused:
            do(plan, services.add, assistant, measure=wrong)
        codes.append(refused.value.fields[0].code)
    assert codes == ["required", "not_bound", "outside", "unknown"]
    with pytest.raises(InvalidInput):
        drafted(assistant, "person", person_id=town.assistant.id, starts_on=date(2026, 8, 1))
    with pytest.raises(InvalidInput):
        do(
            plan,
            services.add,
            assistant,
            measure=services.Measure("Без нормы", "", MONDAY, "", town.assistant.id),
        )


def test_a_joint_plan_is_the_councils_and_gives_measures_to_bodies(town: Town) -> None:
    head = town.actor("head")
    with pytest.raises(Conflict):
        drafted(head, "joint")
    with_council(head)
    body = Body.objects.get()
    with pytest.raises(InvalidInput) as refused:
        do(drafted(head), services.add, head, measure=measure(body=body))
    assert refused.value.fields[0].code == "not_joint"
    plan = drafted(head, "joint", title="Совместный план")
    item = do(plan, services.add, head, measure=measure(body=body))
    do(plan, services.approve, head)
    do(plan, services.report, head, item_id=item.id, result="Орган сообщил об исполнении")
    plan.refresh_from_db()
    assert plan.status == "closed"

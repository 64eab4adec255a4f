"""Plans of work: a norm for each item, approved by the head, behind when its day has passed (O.13.1, O.9)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.coordination.plans import consents, selectors, services, standings
from qadaga.coordination.plans.changing import Changed, change_item
from qadaga.coordination.plans.models import Plan
from qadaga.matters.models import Body
from qadaga.web.plans.presenter import consents_section
from qadaga.web.plans.steps import steps_of
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
    plan.refresh_from_db()
    # Not due for the body until it consents: neither behind nor to be reported on.
    late = item.due_on + timedelta(days=1)
    assert (plan.status, plan.due_on) == ("approved", None)
    assert standings.behind(town.actor("head", late), late) == []
    done = {"item_id": item.id, "result": "Орган сообщил об исполнении"}
    with pytest.raises(Conflict):
        do(plan, services.report, head, **done)
    with pytest.raises(NotPermitted):
        do(plan, consents.ask, town.actor("assistant"), body_id=body.id, asked_on=MONDAY, asked_how="№ 2")
    asked = do(plan, consents.ask, head, body_id=body.id, asked_on=MONDAY, asked_how="письмо № 2")
    with pytest.raises(InvalidInput) as again:
        do(plan, consents.ask, head, body_id=body.id, asked_on=MONDAY, asked_how="письмо № 3")
    with pytest.raises(InvalidInput) as unproved:
        do(plan, consents.answer, head, consent_id=asked.id, answered=consents.Answered(True, MONDAY, ""))
    assert [one.value.fields[0].code for one in (again, unproved)] == ["asked", "required"]
    said = consents.Answered(True, MONDAY, "письмо № 17, подпись Ахметова С.")
    do(plan, consents.answer, head, consent_id=asked.id, answered=said)
    plan.refresh_from_db()
    assert plan.due_on == item.due_on
    # Of a plan approved before consents were kept none is on record: the card says so, and since when.
    for before, kept in ((False, list(plan.consents.all())), (True, [])):
        parts = replace(selectors.parts_of(plan), consents=kept)
        (row,) = consents_section(plan, parts).table.rows
        assert ("до того, как" in str(row.cells[2])) == before
        assert str(row.cells[4]) == "07.09.2026"
    assert [one.id for one in standings.behind(town.actor("head", late), late)] == [item.id]
    do(plan, services.report, head, **done)
    plan.refresh_from_db()
    assert plan.status == "closed"


def test_a_body_that_declines_is_not_bound_and_may_be_asked_anew(town: Town) -> None:
    head = town.actor("head")
    with_council(head)
    body = Body.objects.get()
    plan = drafted(head, "joint")
    ours = do(plan, services.add, head, measure=measure(executor_id=town.assistant.id))
    item = do(plan, services.add, head, measure=measure(body=body))

    def ask(*answers: consents.Answered) -> None:
        for said in answers:
            asked = do(plan, consents.ask, head, body_id=body.id, asked_on=MONDAY, asked_how="письмо")
            do(plan, consents.answer, head, consent_id=asked.id, answered=said)

    with pytest.raises(InvalidInput) as silent:
        ask(consents.Answered(False, MONDAY, "письмо № 17"))
    assert silent.value.fields[0].field == "reason"
    asked = plan.consents.get()
    no = consents.Answered(False, MONDAY, "письмо № 17", "Нет людей")
    do(plan, consents.answer, head, consent_id=asked.id, answered=no)
    with pytest.raises(AlreadyDone):
        do(plan, consents.answer, head, consent_id=asked.id, answered=no)
    do(plan, services.approve, head)
    ask(no, consents.Answered(True, MONDAY, "письмо № 19"))
    item.refresh_from_db()
    assert (item.agreed_on, item.declined_on) == (MONDAY, None)
    with pytest.raises(InvalidInput):
        ask(no)
    do(plan, services.report, head, item_id=ours.id, result="Сделано")
    do(plan, change_item, head, item_id=item.id, changed=Changed("Отпало"))
    plan.refresh_from_db()
    assert (plan.status, [one.status for one in plan.consents.order_by("id")]) == (
        "closed",
        ["declined", "declined", "agreed"],
    )


def test_a_plan_that_every_body_declined_is_opened_again_by_a_consent(town: Town) -> None:
    head = town.actor("head")
    with_council(head)
    body = Body.objects.get()
    plan = drafted(head, "joint")
    item = do(plan, services.add, head, measure=measure(body=body))

    def ask(said: consents.Answered) -> None:
        asked = do(plan, consents.ask, head, body_id=body.id, asked_on=MONDAY, asked_how="письмо")
        do(plan, consents.answer, head, consent_id=asked.id, answered=said)
        plan.refresh_from_db()

    no = consents.Answered(False, MONDAY, "письмо № 17", "Нет людей")
    ask(no)
    with pytest.raises(Conflict) as declined:
        do(plan, services.approve, head)
    assert "declined" in declined.value.message
    ask(consents.Answered(True, MONDAY, "письмо № 18"))
    do(plan, services.approve, head)
    more = drafted(head, "joint", period="half", title="Ещё один")
    do(more, services.add, head, measure=measure(body=body))
    do(more, services.approve, head)
    plan = more
    ask(no)
    assert (plan.status, plan.due_on) == ("closed", None)
    assert "ask" in steps_of(plan, selectors.parts_of(plan))
    ask(no)
    assert plan.status == "closed"
    ask(consents.Answered(True, MONDAY, "письмо № 19"))
    assert (plan.status, plan.due_on) == ("approved", item.due_on)
    assert "answer" not in steps_of(plan, selectors.parts_of(plan))


def test_a_consent_covers_what_was_there_when_it_was_asked(town: Town) -> None:
    head = town.actor("head")
    with_council(head)
    body = Body.objects.get()
    plan = drafted(head, "joint")

    def shown() -> list[str]:
        parts = selectors.parts_of(Plan.objects.get(id=plan.id))
        rows = consents_section(plan, parts).table.rows
        return [str(row.cells[2]) for row in rows]

    first = do(plan, services.add, head, measure=measure(body=body))
    asked = do(plan, consents.ask, head, body_id=body.id, asked_on=MONDAY, asked_how="письмо № 2")
    more = do(plan, services.add, head, measure=measure(body=body))
    said = consents.Answered(True, MONDAY, "письмо № 17")
    do(plan, consents.answer, head, consent_id=asked.id, answered=said)
    for item, agreed in ((first, MONDAY), (more, None)):
        item.refresh_from_db()
        assert item.agreed_on == agreed
    assert "запроса: № 2" in shown()[-1]
    asked = do(plan, consents.ask, head, body_id=body.id, asked_on=MONDAY, asked_how="письмо № 3")
    assert "Добавлено" not in "".join(shown())
    do(plan, consents.answer, head, consent_id=asked.id, answered=said)
    more.refresh_from_db()
    assert more.agreed_on == MONDAY
    assert not consents.open_items(plan).exists()


def test_the_head_puts_an_item_off_or_gives_it_up_and_the_reason_stays(town: Town) -> None:
    head, deputy = town.actor("head"), town.actor("deputy")
    plan = drafted(deputy)
    first = do(plan, services.add, deputy, measure=measure(executor_id=town.assistant.id))
    second = do(plan, services.add, deputy, measure=measure(executor_id=town.second.id))
    wrong = do(plan, services.add, deputy, measure=measure(executor_id=town.second.id))
    do(plan, services.remove, deputy, item_id=wrong.id)
    do(plan, services.approve, head)
    with pytest.raises(Conflict):
        do(plan, services.remove, deputy, item_id=first.id)
    later = Changed("Ждём ответ ведомства", first.due_on + timedelta(days=5))
    with pytest.raises(NotPermitted):
        do(plan, change_item, deputy, item_id=first.id, changed=later)
    with pytest.raises(InvalidInput):
        do(plan, change_item, head, item_id=first.id, changed=Changed("Раньше", MONDAY))
    do(plan, change_item, head, item_id=first.id, changed=later)
    do(plan, change_item, head, item_id=second.id, changed=Changed("Передано другому органу"))
    plan.refresh_from_db()
    assert (plan.status, plan.due_on) == ("approved", later.until)
    assert [(one.kind, one.after) for one in selectors.changes_of(plan)] == [
        ("dropped", None),
        ("postponed", later.until),
    ]
    with pytest.raises(AlreadyDone):
        do(plan, services.report, head, item_id=second.id, result="Сделано")
    do(plan, change_item, head, item_id=first.id, changed=Changed("Отпало"))
    plan.refresh_from_db()
    assert (plan.status, plan.due_on) == ("closed", None)


def test_what_is_behind_is_told_by_office_and_person(
    town: Town, django_assert_max_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = town.actor("head")
    plan = drafted(head)
    for who in (town.assistant, town.assistant, town.second):
        do(plan, services.add, head, measure=measure(executor_id=who.id))
    do(plan, services.approve, head)
    late = MONDAY + timedelta(days=9)
    for name in ("head", "region_head"):
        actor = town.actor(name, late)
        standings.behind(actor, late)
        with django_assert_max_num_queries(2):
            counted, items = standings.standings(actor, late, "ru"), standings.behind(actor, late)
        assert [(one.items, one.done, one.behind) for one in counted] == [(2, 0, 2), (1, 0, 1)]
        assert [one.executor_id for one in items] == [town.assistant.id] * 2 + [town.second.id]
    first = standings.standings(town.actor("head", late), late, "ru")[0]
    for what, amount in (("items", 2), ("done", 0), ("behind", 2)):
        rows, more = standings.listed(town.actor("head", late), late, first.whose, what)
        assert (len(rows), more) == (amount, None)
    monkeypatch.setattr(standings, "LISTED", 1)
    rows, more = standings.listed(town.actor("head", late), late, first.whose, "behind")
    assert more == rows[0].id
    rest, end = standings.listed(town.actor("head", late), late, first.whose, "behind", more)
    assert ([one.id for one in rest] != [more], len(rest), end) == (True, 1, None)
    # What was done since goes on being a place in the list; an item that is not theirs is none.
    do(plan, services.report, town.actor("assistant"), item_id=more, result="Сделано")
    rest, end = standings.listed(town.actor("head", late), late, first.whose, "behind", more)
    assert (len(rest), end) == (1, None)
    alien = plan.items.get(executor=town.second.id).id
    assert standings.listed(town.actor("head", late), late, first.whose, "items", alien) == ([], None)
    with pytest.raises(NotFound):
        standings.listed(head, late, first.whose, "no such")
    assert standings.listed(town.actor("neighbour", late), late, first.whose, "items") == ([], None)
    assert standings.behind(head, MONDAY) == []
    assert standings.standings(town.actor("neighbour", late), late, "ru") == []

"""Familiarisation, publication and control of execution of a signed order."""

from datetime import date, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.common.ids import new_id
from qadaga.day.waiting import everything
from qadaga.matters import terms
from qadaga.matters.due import REPEATED
from qadaga.matters.models import Term
from qadaga.matters.recounting import Move, recounted
from qadaga.organisation.orders import services
from qadaga.organisation.orders.models import Order, OrderPoint, PointTerm
from qadaga.organisation.orders.selectors.card import known, read_order
from qadaga.workdays import selectors as workdays
from qadaga.workdays.models import SpecialDay, State, Year
from tests.ordering import make_draft, signed_order
from tests.organisation.orders.conftest import TODAY, House
from tests.staffing import make_actor, make_appointment


def clauses(error: pytest.ExceptionInfo[NotPermitted]) -> set[str]:
    return {missing.citation.clause for missing in error.value.ruling.missing}


def sorts(house: House, who: str) -> list[str]:
    return [row.sort for row in everything(getattr(house, who), TODAY) if row.sort != "inbox"]


def pointed(house: House, order: Order) -> OrderPoint:
    return services.add_point(
        order_id=order.id,
        version=order.version,
        what="Доложить",
        executor_id=house.assistant.appointment_id,
        due_on=TODAY,
        by=house.head,
        on=TODAY,
    )


def test_each_confirms_for_themselves_and_whoever_has_not_stands_first(house: House) -> None:
    order = signed_order(house.head, TODAY)
    assert sorts(house, "clerk") == ["read"]
    row = services.confirm(order_id=order.id, by=house.clerk, on=TODAY)
    services.confirm(order_id=order.id, by=house.assistant, on=TODAY + timedelta(days=1))
    assert (row.familiar_on, row.way, row.recorded_by_id) == (TODAY, "self", house.clerk.appointment_id)
    people = known(order, house.clerk)
    assert (people.of, people.familiar, people.waiting) == (3, 2, 1)
    assert people.rows[0].appointment_id == house.deputy.appointment_id
    assert sorts(house, "clerk") == []
    with pytest.raises(AlreadyDone):
        services.confirm(order_id=order.id, by=house.clerk, on=TODAY)


def test_nobody_confirms_for_another_or_a_draft_or_a_cancelled_order(house: House) -> None:
    with pytest.raises(NotPermitted) as refused:
        services.confirm(order_id=signed_order(house.head, TODAY).id, by=house.head, on=TODAY)
    assert clauses(refused) == {"O.P4"}
    with pytest.raises(NotPermitted):
        services.confirm(order_id=make_draft(house.head, TODAY).id, by=house.clerk, on=TODAY)
    order = signed_order(house.head, TODAY)
    services.cancel(order_id=order.id, version=order.version, reason="x", by=house.head, on=TODAY)
    with pytest.raises(NotPermitted):
        services.confirm(order_id=order.id, by=house.clerk, on=TODAY)


def test_the_list_is_paged_by_key_the_unfamiliar_first(house: House) -> None:
    order = signed_order(house.head, TODAY)
    services.confirm(order_id=order.id, by=house.deputy, on=TODAY)
    seen, after = [], None
    for _ in range(3):
        (row,) = known(order, house.clerk, after=after, size=1).rows
        seen.append(row.familiar_on is not None)
        after = row.id
    assert seen == [False, False, True]
    assert not known(order, house.clerk, after=after, size=1).rows


def test_the_clerk_records_a_signature_on_paper(house: House) -> None:
    order = signed_order(house.head, TODAY)
    later = TODAY + timedelta(days=2)
    given = {
        "order_id": order.id,
        "appointment_id": house.deputy.appointment_id,
        "by": house.clerk,
        "on": later,
    }
    for day in (TODAY - timedelta(days=1), later + timedelta(days=1)):
        with pytest.raises(InvalidInput):
            services.record_paper(**given, signed_on=day)
    row = services.record_paper(**given, signed_on=TODAY)
    assert (row.familiar_on, row.way, row.recorded_by_id) == (TODAY, "paper", house.clerk.appointment_id)


def test_the_clerk_of_a_district_records_for_its_own_people_on_an_order_of_the_region(house: House) -> None:
    order = signed_order(house.regional, TODAY, audience="below")
    given = {"order_id": order.id, "signed_on": TODAY, "by": house.clerk, "on": TODAY}
    services.record_paper(**given, appointment_id=house.assistant.appointment_id)
    with pytest.raises(NotFound):
        services.record_paper(**given, appointment_id=house.stranger.appointment_id)


def test_newcomers_are_added_to_the_list_and_strangers_refused(house: House) -> None:
    order = signed_order(house.head, TODAY)
    newcomer = make_appointment(house.office, "assistant")
    made = services.address(
        order_id=order.id,
        version=order.version,
        addressees=[newcomer.id, house.deputy.appointment_id],
        by=house.clerk,
        on=TODAY,
    )
    assert [row.appointment_id for row in made] == [newcomer.id]
    order.refresh_from_db()
    with pytest.raises(NotPermitted) as refused:
        services.address(
            order_id=order.id,
            version=order.version,
            addressees=[house.stranger.appointment_id],
            by=house.clerk,
            on=TODAY,
        )
    assert clauses(refused) == {"O.13.2"}


def test_who_is_bound_from_below_reads_the_order_and_others_do_not(house: House) -> None:
    order = signed_order(house.regional, TODAY, audience="listed", addressees=[house.head.appointment_id])
    assert read_order(house.head, TODAY, order.id) == order
    with pytest.raises(NotFound):
        read_order(house.stranger, TODAY, order.id)
    draft = make_draft(house.regional, TODAY, audience="listed", addressees=[house.head.appointment_id])
    with pytest.raises(NotFound):
        read_order(house.head, TODAY, draft.id)


def test_an_order_on_people_is_read_by_those_concerned(house: House) -> None:
    listed = [house.assistant.appointment_id]
    order = signed_order(house.head, TODAY, kind="personnel", audience="listed", addressees=listed)
    assert read_order(house.assistant, TODAY, order.id) == order
    with pytest.raises(NotPermitted) as refused:
        read_order(house.clerk, TODAY, order.id)
    assert clauses(refused) == {"L.2.5"}


def test_publication_is_recorded_once(house: House) -> None:
    order = signed_order(house.head, TODAY)
    given = {"order_id": order.id, "where": "Сайт", "by": house.clerk, "on": TODAY}
    with pytest.raises(InvalidInput):
        services.publish(**given, version=order.version, published_on=TODAY - timedelta(days=1))
    order = services.publish(**given, version=order.version, published_on=TODAY)
    assert (order.published_on, order.published_where) == (TODAY, "Сайт")
    with pytest.raises(AlreadyDone):
        services.publish(**given, version=order.version, published_on=TODAY)


def test_a_point_is_reported_on_and_taken_off_control_by_another(house: House) -> None:
    order = signed_order(house.head, TODAY, controller_id=house.deputy.appointment_id)
    point = pointed(house, order)
    order.refresh_from_db()
    assert order.due_on == TODAY
    assert sorts(house, "assistant") == ["read", "carry_out"]
    assert sorts(house, "deputy") == ["read", "watch"]
    given = {"order_id": order.id, "point_id": point.id, "on": TODAY}
    services.report(**given, words="Сделано.", by=house.assistant)
    with pytest.raises(NotPermitted):
        services.report(**given, words="Сделано.", by=house.clerk)
    with pytest.raises(NotPermitted) as own:
        services.accept(**given, version=order.version, by=house.assistant)
    assert clauses(own) == {"O.P3"}
    done = services.accept(**given, version=order.version, by=house.deputy)
    order.refresh_from_db()
    assert (done.done_on, order.due_on) == (TODAY, None)
    with pytest.raises(AlreadyDone):
        services.accept(**given, version=order.version, by=house.deputy)


def test_an_executor_is_subordinate_and_a_term_is_still_to_come(house: House) -> None:
    order = signed_order(house.head, TODAY)
    given = {"order_id": order.id, "version": order.version, "what": "x", "by": house.head, "on": TODAY}
    with pytest.raises(NotPermitted) as refused:
        services.add_point(**given, executor_id=house.stranger.appointment_id, due_on=TODAY)
    assert clauses(refused) == {"O.13.2"}
    with pytest.raises(InvalidInput):
        services.add_point(
            **given, executor_id=house.assistant.appointment_id, due_on=TODAY - timedelta(days=1)
        )


def test_whoever_watches_is_of_the_office(house: House) -> None:
    order = signed_order(house.head, TODAY)
    with pytest.raises(InvalidInput):
        services.set_controller(
            order_id=order.id,
            version=order.version,
            controller_id=house.stranger.appointment_id,
            by=house.head,
            on=TODAY,
        )
    order = services.set_controller(
        order_id=order.id,
        version=order.version,
        controller_id=house.assistant.appointment_id,
        by=house.head,
        on=TODAY,
    )
    watching = services.add_point(
        order_id=order.id,
        version=order.version,
        what="y",
        executor_id=house.clerk.appointment_id,
        due_on=TODAY,
        by=house.assistant,
        on=TODAY,
    )
    assert watching.no == 1


def test_the_term_of_a_point_is_a_ledger_that_follows_the_calendar(house: House) -> None:
    """Saturday moves to Monday; Monday becomes a day of rest: term, point and order follow."""
    order = signed_order(house.head, TODAY)
    saturday = TODAY + timedelta(days=(5 - TODAY.weekday()) % 7 + 7)
    monday = saturday + timedelta(days=2)
    given = {"order_id": order.id, "version": order.version, "by": house.head, "on": TODAY}
    executor = {"what": "Доложить", "executor_id": house.assistant.appointment_id}
    for wrong in ({}, {"due_on": saturday, "days": 3}, {"days": 0}):
        with pytest.raises(InvalidInput):
            services.add_point(**given, **executor, **wrong)
    point = services.add_point(**given, **executor, due_on=saturday)
    assert point.due_on == monday
    ledger = terms.ledger(open_term(point))
    assert [step.kind for step in ledger.steps if step.kind in ("until", "end_moved")] == [
        "until",
        "end_moved",
    ]
    move = recounted_with_rest(monday, open_term(point))
    assert (move.subject_kind, move.before, move.after) == ("order_point", monday, monday + timedelta(days=1))
    order.refresh_from_db()
    point.refresh_from_db()
    assert order.due_on == point.due_on == move.after
    services.accept(order_id=order.id, version=order.version, point_id=point.id, by=house.head, on=TODAY)
    assert terms.open_term("order_point", point.id) is None


def open_term(point: OrderPoint) -> Term:
    term = terms.open_term("order_point", point.id)
    assert term is not None
    return term


def recounted_with_rest(rest: date, term: Term) -> Move:
    """What a recount does to the term once the day is one of rest."""
    year = Year.objects.create(year=rest.year, complete=True, version=1)
    SpecialDay.objects.create(year=year, kind="rest", rest=rest, act="№ 1", decided_on=TODAY)
    State.objects.update_or_create(id=1, defaults={"token": new_id()})
    move = recounted(term.id, REPEATED)
    assert move is not None
    return move


def test_a_withdrawn_draft_takes_no_step(house: House) -> None:
    order = make_draft(house.head, TODAY)
    services.withdraw(order_id=order.id, version=order.version, reason="x", by=house.head, on=TODAY)
    order.refresh_from_db()
    with pytest.raises(Conflict):
        services.submit(order_id=order.id, version=order.version, by=house.head, on=TODAY)


def test_the_people_of_another_office_see_nothing_of_it(house: House) -> None:
    order = signed_order(house.head, TODAY)
    foreign = make_actor(house.beside, "district_prosecutor", on=TODAY)
    with pytest.raises(NotFound):
        services.confirm(order_id=order.id, by=foreign, on=TODAY)


def test_a_point_is_prolonged_for_a_reason_and_cancelled_by_itself(house: House) -> None:
    order = signed_order(house.head, TODAY)
    point = pointed(house, order)

    def now() -> dict[str, object]:
        order.refresh_from_db()
        return {"order_id": order.id, "version": order.version, "point_id": point.id, "on": TODAY}

    was, later = point.due_on, point.due_on + timedelta(days=9)
    with pytest.raises(InvalidInput, match="later day"):
        services.prolong(**now(), until=was, reason="Ждём ответа", by=house.head)
    with pytest.raises(InvalidInput):
        services.prolong(**now(), until=later, reason=" ", by=house.head)
    with pytest.raises(NotPermitted):
        services.prolong(**now(), until=later, reason="Ждём ответа", by=house.assistant)
    services.prolong(**now(), until=later, reason="Ждём ответа", by=house.head)
    change = PointTerm.objects.get(point=point)
    assert (change.was, change.until, change.reason) == (was, later, "Ждём ответа")
    for both in ({}, {"until": later, "days": 3}, {"days": 0}):
        with pytest.raises(InvalidInput):
            services.prolong(**now(), reason="Ждём ответа", by=house.head, **both)
    services.prolong(**now(), days=3, reason="Ждём ответа", by=house.head)
    later = workdays.current().add_working_days(later, 3)
    assert PointTerm.objects.order_by("id").last().until == later
    order.refresh_from_db()
    assert order.due_on == later
    for nobody in (house.deputy, house.stranger):
        with pytest.raises((NotPermitted, NotFound)):
            services.cancel_point(**now(), reason="Отпала надобность", by=nobody)
    services.cancel_point(**now(), reason="Отпала надобность", by=house.regional)
    order.refresh_from_db()
    point.refresh_from_db()
    assert (order.status, order.due_on) == ("signed", None)
    assert (point.done_on, point.cancelled_for) == (TODAY, "Отпала надобность")
    with pytest.raises(AlreadyDone):
        services.prolong(**now(), until=later + timedelta(days=1), reason="Ещё", by=house.head)

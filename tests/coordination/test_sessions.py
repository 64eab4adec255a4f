"""Sessions of collegia and councils: one mechanism, each by its own powers (L.1.11, O.7.4)."""

from datetime import timedelta
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.coordination import selectors, services
from qadaga.coordination.models import Council, Decision, Session
from qadaga.coordination.quorum import figures
from qadaga.day.waiting import everything
from qadaga.journal.models import Entry
from qadaga.organisation.orders.models import OrderEffect
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town, signed_protest
from tests.ordering import signed_order
from tests.sitting import act, called_session, decided, heard, planned, with_collegium, with_council

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    return make_town()


def test_a_collegium_decides_with_the_official_there_and_an_order_carries_it_out(town: Town) -> None:
    head = with_collegium(town)
    item = called_session(head, "collegium", violation=True)
    session = heard(item, head)
    with pytest.raises(Conflict) as refused:
        act(session, services.sign, head, language="ru")
    assert [one.code for one in refused.value.data["missing"]] == ["no_official"]
    official = services.Invited("Ким О.", "аким города", item_id=item.id, wrong="Закон, статья 31")
    person = act(session, services.invite, head, invited=official)
    with pytest.raises(Conflict) as refused:
        act(session, services.sign, head, language="ru")
    assert [one.code for one in refused.value.data["missing"]] == ["official_not_told"]
    act(session, services.tell, head, person_ids=[person.id], told_on=MONDAY, told_how="расписка № 15")
    everybody = list(session.people.values_list("id", flat=True))
    act(session, services.attendance, head, present=everybody)
    decision = decided(session, item, head, executor_id=town.head.id)
    act(session, services.sign, head, language="kk")
    session.refresh_from_db()
    decision.refresh_from_db()
    assert (session.status, session.number_text) == ("held", "ХТ-reg-2026/000001")
    assert (decision.status, decision.set_on) == ("opened", MONDAY)
    order = signed_order(head, MONDAY, kind="collegium")
    act(session, services.carry_out, head, decision_ids=[decision.id], order_id=order.id)
    assert OrderEffect.objects.filter(order=order, subject_id=session.id).exists()
    # The executor of the office below reports on their own; the last one closes the session.
    executor = town.actor("head")
    done = {"decision_id": decision.id, "words": "Сборы отменены", "done": True}
    with pytest.raises(NotFound):
        services.report(**done, version=1, by=town.actor("assistant"), on=MONDAY)
    services.report(**done, version=decision.version, by=executor, on=MONDAY)
    session.refresh_from_db()
    assert (session.status, session.due_on) == ("closed", None)
    with pytest.raises(AlreadyDone):
        services.report(**done, version=2, by=executor, on=MONDAY)
    assert executor.office_id != session.office_id
    assert Entry.objects.filter(action="collegium.carry_out", subject_id=session.id).count() == 1


def test_an_act_on_a_violation_is_noted_on_the_session(town: Town) -> None:
    head = with_collegium(town)
    item = called_session(head, "collegium", violation=True)
    session = heard(item, head)
    official = services.Invited("Ким О.", "аким города", item_id=item.id, wrong="Закон, статья 31")
    person = act(session, services.invite, head, invited=official)
    act(session, services.tell, head, person_ids=[person.id], told_on=MONDAY, told_how="расписка № 15")
    everybody = list(session.people.values_list("id", flat=True))
    act(session, services.attendance, head, present=everybody)
    act(session, services.sign, head, language="ru")
    other = signed_protest(town, assigned_matter(town))
    with pytest.raises(InvalidInput):
        act(session, services.respond, head, item_id=item.id, act_id=other.id, norm="статья 31")


def test_the_head_alone_admits_and_a_district_has_no_collegium(town: Town) -> None:
    head = with_collegium(town)
    session = services.plan(organ="collegium", planned=planned(), by=head, on=MONDAY)
    officer = town.actor("region_prosecutor")
    item = services.propose(session_id=session.id, topic="О сборах", by=officer, on=MONDAY)
    with pytest.raises(NotPermitted):
        act(session, services.admit, officer, item_id=item.id)
    act(session, services.decline, head, item_id=item.id, reason="Не сейчас")
    with pytest.raises(AlreadyDone):
        act(session, services.admit, head, item_id=item.id)
    with pytest.raises(Conflict):
        act(session, services.call, head)
    with pytest.raises(NotPermitted) as refused:
        services.plan(organ="collegium", planned=planned(), by=town.actor("head"), on=MONDAY)
    assert "L.1.5" in {one.citation.clause for one in refused.value.ruling.missing}


def test_a_council_decides_what_bodies_do(town: Town) -> None:
    council, head = with_council(town.actor("head")), town.actor("head")
    item = called_session(head, "council")
    session = heard(item, head)
    body = council.members.get().body
    decision = decided(session, item, head, body=body)
    act(session, services.sign, head, language="ru")
    with pytest.raises(NotPermitted):
        act(session, services.carry_out, head, decision_ids=[decision.id], order_id=None)
    decision.refresh_from_db()
    services.report(
        decision_id=decision.id, version=decision.version, words="Частично", done=False, by=head, on=MONDAY
    )
    decision.refresh_from_db()
    assert (decision.status, decision.reports.count()) == ("opened", 1)
    with pytest.raises(Conflict):
        services.end_council(
            council_id=council.id, version=council.version, ended_on=MONDAY, by=head, on=MONDAY
        )


def test_bad_input_names_the_field(town: Town) -> None:
    head = town.actor("head")
    with pytest.raises(Conflict):
        services.plan(organ="council", planned=planned(), by=head, on=MONDAY)
    council = with_council(town.actor("head"))
    with pytest.raises(InvalidInput):
        services.form_council(basis="Ещё один", formed_on=MONDAY, by=head, on=MONDAY)
    assert Council.objects.count() == 1
    item = called_session(head, "council")
    session = item.session
    with pytest.raises(InvalidInput) as nobody:
        decided(session, item, head)
    with pytest.raises(InvalidInput) as stranger:
        decided(session, item, head, executor_id=town.neighbour.id)
    late = services.Decided(item.id, "Сделать", MONDAY - timedelta(days=1), body=make_body())
    with pytest.raises(InvalidInput) as past:
        act(session, services.decide, head, decided=late)
    guilty = services.Invited("Ким О.", "аким", item_id=item.id, wrong="статья 31")
    with pytest.raises(InvalidInput) as calm:
        act(session, services.invite, head, invited=guilty)
    codes = [error.value.fields[0].code for error in (nobody, stranger, past, calm)]
    assert codes == ["required", "not_bound", "past", "no_violation"]
    with pytest.raises(Conflict) as unready:
        act(session, services.sign, head, language="ru")
    assert {"no_attendance", "not_heard"} <= {one.code for one in unready.value.data["missing"]}
    assert council.members.count() == 1


def test_more_than_half_is_a_quorum() -> None:
    assert [figures().needed(members) for members in (1, 2, 3, 4, 5)] == [1, 2, 2, 3, 3]


def test_my_day_tells_what_of_sessions_waits(town: Town) -> None:
    head = with_collegium(town)
    item = called_session(head, "collegium")
    session = heard(item, head)
    decided(session, item, head, executor_id=town.head.id)
    act(session, services.sign, head, language="ru")
    coming = services.plan(organ="collegium", planned=planned(), by=head, on=MONDAY)
    services.propose(session_id=coming.id, topic="О сборах", by=head, on=MONDAY)
    told = {
        name: {row.sort for row in everything(town.actor(name), MONDAY)} for name in ("region_head", "head")
    }
    assert {"session_item", "decision_control"} <= told["region_head"]
    assert told["head"] & {"session_item", "decision_mine", "decision_control"} == {"decision_mine"}


def opened_decision(head: Any, organ: str, **who: Any) -> Decision:
    """A decision of a signed session of the organ, for a week."""
    item = called_session(head, organ)
    session = heard(item, head)
    decision = decided(session, item, head, **who)
    act(session, services.sign, head, language="ru")
    decision.refresh_from_db()
    return decision


def test_a_council_prolongs_its_decision_itself_and_the_old_term_stays(town: Town) -> None:
    head, body = town.actor("head"), with_council(town.actor("head")).members.get().body
    decision = opened_decision(head, "council", body=body)
    week, month = decision.due_on, MONDAY + timedelta(days=30)

    def postpone(by: Any, **changed: Any) -> Any:
        decision.refresh_from_db()
        given = {"kind": "prolonged", "until": month, "reason": "Орган ждёт смету", "how": "recorded"}
        words = services.Postponed(**{**given, "paper": "№ 4 от 23.11.2026", **changed})
        return services.postpone(
            decision_id=decision.id, version=decision.version, postponed=words, by=by, on=MONDAY
        )

    with pytest.raises(NotPermitted):
        postpone(town.actor("deputy"))
    codes = []
    for wrong in ({"until": week}, {"paper": ""}, {"how": "head"}, {"how": "sitting"}):
        with pytest.raises(InvalidInput) as refused:
            postpone(head, **wrong)
        codes.append((refused.value.fields[0].field, refused.value.fields[0].code))
    assert codes == [
        ("until", "not_later"),
        ("paper", "required"),
        ("how", "unknown_choice"),
        ("sitting", "unknown"),
    ]
    postpone(head)
    later = opened_decision(head, "council", body=body).session
    Session.objects.filter(id=later.id).update(starts_at=later.starts_at + timedelta(hours=1))
    given = {"kind": "deferred", "until": month + timedelta(days=1), "how": "sitting", "paper": ""}
    postpone(head, **given, sitting_id=later.id)
    decision.refresh_from_db()
    assert decision.due_on == decision.session.due_on == month + timedelta(days=1)
    reports, terms = selectors.decision_parts(decision)
    assert [(one.kind, one.before, one.after) for one in terms] == [
        ("prolonged", week, month),
        ("deferred", month, decision.due_on),
    ]
    # A part of it is done: it stays under control, and says what is left.
    done = {"decision_id": decision.id, "words": "Закуплено", "left": "Установить", "by": head, "on": MONDAY}
    with pytest.raises(InvalidInput):
        services.report(**done, version=decision.version, done=True)
    services.report(**done, version=decision.version, done=False)
    decision.refresh_from_db()
    assert (decision.status, decision.partly_on, len(reports)) == ("opened", MONDAY, 0)


def test_the_head_prolongs_a_decision_of_the_collegium(town: Town) -> None:
    head = with_collegium(town)
    decision = opened_decision(head, "collegium", executor_id=town.head.id)
    until = decision.due_on + timedelta(days=5)
    words = services.Postponed("prolonged", until, "Ждём ответ акимата", "head")
    given = {"decision_id": decision.id, "version": decision.version, "postponed": words, "on": MONDAY}
    with pytest.raises(NotPermitted):
        services.postpone(**given, by=town.actor("head"))
    services.postpone(**given, by=head)
    decision.refresh_from_db()
    services.report(
        decision_id=decision.id, version=decision.version, words="Отменено", done=True, by=head, on=MONDAY
    )
    decision.refresh_from_db()
    with pytest.raises(AlreadyDone):
        services.postpone(**{**given, "version": decision.version}, by=head)


def test_an_official_who_does_not_come_without_a_reason_is_called_again(town: Town) -> None:
    head = with_collegium(town)
    item = called_session(head, "collegium", violation=True)
    session = heard(item, head)
    members = list(session.people.values_list("id", flat=True))
    official = services.Invited("Ким О.", "аким города", item_id=item.id, wrong="Закон, статья 31")
    person = act(session, services.invite, head, invited=official)
    act(session, services.tell, head, person_ids=[person.id], told_on=MONDAY, told_how="расписка № 15")
    with pytest.raises(InvalidInput):
        act(session, services.excuse, head, person_id=person.id, excused=False)
    missing = []
    for _round in range(2):
        with pytest.raises(Conflict) as refused:
            act(session, services.sign, head, language="ru")
        missing += [one.code for one in refused.value.data["missing"]]
        act(session, services.attendance, head, present=members)
    assert missing == ["official_unrecorded", "absence_unexplained"]
    with pytest.raises(InvalidInput):
        act(session, services.excuse, head, person_id=person.id, excused=True)
    act(session, services.excuse, head, person_id=person.id, excused=False, why="Не ответил на звонки")
    decided(session, item, head, executor_id=town.head.id)
    act(session, services.sign, head, language="ru")
    told = {row.sort for row in everything(head, MONDAY)}
    assert "absence" in told
    again = {"person_id": person.id, "followed": services.Followed("again")}
    with pytest.raises(InvalidInput) as refused_input:
        act(session, services.follow_up, head, **again)
    assert refused_input.value.fields[0].field == "item"
    later = services.plan(organ="collegium", planned=planned(MONDAY + timedelta(days=1)), by=head, on=MONDAY)
    topic = {"topic": "О сборах повторно", "violation": True, "by": head, "on": MONDAY}
    repeated = services.propose(session_id=later.id, **topic)
    again["followed"] = services.Followed("again", item_id=repeated.id)
    act(session, services.follow_up, head, **again)
    assert later.people.get().wrong == "Закон, статья 31"
    with pytest.raises(AlreadyDone):
        act(session, services.follow_up, head, **again)
    notice = services.Followed("notice", body=make_body(), paper="№ 12 от 24.11.2026")
    act(session, services.follow_up, head, person_id=person.id, followed=notice)
    assert "absence" not in {row.sort for row in everything(head, MONDAY)}
    member = {"person_id": members[0], "followed": notice}
    with pytest.raises(InvalidInput):
        act(session, services.follow_up, head, **member)

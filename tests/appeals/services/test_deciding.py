"""Decisions are reasoned, grounded, taken by who may take them, and leave the number as it is."""

from dataclasses import replace
from datetime import date

import pytest

from qadaga.appeals import services as appeals
from qadaga.appeals.models import Appeal, Decision
from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput, NotFound, QadagaError, Stale
from qadaga.journal.models import Entry
from qadaga.matters.models import Term
from tests.intake import ENTRY, MONDAY, PERSON, Registry, draft_for, make_appeal, open_for

UNTIL = date(2026, 10, 30)


def prolong(registry: Registry, appeal: Appeal, *, by: str = "head", **changes) -> Appeal:
    values = {
        "until": UNTIL,
        "ground": "awaiting_documents",
        "reason": "Ждём документы",
        "version": appeal.version,
    }
    actor = registry.actor(by)
    return appeals.prolong(appeal_id=appeal.id, by=actor, on=MONDAY, **{**values, **changes})


def decline(registry: Registry, appeal: Appeal, *, by: str = "head", **changes) -> Appeal:
    values = {"ground": "no_substance", "reason": "Нет сути", "version": appeal.version}
    return appeals.decline(appeal_id=appeal.id, by=registry.actor(by), on=MONDAY, **{**values, **changes})


def faults(error: pytest.ExceptionInfo[InvalidInput]) -> list[str]:
    return [fault.field for fault in error.value.fields]


def test_prolonging_moves_the_date_and_starts_the_notice(registry):
    appeal = prolong(registry, make_appeal(registry))
    assert (appeal.due_on, appeal.status, appeal.version) == (UNTIL, "registered", 2)
    decision = appeal.decisions.get()
    assert (decision.kind, decision.until, decision.ground) == ("prolong", UNTIL, "awaiting_documents")
    notice = Term.objects.get(subject_id=decision.id)
    assert (notice.rule, notice.due_on) == ("appeal_prolongation_notice", date(2026, 9, 10))


def test_the_applicant_told_ends_the_notice_once(registry):
    appeal = prolong(registry, make_appeal(registry))
    decision = appeal.decisions.get()
    told = {"appeal_id": appeal.id, "decision_id": decision.id, "way": "post", "on": date(2026, 9, 9)}
    clerk = registry.actor("clerk", date(2026, 9, 9))
    with pytest.raises(InvalidInput):
        appeals.tell_of_decision(told_on=date(2026, 9, 10), by=clerk, **told)
    appeals.tell_of_decision(told_on=date(2026, 9, 8), by=clerk, **told)
    assert Term.objects.get(subject_id=decision.id).ended_on == date(2026, 9, 8)
    with pytest.raises(Conflict):
        appeals.tell_of_decision(told_on=date(2026, 9, 9), by=clerk, **told)


@pytest.mark.parametrize("until", [date(2026, 11, 10), date(2026, 9, 20)])
def test_no_further_than_two_months_and_never_back(registry, until):
    appeal = make_appeal(registry)
    with pytest.raises(InvalidInput) as caught:
        prolong(registry, appeal, until=until)
    assert faults(caught) == ["until"]
    assert not Decision.objects.exists()


@pytest.mark.parametrize(("by", "allowed"), [("deputy", True), ("assistant", False), ("clerk", False)])
def test_the_head_or_the_deputy_prolongs_and_nobody_else(registry, by, allowed):
    appeal = make_appeal(registry)
    if allowed:
        assert prolong(registry, appeal, by=by).due_on == UNTIL
        return
    with pytest.raises(NotPermitted) as caught:
        prolong(registry, appeal, by=by)
    assert caught.value.ruling.missing


def test_declining_needs_a_ground_and_a_reason_and_ends_the_term(registry):
    appeal = make_appeal(registry)
    for wrong, field in (({"ground": "tired"}, "ground"), ({"reason": "  "}, "reason")):
        with pytest.raises(InvalidInput) as caught:
            decline(registry, appeal, **wrong)
        assert faults(caught) == [field]
    appeal = decline(registry, appeal)
    assert (appeal.status, appeal.due_on, appeal.closed_on) == ("declined", None, MONDAY)
    assert not Term.objects.exclude(state="finished").exists()
    with pytest.raises(Conflict):
        decline(registry, appeal)


def test_an_anonymous_appeal_is_declined_unless_it_speaks_of_a_crime(registry):
    plain = make_appeal(registry, anonymous=True, applicants=())
    with pytest.raises(Conflict) as caught:
        open_for(registry, plain)
    assert caught.value.code == "anonymous"
    assert decline(registry, plain, ground="anonymous").status == "declined"
    crime = make_appeal(registry, anonymous=True, applicants=(), anonymous_ground="crime")
    with pytest.raises(NotPermitted):
        decline(registry, crime, ground="anonymous")
    assert open_for(registry, crime).status == "assigned"


def test_somebody_complained_of_decides_nothing(registry):
    appeal = make_appeal(registry, official_id=registry.deputy.person_id)
    with pytest.raises(NotPermitted) as caught:
        decline(registry, appeal, by="deputy")
    assert caught.value.ruling.missing[0].citation.clause == "L.1.10"
    assert decline(registry, appeal, by="head").status == "declined"


def test_a_second_person_learns_that_the_card_has_changed(registry):
    appeal = make_appeal(registry)
    prolong(registry, appeal)
    with pytest.raises(Stale) as caught:
        decline(registry, appeal, version=1)
    assert caught.value.current_version == 2


def test_out_of_scope_is_not_found(registry):
    appeal = make_appeal(registry)
    with pytest.raises(NotFound):
        decline(registry, appeal, by="neighbour")
    assert Appeal.objects.get().status == "registered"


def test_annulling_keeps_the_number(registry):
    appeal = make_appeal(registry)
    annulled = appeals.annul(
        appeal_id=appeal.id,
        ground="registered_twice",
        reason="Двойная запись",
        version=1,
        by=registry.actor("head"),
        on=MONDAY,
    )
    assert (annulled.status, annulled.number) == ("annulled", appeal.number)
    assert make_appeal(registry).number.endswith("/000002")


def test_withdrawal_ends_the_consideration(registry):
    appeal = draft_for(registry, make_appeal(registry))
    gone = appeals.withdraw(
        appeal_id=appeal.id, reason="Заявление заявителя", version=2, by=registry.actor("clerk"), on=MONDAY
    )
    assert (gone.status, gone.due_on) == ("withdrawn", None)


def correct(registry: Registry, appeal: Appeal, entry, *, by: str = "clerk", **changes) -> Appeal:
    values = {"ground": "clerical_error", "reason": "Описка в имени", "version": appeal.version}
    return appeals.correct(
        appeal_id=appeal.id, entry=entry, by=registry.actor(by), on=MONDAY, **{**values, **changes}
    )


def test_correcting_keeps_number_days_and_what_stood_before(registry):
    appeal = make_appeal(registry)
    other = replace(PERSON, name="Ахметова Әсем Болатқызы")
    entry = replace(ENTRY, applicants=(other, replace(PERSON, iin="", no_id_reason="foreigner", name="Ким")))
    done = correct(registry, appeal, replace(entry, way="email"))
    assert (done.number, done.coupon, done.due_on, done.way) == (
        appeal.number,
        appeal.coupon,
        appeal.due_on,
        "email",
    )
    assert [row.name for row in done.applicants.order_by("position")] == [other.name, "Ким"]
    before = done.decisions.get().before
    assert before["way"] == "post"
    assert [one["name"] for one in before["applicants"]] == [PERSON.name]
    again = correct(registry, done, ENTRY)
    assert [row.name for row in again.applicants.all()] == [PERSON.name]
    assert "Ахметова" not in str(list(Entry.objects.values_list("data", flat=True)))


def test_a_correction_of_nothing_or_after_annulment_is_refused(registry):
    appeal = make_appeal(registry)
    with pytest.raises(InvalidInput) as caught:
        correct(registry, appeal, ENTRY)
    assert faults(caught) == ["reason"]
    appeals.annul(
        appeal_id=appeal.id,
        ground="not_an_appeal",
        reason="x",
        version=1,
        by=registry.actor("head"),
        on=MONDAY,
    )
    with pytest.raises(QadagaError):
        correct(registry, appeal, replace(ENTRY, way="email"), version=2)

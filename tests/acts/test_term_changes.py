"""The term an addressee has: prolonged, suspended where the norm allows, run again; the addressee told."""

from datetime import date, timedelta
from typing import Any

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Act, Measure
from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, Stale
from qadaga.matters import terms
from tests.casework import MONDAY, Town, assigned_matter, issued_request, served_protest
from tests.staffing import actor_of

DAY = timedelta(days=1)
LONGER = date(2026, 10, 1)


def change(town: Town, record: Act | Measure, who: str = "head", on: date = MONDAY) -> dict[str, Any]:
    record.refresh_from_db()
    kind = str(record._meta.model_name)
    by = actor_of(getattr(town, who), on)
    return {"kind": kind, "record_id": record.id, "version": record.version, "by": by, "on": on}


def served_request(town: Town) -> Measure:
    measure = issued_request(town, assigned_matter(town))
    return acts.serve_request(
        measure_id=measure.id,
        version=1,
        delivered=acts.Delivered("courier", MONDAY, proof_ref="вх. 7"),
        by=town.actor("assistant"),
        on=MONDAY,
    )


@pytest.mark.parametrize("who", ["head", "deputy"])
def test_a_prolonged_term_of_an_act_says_why_and_who(town: Town, who: str) -> None:
    act = served_protest(town, assigned_matter(town))
    row = acts.prolong_term(until=LONGER, reason="Сложный вопрос", **change(town, act, who))
    act.refresh_from_db()
    act.matter.refresh_from_db()
    assert (act.due_on, act.matter.due_on, row.until, row.told_on) == (LONGER, LONGER, LONGER, None)
    term = terms.open_term("act", act.id)
    assert term is not None
    assert [step.kind for step in terms.ledger(term).steps if step.kind == "prolong"] == ["prolong"]


def test_a_request_stands_still_and_runs_again_with_the_days_left(town: Town) -> None:
    measure = served_request(town)
    due = measure.due_on
    acts.suspend_term(reason="Карантин", **change(town, measure))
    measure.refresh_from_db()
    assert measure.due_on is None
    acts.resume_term(reason="Снят", **change(town, measure, on=MONDAY + 7 * DAY))
    measure.refresh_from_db()
    assert measure.due_on is not None
    assert due is not None
    assert measure.due_on >= due + 7 * DAY
    acts.record_measure_reply(
        measure_id=measure.id,
        version=measure.version,
        replied_on=MONDAY + 7 * DAY,
        reply="Копия",
        by=actor_of(town.assistant, MONDAY + 7 * DAY),
        on=MONDAY + 7 * DAY,
    )
    assert terms.open_term("measure", measure.id) is None


def test_the_term_of_a_protest_does_not_stand_still(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    with pytest.raises(Conflict) as refused:
        acts.suspend_term(reason="Карантин", **change(town, act))
    assert (refused.value.code, refused.value.data["clause"]) == ("not_suspendable", "L1995.protest")


def test_an_act_whose_term_stands_still_is_not_passed_on_as_unanswered(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    term = terms.open_term("act", act.id)
    assert term is not None
    terms.suspend(term=term, on=MONDAY, by=None, reason="")
    Act.objects.filter(pk=act.pk).update(due_on=None)
    with pytest.raises(Conflict) as refused:
        acts.escalate(act_id=act.id, version=act.version, reason="Молчат", by=town.actor("head"), on=MONDAY)
    assert refused.value.code == "term_stands_still"


def test_the_addressee_is_told_once_and_not_before_the_decision(town: Town) -> None:
    measure = served_request(town)
    row = acts.prolong_term(until=LONGER, reason="Объём", **change(town, measure, on=MONDAY + DAY))
    told: dict[str, Any] = {"change_id": row.id, "way": "post"}
    with pytest.raises(InvalidInput) as refused:
        acts.tell_of_term(told_on=MONDAY, **told, **change(town, measure, "clerk", MONDAY + DAY))
    assert refused.value.fields[0].field == "told_on"
    made = acts.tell_of_term(told_on=MONDAY + DAY, **told, **change(town, measure, "clerk", MONDAY + DAY))
    assert (made.told_on, made.told_way, made.told_by_id) == (MONDAY + DAY, "post", town.clerk.id)
    with pytest.raises(AlreadyDone):
        acts.tell_of_term(told_on=MONDAY + DAY, **told, **change(town, measure, "clerk", MONDAY + DAY))


@pytest.mark.parametrize(
    ("until", "on", "code"),
    [(date(2026, 9, 10), MONDAY, "not_longer"), (LONGER, date(2026, 9, 20), "too_late")],
)
def test_a_bad_prolongation_is_named_on_its_field(town: Town, until: date, on: date, code: str) -> None:
    act = served_protest(town, assigned_matter(town))
    with pytest.raises(InvalidInput) as refused:
        acts.prolong_term(until=until, reason="Надо", **change(town, act, on=on))
    assert [(fault.field, fault.code) for fault in refused.value.fields] == [("until", code)]


def test_a_reason_the_post_the_version_and_the_stage_are_asked(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    with pytest.raises(InvalidInput):
        acts.prolong_term(until=LONGER, reason=" ", **change(town, act))
    with pytest.raises(NotPermitted):
        acts.prolong_term(until=LONGER, reason="Надо", **change(town, act, "assistant"))
    with pytest.raises(Stale):
        acts.prolong_term(until=LONGER, reason="Надо", **{**change(town, act), "version": 1})
    unserved = issued_request(town, assigned_matter(town))
    with pytest.raises(Conflict):
        acts.prolong_term(until=LONGER, reason="Надо", **change(town, unserved))

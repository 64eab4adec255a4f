"""Measures ordered from others: ground, proof of delivery, term, outcome; silence, and twice."""

from datetime import date, timedelta
from typing import Any

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Measure
from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.law import competence
from qadaga.matters.models import Matter, Term
from tests.casework import MONDAY, Town, assigned_matter, make_body

DAY = timedelta(days=1)


@pytest.fixture
def matter(town: Town) -> Matter:
    return assigned_matter(town)


def order(**changes: Any) -> acts.Order:
    values = {
        **{"addressee": make_body(), "ground": "case_supervised", "why": "Дело под надзором"},
        **{"text": "Проверить расход средств", "language": "ru"},
    }
    return acts.Order(**{**values, **changes})


def check(town: Town, matter: Matter, *, who: str = "deputy", on: date = MONDAY, **changes: Any) -> Measure:
    return acts.require_check(matter_id=matter.id, order=order(**changes), by=town.actor(who, on), on=on)


def delivered(town: Town, measure: Measure, **changes: Any) -> Measure:
    said = acts.Delivered(**{"way": "courier", "served_on": MONDAY, "proof_ref": "Талон 7", **changes})
    by = town.actor("clerk")
    return acts.deliver(measure_id=measure.id, version=measure.version, delivered=said, by=by, on=MONDAY)


def test_a_check_is_delivered_with_proof_and_its_outcome_ends_the_term(town: Town, matter: Matter) -> None:
    measure = check(town, matter, days=10)
    assert competence.same(measure.ruling)
    with pytest.raises(InvalidInput, match="proof"):
        delivered(town, measure, proof_ref="")
    measure = delivered(town, measure)
    assert (measure.status, measure.due_on) == ("served", date(2026, 9, 17))
    done = acts.record_outcome(
        measure_id=measure.id,
        version=measure.version,
        outcome="done",
        replied_on=MONDAY + DAY,
        reply="Недостача 120 000 тенге",
        by=town.actor("clerk", MONDAY + DAY),
        on=MONDAY + DAY,
    )
    done.ordered.refresh_from_db()
    assert (done.status, done.ordered.outcome, done.ordered.proof_ref) == ("replied", "done", "Талон 7")
    assert Term.objects.get(subject_id=done.id).state == "finished"


def test_a_ground_that_is_not_there_is_refused_with_its_clause(town: Town, matter: Matter) -> None:
    with pytest.raises(InvalidInput, match=r"not there in the matter \(O"):
        check(town, matter, ground="appeal")
    with pytest.raises(NotPermitted):  # no ground of the power at all
        check(town, matter, ground="")
    with pytest.raises(NotPermitted):  # leaders require checks, an assistant does not
        check(town, matter, who="assistant")


def test_the_same_is_not_asked_twice_of_a_body_that_has_not_answered(town: Town, matter: Matter) -> None:
    check(town, matter)
    with pytest.raises(Conflict) as refused:
        check(town, matter)
    assert refused.value.code == "asked_already"


def test_a_reminder_follows_silence_only(town: Town, matter: Matter) -> None:
    measure = delivered(town, check(town, matter))
    late = measure.due_on + DAY
    said: dict[str, Any] = {"measure_id": measure.id, "way": "post", "reference": "12-3 от 18.09.2026"}
    with pytest.raises(Conflict) as refused:
        acts.remind(**said, version=measure.version, by=town.actor("clerk"), on=MONDAY)
    assert refused.value.code == "not_silent"
    acts.remind(**said, version=measure.version, by=town.actor("clerk", late), on=late)
    assert measure.reminders.get().on == late


def test_only_the_head_demands_that_a_restriction_be_lifted(town: Town, matter: Matter) -> None:
    what = {"what": "Запрет на выезд", "imposed_by": "Начальник отдела", "imposed_on": MONDAY - DAY}
    asked = order(ground="restriction_unlawful", **what)
    with pytest.raises(NotPermitted):
        acts.demand_lifting(matter_id=matter.id, order=asked, by=town.actor("deputy"), on=MONDAY)
    made = acts.demand_lifting(matter_id=matter.id, order=asked, by=town.actor("head"), on=MONDAY)
    assert (made.ordered.imposed_what, made.kind) == ("Запрет на выезд", "lifting")
    without = order(ground="restriction_unlawful", what="Запрет", imposed_by="Он")
    with pytest.raises(InvalidInput, match="imposed_on"):
        acts.demand_lifting(matter_id=matter.id, order=without, by=town.actor("head"), on=MONDAY)


def test_an_expert_is_asked_by_whoever_handles_the_matter(town: Town, matter: Matter) -> None:
    asked = order(expert="Ким Ольга")
    made = acts.order_examination(matter_id=matter.id, order=asked, by=town.actor("assistant"), on=MONDAY)
    assert (made.ordered.expert, made.status) == ("Ким Ольга", "issued")

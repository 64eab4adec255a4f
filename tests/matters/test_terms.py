"""Terms: what is stored is the events; the due date is what the law makes of them."""

from datetime import date, timedelta

import pytest

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput, QadagaError
from qadaga.common.ids import new_id
from qadaga.matters import terms
from qadaga.matters.models import Matter, Term
from tests.casework import MONDAY, Town, assigned_matter

DAY = timedelta(days=1)


@pytest.fixture
def matter(town: Town) -> Matter:
    return assigned_matter(town)


@pytest.fixture
def by(town: Town) -> Actor:
    return town.actor("head")


def begin(matter: Matter, by: Actor, rule: str = "protest_consider", **more: object) -> Term:
    owner = terms.Owner("act", new_id(), matter.office_id, matter.region_id, matter)
    return terms.start(owner=owner, rule=rule, on=MONDAY, by=by, **more)


def test_the_matter_is_due_when_its_earliest_running_term_is(matter: Matter, by: Actor) -> None:
    month = begin(matter, by, "representation_consider")
    ten_days = begin(matter, by)
    assert ten_days.due_on == date(2026, 9, 17) < month.due_on
    matter.refresh_from_db()
    assert matter.due_on == ten_days.due_on
    terms.finish(term=ten_days, on=MONDAY + DAY, by=by)
    matter.refresh_from_db()
    assert matter.due_on == month.due_on
    terms.suspend(term=month, on=MONDAY + DAY, by=by, reason="Экспертиза")
    matter.refresh_from_db()
    assert matter.due_on is None


def test_a_prolonged_term_tells_every_step(matter: Matter, by: Actor) -> None:
    term = begin(matter, by)
    terms.prolong(term=term, on=MONDAY + DAY, by=by, reason="Сложное дело", days=10)
    ledger = terms.ledger(term)
    assert ledger.due == term.due_on == date(2026, 9, 28)
    assert [step.kind for step in ledger.steps][:2] == ["start", "calendar_days"]
    assert "prolong" in {step.kind for step in ledger.steps}
    assert all(step.citation.clause for step in ledger.steps)
    assert [event.kind for event in term.events.order_by("no")] == ["start", "prolong"]


def test_a_term_waits_runs_on_and_ends_once(matter: Matter, by: Actor) -> None:
    term = begin(matter, by)
    with pytest.raises(Conflict):
        terms.resume(term=term, on=MONDAY, by=by, reason="—")
    terms.suspend(term=term, on=MONDAY + DAY, by=by, reason="Экспертиза")
    with pytest.raises(Conflict):
        terms.prolong(term=term, on=MONDAY + DAY, by=by, reason="—", days=1)
    terms.resume(term=term, on=MONDAY + 8 * DAY, by=by, reason="Готова")
    assert term.due_on == date(2026, 9, 24)
    terms.finish(term=term, on=MONDAY + 9 * DAY, by=by)
    with pytest.raises(Conflict):
        terms.finish(term=term, on=MONDAY + 9 * DAY, by=by)


def test_what_the_law_does_not_allow_is_not_stored(matter: Matter, by: Actor) -> None:
    term = begin(matter, by)
    with pytest.raises(QadagaError) as late:
        terms.prolong(term=term, on=term.due_on + DAY, by=by, reason="Поздно", days=5)
    assert late.value.code == "too_late"


def test_an_end_dated_before_a_later_event_still_ends_it(matter: Matter, by: Actor) -> None:
    term = begin(matter, by)
    terms.prolong(term=term, on=MONDAY + 3 * DAY, by=by, reason="Сложное", days=5)
    terms.finish_open(kind="act", subject_id=term.subject_id, on=MONDAY + DAY, by=by)
    term.refresh_from_db()
    assert (term.state, term.ended_on) == ("finished", MONDAY + 3 * DAY)


def test_an_appeals_term_joins_the_matter(matter: Matter, by: Actor) -> None:
    appeal = new_id()
    owner = terms.Owner("appeal", appeal, matter.office_id, matter.region_id)
    term = terms.start(owner=owner, rule="appeal_consider", on=MONDAY, by=by)
    matter.refresh_from_db()
    assert matter.due_on is None
    terms.join_matter(kind="appeal", subject_id=appeal, matter=matter)
    matter.refresh_from_db()
    assert matter.due_on == term.due_on
    assert terms.open_term("appeal", appeal) == term
    assert terms.open_term("appeal", appeal, "complaint_consider") is None


def test_nothing_is_prolonged_to_a_day_that_is_past(matter: Matter, by: Actor) -> None:
    term = begin(matter, by)
    with pytest.raises(InvalidInput) as refused:
        terms.prolong(term=term, on=MONDAY + DAY, by=by, reason="Сложное дело", until=MONDAY)
    assert [one.field for one in refused.value.fields] == ["until"]

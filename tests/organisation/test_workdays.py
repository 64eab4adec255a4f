"""The calendar edited: who may, what moves, each with its entry in the journal, and nothing twice."""

from dataclasses import replace
from datetime import date

import pytest

from qadaga.acts.models import Act
from qadaga.appeals.due import REPEATED
from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput, Stale
from qadaga.journal.models import Entry
from qadaga.matters import terms
from qadaga.matters.models import Matter, Term
from qadaga.offices.models import Office
from qadaga.organisation import recounts
from qadaga.organisation.workdays import Change, preview, replace_year
from qadaga.workdays import selectors
from qadaga.workdays.models import Recount, SpecialDay
from qadaga.workdays.table import Special
from tests.casework import Town, assigned_matter, make_town, served_protest
from tests.parallel import at_once
from tests.staffing import make_actor

DAY = date(2026, 9, 7)
DUE, NEXT = date(2026, 9, 17), date(2026, 9, 18)
FREE = Special("rest", DUE, None, "№ 512", DAY, "День проверки", "Тексеру күні")
MOVED = Special("moved", DUE, date(2026, 9, 19), "№ 512", DAY)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture
def by(town: Town) -> Actor:
    """The administrator of the General Prosecutor's Office."""
    return make_actor(Office.objects.get(code="top"), "it_administrator", on=DAY)


def change(*days: Special, version: int = 0, complete: bool = False) -> Change:
    return Change(2026, days, complete, version)


def test_a_moved_day_moves_the_terms_that_end_on_it(town: Town, by: Actor) -> None:
    act = served_protest(town, assigned_matter(town))
    assert act.due_on == DUE
    found = preview(by=by, on=DAY, change=change(MOVED))
    assert [(move.before, move.after) for move in found.moves] == [(DUE, NEXT)]
    assert Term.objects.get(subject_id=act.id).due_on == DUE, "looking stores nothing"
    assert selectors.current().working_day(DUE)

    row = replace_year(by=by, on=DAY, change=change(MOVED))
    assert row is not None
    assert (row.expected, row.first, row.last) == (1, DUE, date(2026, 9, 19))
    done = recounts.run(row.id, REPEATED)
    assert (done.state, done.looked, done.moved) == ("done", 1, 1)
    act = Act.objects.get(pk=act.pk)
    assert act.due_on == act.matter.due_on == Term.objects.get(subject_id=act.id).due_on == NEXT
    entry = Entry.objects.get(subject_id=act.id, action="calendar.edit")
    assert entry.data["from"] == DUE.isoformat()
    assert entry.data["to"] == NEXT.isoformat()
    assert entry.ruling["power"] == "calendar.edit"
    assert entry.person_id == by.person_id
    steps = terms.ledger(Term.objects.get(subject_id=act.id)).steps
    assert "moved_off" in [step.kind for step in steps] or "end_moved" in [step.kind for step in steps]


def test_a_recount_done_again_moves_and_records_nothing_more(town: Town, by: Actor) -> None:
    for _ in range(3):
        served_protest(town, assigned_matter(town))
    row = replace_year(by=by, on=DAY, change=change(FREE))
    assert row is not None
    recounts.run(row.id, REPEATED, size=2)
    Recount.objects.filter(id=row.id).update(state="running")
    assert recounts.run(row.id, REPEATED).moved == 3
    assert Entry.objects.filter(action="calendar.edit", subject_kind="act").count() == 3


def test_a_term_begun_afterwards_counts_by_the_new_table(town: Town, by: Actor) -> None:
    replace_year(by=by, on=DAY, change=change(FREE))
    assert served_protest(town, assigned_matter(town)).due_on == NEXT


def test_what_was_put_in_is_taken_out_again(town: Town, by: Actor) -> None:
    act = served_protest(town, assigned_matter(town))
    for table in (change(FREE), change(version=1)):
        row = replace_year(by=by, on=DAY, change=table)
        assert row is not None
        recounts.run(row.id, REPEATED)
    assert Term.objects.get(subject_id=act.id).due_on == DUE
    assert Matter.objects.get(pk=act.matter_id).due_on == DUE


def test_publishing_a_year_moves_nothing_and_the_ledger_stops_warning(town: Town, by: Actor) -> None:
    act = served_protest(town, assigned_matter(town))
    term = Term.objects.get(subject_id=act.id)
    assert "unpublished" in [step.kind for step in terms.ledger(term).steps]
    assert replace_year(by=by, on=DAY, change=change(complete=True)) is None
    assert "unpublished" not in [step.kind for step in terms.ledger(term).steps]


def test_a_holiday_may_be_worked(by: Actor) -> None:
    worked = Special("work", None, date(2026, 12, 16), "№ 9", DAY)
    assert not selectors.current().working_day(date(2026, 12, 16))
    replace_year(by=by, on=DAY, change=change(worked))
    assert selectors.current().working_day(date(2026, 12, 16))


@pytest.mark.parametrize("name", ["head", "region_head", "assistant"])
def test_nobody_below_the_first_level_edits_it(town: Town, name: str) -> None:
    for service in (preview, replace_year):
        with pytest.raises(NotPermitted):
            service(by=town.actor(name), on=DAY, change=change(FREE))  # type: ignore[operator]  # both take these
    assert not SpecialDay.objects.exists()


def test_of_two_administrators_the_second_looks_again(by: Actor) -> None:
    replace_year(by=by, on=DAY, change=change(FREE))
    with pytest.raises(Stale) as refused:
        replace_year(by=by, on=DAY, change=change(MOVED))
    assert refused.value.current_version == 1
    assert [day.kind for day in selectors.table_of(2026).days] == ["rest"]


@pytest.mark.parametrize(
    ("day", "field"),
    [
        (replace(FREE, rest=date(2027, 9, 17)), "rest"),
        (replace(FREE, rest=date(2026, 9, 19)), "rest"),
        (replace(MOVED, worked=date(2026, 9, 16)), "worked"),
        (replace(MOVED, worked=DUE), "worked"),
        (replace(MOVED, worked=None), "rest"),
        (replace(FREE, act=" "), "act"),
        (replace(FREE, act="a\0b"), "act"),
    ],
)
def test_a_day_that_cannot_be_is_refused_by_its_field(by: Actor, day: Special, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        replace_year(by=by, on=DAY, change=change(day))
    assert refused.value.fields[0].field == field


def test_a_day_stands_once_in_all_tables(by: Actor) -> None:
    with pytest.raises(InvalidInput):
        replace_year(by=by, on=DAY, change=change(FREE, MOVED))
    crossing = Special("moved", date(2026, 12, 31), date(2027, 1, 9), "№ 1", DAY)
    replace_year(by=by, on=DAY, change=change(crossing))
    again = Special("work", None, date(2027, 1, 9), "№ 2", DAY)
    with pytest.raises(InvalidInput):
        replace_year(by=by, on=DAY, change=Change(2027, (again,), False, 0))


def test_the_shipped_days_stay_when_a_year_is_taken_over(by: Actor) -> None:
    held = selectors.table_of(2025)
    assert held.version == 0
    added = Special("rest", date(2025, 6, 4), None, "№ 3", DAY)
    replace_year(by=by, on=DAY, change=Change(2025, (*held.days, added), True, 0))
    table = selectors.table_of(2025)
    assert (len(table.days), table.version) == (2, 1)
    assert not selectors.current().working_day(date(2025, 1, 3))


@pytest.mark.django_db(transaction=True)
def test_a_term_stored_at_the_same_moment_is_not_passed_over() -> None:
    town = make_town()
    by = make_actor(Office.objects.get(code="top"), "it_administrator", on=DAY)
    matter = assigned_matter(town)

    def serve() -> object:
        return served_protest(town, matter).id

    def edit() -> object:
        row = replace_year(by=by, on=DAY, change=change(FREE))
        assert row is not None
        return recounts.run(row.id, REPEATED).state

    act_id, state = at_once([serve, edit])
    assert state == "done"
    assert Term.objects.get(subject_id=act_id).due_on == NEXT


def test_a_term_that_no_longer_counts_stays_and_is_told(town: Town, by: Actor) -> None:
    act = served_protest(town, assigned_matter(town))
    term = Term.objects.get(subject_id=act.id)
    # A prolongation on the very last day, which the new table would put before that day.
    row = replace_year(by=by, on=DAY, change=change(FREE))
    assert row is not None
    recounts.run(row.id, REPEATED)
    term.refresh_from_db()
    terms.prolong(term=term, on=NEXT, by=None, reason="ждём ответа", days=5)
    found = preview(by=by, on=DAY, change=change(version=1))
    assert [(move.after, move.problem) for move in found.moves] == [(None, "too_late")]
    row = replace_year(by=by, on=DAY, change=change(version=1))
    assert row is not None
    done = recounts.run(row.id, REPEATED)
    assert (done.state, done.moved, done.stuck) == ("done", 0, 1)
    entry = Entry.objects.filter(subject_id=act.id, action="calendar.edit").latest("id")
    assert (entry.data["to"], entry.data["problem"]) == (None, "too_late")

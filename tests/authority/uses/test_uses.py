"""Counts of use: what the journal gained is counted once, for the office, its region and the country."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qadaga.authority.scope import NATION, Scope, scope_of
from qadaga.authority.uses import counting, naming, selectors
from qadaga.authority.uses.models import Use
from qadaga.common import clock
from qadaga.matters.models import ComplainedOf
from tests.casework import MONDAY, Town, assigned_matter, make_town, open_matter, signed_protest

OPEN = ("powers", "matter.open")
OCTOBER = date(2026, 10, 5)


@pytest.fixture
def town(db: None) -> Town:
    """A district with two matters opened in September and one in October, one of them assigned."""
    town = make_town()
    open_matter(town)
    assigned_matter(town)
    open_matter(town, on=OCTOBER)
    return town


def test_uses_are_counted_by_month_for_office_region_and_country(town: Town) -> None:
    counting.count(clock.now())
    for scope in (
        NATION,
        Scope(regions=frozenset({town.region.id})),
        Scope(offices=frozenset({town.district.id})),
    ):
        found = selectors.used(scope, [OPEN, ("powers", "matter.assign"), ("powers", "act.sign")], OCTOBER)
        assert found[OPEN] == selectors.Count(month=1, year=3, ever=3)
        assert found["powers", "matter.assign"].month == 0
        assert ("powers", "act.sign") not in found
    assert selectors.used(NATION, [OPEN], MONDAY)[OPEN].year == 2
    assert selectors.used(Scope(offices=frozenset({town.other.id})), [OPEN], OCTOBER) == {}
    assert selectors.used(NATION, [("posts", "district_prosecutor")], OCTOBER)[
        "posts", "district_prosecutor"
    ].ever


def test_counting_twice_counts_once_and_a_recount_comes_to_the_same(town: Town) -> None:
    assert counting.count(clock.now()) > 0
    before = set(Use.objects.values_list("section", "record", "unit", "month", "times"))
    assert counting.count(clock.now()) == 0
    open_matter(town, on=OCTOBER)
    assert counting.count(clock.now()) == 1
    assert selectors.used(NATION, [OPEN], OCTOBER)[OPEN].month == 2
    assert set(Use.objects.values_list("section", "record", "unit", "month", "times")) != before
    known = set(Use.objects.values_list("section", "record", "unit", "month", "times"))
    counting.recount(clock.now())
    assert set(Use.objects.values_list("section", "record", "unit", "month", "times")) == known


def test_a_backlog_is_counted_in_parts_and_says_so_until_it_is_done(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "BATCH", 1)
    monkeypatch.setattr(counting, "BATCHES", 2)
    counting.count(clock.now())
    assert selectors.as_of() is None
    while counting.count(clock.now()):
        pass
    assert selectors.as_of() is not None
    assert selectors.used(NATION, [OPEN], OCTOBER)[OPEN].ever == 3


def test_a_signed_act_is_counted_by_its_kind(town: Town) -> None:
    matter = assigned_matter(town)
    act = signed_protest(town, matter)
    counting.count(clock.now())
    assert selectors.used(NATION, [("act_kinds", "protest")], MONDAY)["act_kinds", "protest"].month == 1
    assert [line.subject_id for line in selectors.newest(NATION, ("act_kinds", "protest"))] == [act.id]


def test_what_complains_of_the_reader_is_in_no_count_and_no_list(town: Town) -> None:
    matter = open_matter(town, on=OCTOBER)
    ComplainedOf.objects.create(matter=matter, person=town.assistant.person)
    counting.count(clock.now())
    reader = scope_of(town.actor("assistant", OCTOBER), OCTOBER)
    other = scope_of(town.actor("deputy", OCTOBER), OCTOBER)
    assert selectors.used(other, [OPEN], OCTOBER)[OPEN] == selectors.Count(2, 4, 4)
    assert selectors.used(reader, [OPEN], OCTOBER)[OPEN] == selectors.Count(1, 3, 3)
    assert matter.id in [line.subject_id for line in selectors.newest(other, OPEN)]
    assert matter.id not in [line.subject_id for line in selectors.newest(reader, OPEN)]
    assert len(selectors.newest(reader, OPEN)) == 3


def test_the_list_stays_within_the_scope(town: Town) -> None:
    assert selectors.newest(Scope(offices=frozenset({town.other.id})), OPEN) == []
    assert len(selectors.newest(Scope(regions=frozenset({town.region.id})), OPEN)) == 3
    assert len(selectors.newest(NATION, ("posts", "district_prosecutor"))) == 4


def test_conduct_interference_and_the_index_of_a_narrow_circle_are_never_counted() -> None:
    assert {"conduct", "interference", "operative_case"} <= set(naming.private())


def test_a_count_costs_as_many_reads_however_much_was_done(town: Town) -> None:
    scope = scope_of(town.actor("head", OCTOBER), OCTOBER)
    costs = []
    for _ in range(2):
        counting.count(clock.now())
        with CaptureQueriesContext(connection) as asked:
            selectors.used(scope, [OPEN, ("powers", "matter.assign")], OCTOBER)
        costs.append(len(asked))
        for _ in range(3):
            open_matter(town, on=OCTOBER)
    assert costs == [2, 2]


def test_what_names_uses_must_ask_about_the_entries() -> None:
    with pytest.raises(ValueError, match="entries"):
        naming.declare("terms", "SELECT 1")

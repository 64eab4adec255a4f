"""Which open terms another calendar moves: what an administrator sees before the days off are changed."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qadaga.law import calendar, terms
from qadaga.law.calendar import Calendar, MovedDay
from qadaga.law.moving import Running, changed_days, moved
from qadaga.law.terms import Event

NOW = calendar.kazakhstan()
APPEAL = Running("a", "appeal_consider", [Event("start", date(2026, 5, 4))])


def with_swap(rest: date, worked: date) -> Calendar:
    return NOW.with_moved([*NOW.moved, MovedDay(rest, worked, "R-1", "unverified")], [*NOW.known, 2026])


MAY = with_swap(date(2026, 5, 8), date(2026, 5, 23))


def test_a_day_off_moved_into_a_term_moves_its_end() -> None:
    later = Running("b", "appeal_consider", [Event("start", date(2026, 6, 1))])
    short = Running("c", "appeal_forward", [Event("start", date(2026, 5, 5))])
    found = moved([APPEAL, later, short], NOW, MAY)
    # The long term loses a day and gets one back; the short one only loses.
    assert [(one.running.key, one.days) for one in found] == [("c", 1)]
    assert found[0].after is not None
    assert (found[0].before.due, found[0].after.due) == (date(2026, 5, 12), date(2026, 5, 13))


def test_a_working_saturday_can_bring_a_term_to_an_earlier_day() -> None:
    early = Running("d", "appeal_forward", [Event("start", date(2026, 5, 21))])
    assert [one.days for one in moved([early], NOW, MAY)] == [-1]


def test_an_ended_term_stays() -> None:
    events = [Event("start", date(2026, 5, 5)), Event("end", date(2026, 5, 7))]
    assert moved([Running("e", "appeal_forward", events)], NOW, MAY) == []


def test_events_that_fit_no_more_are_told_and_not_dropped() -> None:
    start, late = Event("start", date(2026, 5, 8)), Event("prolong", date(2026, 6, 2), days=3)
    held = Running("f", "appeal_consider", [start, late])
    earlier = with_swap(date(2026, 7, 3), date(2026, 5, 16))
    assert terms.due(held.events, held.term, NOW).due > date(2026, 6, 2)
    found = moved([held], NOW, earlier)
    assert [(one.after, one.problem and one.problem.code, one.days) for one in found] == [
        (None, "too_late", None)
    ]


def test_the_days_that_change_are_named() -> None:
    assert changed_days(NOW, MAY, date(2026, 5, 1), date(2026, 5, 31)) == [
        date(2026, 5, 8),
        date(2026, 5, 23),
    ]


@given(
    st.dates(date(2016, 1, 1), date(2030, 12, 31)), st.sampled_from(["appeal_consider", "protest_consider"])
)
def test_the_same_calendar_moves_nothing(start: date, term: str) -> None:
    assert (
        moved([Running("x", term, [Event("start", start)])], NOW, NOW.with_moved(NOW.moved, NOW.known)) == []
    )


@given(st.dates(date(2026, 4, 1), date(2026, 6, 15)))
def test_a_term_is_told_if_and_only_if_its_last_day_differs(start: date) -> None:
    one = Running("x", "appeal_consider", [Event("start", start)])
    before, after = (terms.due(one.events, one.term, days).due for days in (NOW, MAY))
    found = moved([one], NOW, MAY)
    assert bool(found) is (before != after)
    assert all(f.after and (f.before.due, f.after.due) == (before, after) for f in found)

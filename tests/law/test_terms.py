"""Terms: worked rows a lawyer checked by hand, and what must hold for every day of the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.law import calendar, catalogue, terms
from qadaga.law.counting import add_months
from qadaga.law.steps import MESSAGES
from qadaga.law.terms import Event, TermError
from tests.law.golden_tables import split, table

CALENDAR = calendar.kazakhstan()
DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))
RUNNING = [t.id for t in catalogue.load().terms.values() if t.at_rest == "next_working_day"]
DAY = timedelta(days=1)


def event(text: str) -> Event:
    """`kind:day[:days=N|:months=N|:until=DAY]` as the golden table writes it."""
    kind, on, *rest = text.split(":")
    given_ = dict(pair.split("=") for pair in rest)
    return Event(
        kind,  # type: ignore[arg-type] # the table's own words; a wrong one fails the row
        date.fromisoformat(on),
        days=int(given_["days"]) if "days" in given_ else None,
        months=int(given_["months"]) if "months" in given_ else None,
        until=date.fromisoformat(given_["until"]) if "until" in given_ else None,
    )


def test_every_golden_row_ends_on_the_day_the_lawyer_wrote() -> None:
    wrong = [f"{row['term']} {row['events']}: {said}" for row in table("terms.csv") if (said := differs(row))]
    assert not wrong, "\n".join(wrong)


def differs(row: dict[str, str]) -> str:
    """What the terms say other than the row; empty where they agree."""
    events = [event(text) for text in row["events"].split()]
    try:
        ledger = terms.due(events, row["term"], CALENDAR)
    except TermError as error:
        return "" if error.code == row["error"] else error.code
    kinds, clauses = ({s.kind for s in ledger.steps}, {s.citation.clause for s in ledger.steps})
    agrees = (
        not row["error"]
        and (ledger.due.isoformat(), ledger.state) == (row["due"], row["state"])
        and set(split(row["steps"], " ")) <= kinds
        and row["clause"] in clauses
    )
    return "" if agrees else f"{ledger.due} {ledger.state} {sorted(kinds)} {sorted(clauses)}"


@given(DAYS, st.sampled_from(RUNNING))
def test_no_term_ends_on_a_day_of_rest_or_before_it_starts(start: date, term: str) -> None:
    ledger = terms.due([Event("start", start)], term, CALENDAR)
    assert CALENDAR.working_day(ledger.due)
    assert ledger.due > start


@given(DAYS)
def test_fifteen_working_days_are_fifteen_working_days(start: date) -> None:
    due = terms.due([Event("start", start)], "appeal_consider", CALENDAR).due
    assert CALENDAR.working_days(start + DAY, due + DAY) == 15


@given(DAYS, st.sampled_from(RUNNING))
def test_a_later_start_never_ends_earlier(start: date, term: str) -> None:
    one = terms.due([Event("start", start)], term, CALENDAR).due
    assert one <= terms.due([Event("start", start + DAY)], term, CALENDAR).due


@given(DAYS)
def test_every_day_of_rest_that_a_working_term_skips_is_in_the_ledger(start: date) -> None:
    ledger = terms.due([Event("start", start)], "appeal_consider", CALENDAR)
    told: set[date] = set()
    for step in ledger.steps:
        if step.kind == "weekend":
            last = date.fromisoformat(step.data["to"])
            told |= {step.on + n * DAY for n in range((last - step.on).days + 1)}
        elif step.kind in ("holiday", "holiday_estimated", "observed", "moved_off"):
            told.add(step.on)
    days = [start + n * DAY for n in range(1, (ledger.due - start).days + 1)]
    assert told == {day for day in days if not CALENDAR.working_day(day)}


@given(DAYS, st.integers(1, 10), st.integers(0, 60))
def test_a_suspension_leaves_the_working_days_it_found(start: date, after: int, pause: int) -> None:
    stop = start + after * DAY
    again = stop + pause * DAY
    events = [Event("start", start), Event("suspend", stop), Event("resume", again)]
    due = terms.due(events, "appeal_consider", CALENDAR).due
    ran = CALENDAR.working_days(start + DAY, stop)
    assert ran + CALENDAR.working_days(again, due + DAY) == 15


@given(DAYS, st.integers(1, 20))
def test_a_suspension_of_days_moves_the_end_by_its_length(start: date, pause: int) -> None:
    stop = start + 5 * DAY
    events = [Event("start", start), Event("suspend", stop), Event("resume", stop + pause * DAY)]
    due = terms.due(events, "protest_consider", CALENDAR).due
    assert due == CALENDAR.next_working_day(start + (10 + pause) * DAY)


@given(DAYS, st.integers(1, 60))
def test_a_prolongation_stays_within_two_months_or_is_refused(start: date, days: int) -> None:
    cap = terms.latest(start, "appeal_consider", CALENDAR)
    events = [Event("start", start), Event("prolong", start + DAY, days=days)]
    assert cap is not None
    wanted = CALENDAR.add_working_days(start, 15 + days)
    if wanted <= cap:
        assert terms.due(events, "appeal_consider", CALENDAR).due == wanted
        return
    with pytest.raises(TermError) as raised:
        terms.due(events, "appeal_consider", CALENDAR)
    assert raised.value.code == "too_long"


@given(DAYS, st.integers(0, 40))
def test_months_keep_the_day_or_take_the_last_of_a_shorter_month(start: date, count: int) -> None:
    end = add_months(start, count)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == count
    assert end.day == start.day or (end.day < start.day and (end + DAY).day == 1)


def test_the_29th_of_february_counts_as_the_last_day_in_a_common_year() -> None:
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(2024, 2, 29), 48) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("events", "code"),
    [
        ([], "no_start"),
        (["start:2025-03-03", "start:2025-03-04"], "second_start"),
        (["start:2025-03-03", "suspend:2025-03-02"], "out_of_order"),
        (["start:2025-03-03", "end:2025-03-05", "suspend:2025-03-06"], "after_end"),
        (["start:2025-03-03", "suspend:2025-03-04", "suspend:2025-03-05"], "suspended_twice"),
        (["start:2025-03-03", "suspend:2025-03-04", "prolong:2025-03-05"], "suspended"),
        (["start:2025-03-03", "suspend:2025-06-04"], "suspended_late"),
        (["start:2025-03-03", "prolong:2025-03-05:until=2025-03-10"], "not_longer"),
    ],
)
def test_events_that_make_no_term_are_refused(events: list[str], code: str) -> None:
    with pytest.raises(TermError) as raised:
        terms.due([event(text) for text in events], "appeal_consider", CALENDAR)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("start:2025-03-03:until=2025-03-03", "before_start"), ("start:2025-03-03:days=-1", "too_short")],
)
def test_an_author_cannot_set_a_term_that_is_none(text: str, code: str) -> None:
    with pytest.raises(TermError) as raised:
        terms.due([event(text)], "document_request", CALENDAR)
    assert raised.value.code == code


def test_a_term_no_norm_sets_on_that_day_is_said_so() -> None:
    with pytest.raises(TermError) as raised:
        terms.due([Event("start", date(2025, 3, 3))], "no_such_term", CALENDAR)
    assert raised.value.code == "no_norm"


def test_overdue_is_read_from_the_ledger_and_not_while_suspended() -> None:
    start = Event("start", date(2025, 4, 7))
    running = terms.due([start], "appeal_consider", CALENDAR)
    late = terms.due([start, Event("end", date(2025, 4, 29))], "appeal_consider", CALENDAR)
    resting = terms.due([start, Event("suspend", date(2025, 4, 14))], "appeal_consider", CALENDAR)
    assert (running.overdue(date(2025, 4, 28)), running.overdue(date(2025, 4, 29))) == (False, True)
    assert late.overdue(date(2025, 6, 1))
    assert not resting.overdue(date(2025, 6, 1))


def test_a_ledger_is_plain_json_with_a_clause_on_every_step() -> None:
    ledger = terms.due([Event("start", date(2025, 12, 22), reason="registered")], "appeal_consider", CALENDAR)
    told = ledger.as_json()
    assert told["due"] == "2026-01-15"
    assert all(step["citation"]["clause"] and step["message"] in MESSAGES.values() for step in told["steps"])


def test_a_year_without_a_table_of_moved_days_is_named() -> None:
    ledger = terms.due([Event("start", date(2025, 12, 22))], "appeal_consider", CALENDAR)
    assert [step.data["year"] for step in ledger.steps if step.kind == "unpublished"] == ["2026"]


def test_the_years_a_last_day_depends_on_that_are_not_published_are_named() -> None:
    ledger = terms.due([Event("start", date(2026, 12, 28))], "appeal_consider", CALENDAR)
    assert ledger.provisional_years == (2026, 2027)
    assert ledger.as_json()["provisional_years"] == [2026, 2027]
    whole = CALENDAR.with_moved(CALENDAR.moved, [*CALENDAR.known, 2026, 2027])
    known = terms.due([Event("start", date(2026, 12, 28))], "appeal_consider", whole)
    assert (known.provisional_years, known.due) == ((), ledger.due)


@pytest.mark.parametrize("year", [1990, 2005, 2101, 3000])
def test_a_year_without_any_calendar_is_never_guessed_at(year: int) -> None:
    with pytest.raises(TermError) as raised:
        terms.due([Event("start", date(year, 3, 1))], "protest_consider", CALENDAR)
    assert raised.value.code == "no_calendar"
    assert str(year) in str(raised.value)


def test_a_term_that_stays_where_it_ends_needs_no_calendar() -> None:
    assert terms.due([Event("start", date(2099, 6, 1))], "prosecutor_general_office", CALENDAR).due == date(
        2104, 6, 1
    )


MONTHS = st.sampled_from(["representation_consider", "answer_challenge", "referral_control"])
ENDS = st.builds(
    lambda year, month, back: add_months(date(year, month, 1), 1) - back * DAY,
    st.integers(2018, 2030),
    st.integers(1, 12),
    st.integers(1, 4),
)


@given(ENDS, MONTHS)
def test_a_month_from_a_months_end_ends_in_the_month_meant(start: date, term: str) -> None:
    rule = terms.rule_of(term, start)
    end, due = add_months(start, rule.length), terms.due([Event("start", start)], term, CALENDAR).due
    assert CALENDAR.next_working_day(end) == due
    assert (end.month - start.month) % 12 == rule.length
    assert end.day == min(start.day, (add_months(date(end.year, end.month, 1), 1) - DAY).day)


@given(st.integers(2018, 2030), st.integers(15, 31))
def test_a_term_over_the_new_year_counts_the_days_of_both_years(year: int, day: int) -> None:
    start = date(year, 12, day)
    due = terms.due([Event("start", start)], "appeal_consider", CALENDAR).due
    assert due.year == year + 1
    turn = date(year + 1, 1, 1)
    assert CALENDAR.working_days(start + DAY, turn) + CALENDAR.working_days(turn, due + DAY) == 15


@given(st.sampled_from([2020, 2024, 2028]), st.integers(1, 10))
def test_the_29th_of_february_is_counted_like_any_day(year: int, before: int) -> None:
    leap = date(year, 2, 29)
    due = terms.due([Event("start", leap - before * DAY)], "protest_consider", CALENDAR).due
    assert due == CALENDAR.next_working_day(leap + (10 - before) * DAY)


@given(st.integers(2018, 2030), st.integers(11, 20))
def test_no_term_ends_in_nauryz(year: int, day: int) -> None:
    for term in RUNNING:
        due = terms.due([Event("start", date(year, 3, day))], term, CALENDAR).due
        assert not date(year, 3, 21) <= due <= date(year, 3, 23)


@given(st.integers(2018, 2030), st.integers(0, 40), st.sampled_from(RUNNING))
def test_no_term_ends_on_kurban_ait_and_the_ledger_names_it(year: int, before: int, term: str) -> None:
    days = (date(year, 1, 1) + n * DAY for n in range(366))
    ait = next(day for day in days if CALENDAR.day(day).name.en == "Kurban Ait")
    ledger = terms.due([Event("start", ait - before * DAY)], term, CALENDAR)
    assert ledger.due != ait
    told = [s for s in ledger.steps if s.kind.startswith("holiday") and s.data["name"]["en"] == "Kurban Ait"]
    if terms.rule_of(term, ait).unit == "working_days" and ait - before * DAY < ait < ledger.due:
        assert [step.on for step in told] == [ait]


@given(DAYS, st.integers(0, 20), st.integers(0, 60))
def test_a_suspended_term_keeps_the_days_it_had_left(start: date, run: int, rest: int) -> None:
    first = terms.due([Event("start", start)], "appeal_consider", CALENDAR).due
    stop = min(start + run * DAY, first)
    again = stop + rest * DAY
    events = [Event("start", start), Event("suspend", stop), Event("resume", again)]
    due = terms.due(events, "appeal_consider", CALENDAR).due
    left = CALENDAR.working_days(stop, first + DAY)
    assert CALENDAR.working_days(again, due + DAY) == left
    assert due >= first


def test_an_author_who_gives_days_gets_days_though_the_law_counts_in_months() -> None:
    twenty = terms.due([Event("start", date(2025, 1, 15), days=20)], "representation_consider", CALENDAR)
    assert twenty.due == date(2025, 2, 4)

"""Half-open periods of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.common.errors import InvalidInput
from qadaga.common.period import Period

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
PERIODS = st.builds(
    lambda start, length: Period(start, None if length is None else start + timedelta(days=length)),
    DAYS,
    st.none() | st.integers(1, 4000),
)


def test_the_end_is_the_first_day_outside() -> None:
    period = Period(date(2026, 1, 1), date(2026, 2, 1))
    assert date(2026, 1, 1) in period
    assert date(2026, 1, 31) in period
    assert date(2026, 2, 1) not in period
    assert date(2025, 12, 31) not in period
    assert period.days() == 31
    assert Period(date(2026, 1, 1)).days() is None


@pytest.mark.parametrize("end", [date(2026, 1, 1), date(2025, 1, 1)])
def test_an_empty_period_is_refused(end: date) -> None:
    with pytest.raises(InvalidInput) as refusal:
        Period(date(2026, 1, 1), end)
    assert refusal.value.fields[0].code == "period_empty"


def test_neighbours_do_not_overlap() -> None:
    first, second = Period(date(2026, 1, 1), date(2026, 2, 1)), Period(date(2026, 2, 1))
    assert not first.overlaps(second)
    assert not second.overlaps(first)


@given(PERIODS, PERIODS)
def test_overlapping_means_sharing_a_day(one: Period, other: Period) -> None:
    later = max(one.start, other.start)
    assert one.overlaps(other) == other.overlaps(one) == (later in one and later in other)

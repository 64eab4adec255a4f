"""Money in whole tiyn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.common.errors import InvalidInput
from qadaga.common.money import Money


@pytest.mark.parametrize(
    ("text", "tiyn"),
    [("0", 0), ("1 250 000,50", 125000050), ("1\u00a0250.5", 125050), ("7,05 ₸", 705), ("12", 1200)],
)
def test_sums_as_people_write_them(text: str, tiyn: int) -> None:
    assert Money.parse(text).tiyn == tiyn


@pytest.mark.parametrize("text", ["", "-5", "1,234", "1.2.3", "abc", "9" * 16, "٣", "1,", "\0"])
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        Money.parse(text, field="recovered")
    assert refusal.value.fields[0].field == "recovered"


def test_sums_add_and_compare() -> None:
    assert Money(150) + Money(50) - Money(1) == Money(199)
    assert Money(1) < Money(2)
    assert str(Money(-123456789)) == "−1\u00a0234\u00a0567,89\u00a0₸"
    assert str(Money(100000)) == "1\u00a0000\u00a0₸"


@given(st.integers(0, 10**17 - 1))
def test_what_is_written_reads_back(tiyn: int) -> None:
    assert Money.parse(str(Money(tiyn))).tiyn == tiyn

"""IIN and BIN: check digits of one and two passes, dates, centuries, and words that help."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qadaga.common.errors import InvalidInput
from qadaga.common.identifiers import Bin, Iin, check_digit, parse_bin, parse_iin

BIRTHS = st.dates(date(1800, 1, 1), date(2099, 12, 31))


def fault(number: str, parse: object = parse_iin, **options: object) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as refusal:
        parse(number, **options)  # type: ignore[operator]  # one of the two functions
    (found,) = refusal.value.fields
    return found.code, str(found)


@pytest.mark.parametrize(
    ("number", "born", "sex"),
    [("850725400331", date(1985, 7, 25), "f"), ("050312600511", date(2005, 3, 12), "f")],
)
def test_valid_iins_of_one_and_two_passes(number: str, born: date, sex: str) -> None:
    iin = parse_iin(number)
    assert (iin.value, iin.birth_date, iin.sex, iin.foreigner) == (number, born, sex, False)


@pytest.mark.parametrize("number", ["230140001236", "230140000008"])
def test_valid_bins(number: str) -> None:
    found = parse_bin(number)
    assert (str(found), found.year, found.month, found.kind, found.branch) == (
        number, 2023, 1, "resident", False,
    )  # fmt: skip


@pytest.mark.parametrize("last", range(10))
def test_a_number_that_no_digit_completes_is_called_impossible(last: int) -> None:
    code, words = fault(f"05031260050{last}")
    assert code == "number_impossible"
    assert "05031260050" in words


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "not_twelve_digits"),
        ("85072540033", "not_twelve_digits"),
        ("8507254003311", "not_twelve_digits"),
        ("85072540033x", "not_twelve_digits"),
        ("٨٥٠٧٢٥٤٠٠٣٣١", "not_twelve_digits"),
        ("850725400332", "check_digit"),
        ("850235400331", "iin_date"),
        ("851325400331", "iin_date"),
        ("850725700331", "iin_century"),
        ("850725900331", "iin_century"),
        ("000000000000", "iin_date"),
        ("230140001236", "bin_for_iin"),
    ],
)
def test_a_wrong_iin_is_refused_with_its_reason(number: str, code: str) -> None:
    assert fault(number)[0] == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("2301400012", "not_twelve_digits"),
        ("231340001236", "bin_month"),
        ("230040001236", "bin_month"),
        ("850725400331", "bin_kind"),
        ("230140001237", "check_digit"),
    ],
)
def test_a_wrong_bin_is_refused_with_its_reason(number: str, code: str) -> None:
    assert fault(number, parse_bin)[0] == code


def test_the_field_is_the_callers() -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_iin("1", field="applicant.iin")
    assert refusal.value.fields[0].field == "applicant.iin"


def test_spaces_and_hyphens_are_forgiven() -> None:
    assert parse_iin(" 850725-400 331 ").value == "850725400331"
    assert parse_bin("2301 4000\u00a01236").value == "230140001236"


def test_a_birth_that_has_not_come_is_refused_where_the_day_is_given() -> None:
    assert fault("050312600511", on=date(2005, 3, 11))[0] == "iin_future"
    assert parse_iin("050312600511", on=date(2005, 3, 12)).birth_date == date(2005, 3, 12)


def test_a_foreigners_number_without_a_century_is_taken() -> None:
    eleven = "85072500033"
    iin = parse_iin(f"{eleven}{check_digit(eleven)}")
    assert (iin.foreigner, iin.birth_date, iin.sex) == (True, None, None)


@pytest.mark.parametrize(("digits", "year"), [("97", 1997), ("99", 1999), ("00", 2000), ("26", 2026)])
def test_the_year_of_a_bin_knows_its_century(digits: str, year: int) -> None:
    eleven = f"{digits}015100012"
    assert parse_bin(f"{eleven}{check_digit(eleven)}").year == year


@given(BIRTHS, st.sampled_from(["m", "f"]), st.integers(0, 9999))
def test_every_well_made_iin_gives_back_what_it_was_made_of(born: date, sex: str, serial: int) -> None:
    century = (born.year // 100 - 18) * 2 + (1 if sex == "m" else 2)
    eleven = f"{born:%y%m%d}{century}{serial:04}"
    last = check_digit(eleven)
    assume(last is not None)
    iin = parse_iin(f"{eleven}{last}")
    assert (iin.birth_date, iin.sex) == (born, sex)


@given(BIRTHS, st.integers(0, 9999), st.integers(1, 9))
def test_a_mistyped_last_digit_is_always_noticed(born: date, serial: int, shift: int) -> None:
    eleven = f"{born:%y%m%d}{(born.year // 100 - 18) * 2 + 1}{serial:04}"
    last = check_digit(eleven)
    assume(last is not None)
    assert last is not None
    assert fault(f"{eleven}{(last + shift) % 10}")[0] == "check_digit"


@pytest.mark.parametrize("parse", [parse_iin, parse_bin])
@given(text=st.text(max_size=20))
def test_any_text_is_a_number_or_a_refusal(parse: Callable[[str], Iin | Bin], text: str) -> None:
    with suppress(InvalidInput):
        assert len(parse(text).value) == 12

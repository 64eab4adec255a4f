"""Coupon numbers: read back however they are written, and a wrong sign is noticed."""

from hypothesis import given
from hypothesis import strategies as st

from qadaga.appeals.coupons import new_coupon, parse_coupon

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_number_reads_back_however_it_is_written():
    coupon = new_coupon()
    for written in (coupon, coupon.lower(), coupon.replace("-", ""), f" {coupon.replace('-', ' ')} "):
        assert parse_coupon(written) == coupon


def test_letters_taken_for_digits_are_forgiven():
    coupon = next(one for one in iter(new_coupon, "") if "0" in one and "1" in one)
    assert parse_coupon(coupon.replace("0", "O").replace("1", "I")) == coupon
    assert parse_coupon(coupon.replace("1", "l")) == coupon


@given(place=st.integers(0, 11), sign=st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed(place, sign):
    plain = new_coupon().replace("-", "")
    wrong = plain[:place] + sign + plain[place + 1 :]
    assert (parse_coupon(wrong) is None) == (wrong != plain)


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text):
    found = parse_coupon(text)
    assert found is None or parse_coupon(found) == found


def test_no_two_are_alike():
    assert len({new_coupon() for _ in range(2_000)}) == 2_000

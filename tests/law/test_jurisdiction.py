"""Specialised beside territorial, the first to open, the common office above, powers passed down."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.law import competence
from qadaga.law.jurisdiction import (
    Delegation,
    Place,
    common_higher,
    competent,
    delegated,
    holder,
    may_move,
    to_tell,
)
from qadaga.law.model import Facts, Subject, Who

CITY = Place("KAR-1", 3, ("GPO", "KAR", "KAR-1"), territory=frozenset({"351000000"}))
NEXT = Place("KAR-2", 3, ("GPO", "KAR", "KAR-2"), territory=frozenset({"353600000"}))
NATURE = Place(
    "KAR-ENV", 3, ("GPO", "KAR", "KAR-ENV"), frozenset({"environmental"}), frozenset({"350000000"})
)
TRANSPORT = Place("BT-1", 3, ("GPO", "BT", "BT-1"), frozenset({"transport"}))
REGION = Place("KAR", 2, ("GPO", "KAR"), territory=frozenset({"350000000"}))
GENERAL = Place("GPO", 1, ("GPO",))
ALL = [CITY, NEXT, NATURE, TRANSPORT, REGION, GENERAL]


def about(territory: str | None, sphere: str | None = None) -> Subject:
    return Subject("matter", territory=territory, sphere=sphere)


@pytest.mark.parametrize(
    ("subject", "offices"),
    [
        (about("351011000"), ["KAR-1"]),
        (about("351011000", "environmental"), ["KAR-1", "KAR-ENV"]),
        (about("353600000", "environmental"), ["KAR-2", "KAR-ENV"]),
        (about("351000000", "transport"), ["KAR-1", "BT-1"]),
        (about("351000000", "military"), ["KAR-1"]),
        (about("355200000"), ["KAR"]),
        (about("190000000"), ["GPO"]),
    ],
)
def test_competent_are_the_territorial_office_and_the_specialised_one_of_the_sphere(
    subject: Subject, offices: list[str]
) -> None:
    assert [place.office for place in competent(ALL, subject)] == offices


def test_no_specialised_office_is_competent_beyond_its_sphere() -> None:
    assert competent([NATURE, TRANSPORT], about("351000000")) == []
    assert competent([NATURE, TRANSPORT], about("351000000", "military")) == []


def test_the_other_competent_office_is_the_one_to_tell() -> None:
    fish = about("351000000", "environmental")
    assert to_tell(ALL, fish, "KAR-ENV") == ["KAR-1"]
    assert to_tell(ALL, fish, "KAR-1") == ["KAR-ENV"]
    assert to_tell(ALL, about("351000000"), "KAR-1") == []


def test_the_first_to_open_holds_the_matter() -> None:
    morning, noon = datetime(2026, 11, 23, 9, tzinfo=UTC), datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert holder([(noon, "KAR-1"), (morning, "KAR-ENV")]) == "KAR-ENV"
    assert holder([]) is None


def test_the_nearest_office_above_both_may_move_it() -> None:
    assert common_higher(CITY.path, NATURE.path) == "KAR"
    assert common_higher(CITY.path, TRANSPORT.path) == "GPO"
    assert common_higher(GENERAL.path, CITY.path) is None
    assert may_move("KAR", CITY.path, NATURE.path)
    assert may_move("GPO", CITY.path, NATURE.path)
    assert not may_move("KAR", CITY.path, TRANSPORT.path)
    assert not may_move("KAR-1", CITY.path, NATURE.path)


WHO = Who("district_prosecutor", "KAR-1", "city", 3, CITY.path, frozenset(), frozenset(), officer=True)
PASSED = Delegation("judicial.protest", "KAR", "KAR-1", date(2026, 3, 1), date(2026, 6, 1))


@pytest.mark.parametrize(
    ("on", "allowed"),
    [("2026-02-28", False), ("2026-03-01", True), ("2026-05-31", True), ("2026-06-01", False)],
)
def test_a_power_passed_down_lasts_from_its_first_day_until_its_end(on: str, allowed: bool) -> None:
    day = date.fromisoformat(on)
    marks = frozenset({"delegated"}) if delegated([PASSED], "judicial.protest", WHO, day) else frozenset()
    verdict = Subject("judicial_act", "KAR-1", CITY.path, marks=marks)
    ruling = competence.decide(Facts(WHO, "judicial.protest", verdict, "judicial_error"), day)
    assert ruling.allowed is allowed
    assert allowed or [missing.code for missing in ruling.missing] == ["levels"]


@pytest.mark.parametrize(
    "given_",
    [
        Delegation("inspection.open", "KAR", "KAR-1", date(2026, 3, 1), date(2026, 6, 1)),
        Delegation("judicial.protest", "KAR", "KAR-2", date(2026, 3, 1), date(2026, 6, 1)),
        Delegation("judicial.protest", "KAR-2", "KAR-1", date(2026, 3, 1), date(2026, 6, 1)),
        Delegation("judicial.protest", "KAR-1", "KAR-1", date(2026, 3, 1), date(2026, 6, 1)),
        Delegation("judicial.protest", "BT", "KAR-1", date(2026, 3, 1), date(2026, 6, 1)),
    ],
)
def test_nothing_is_passed_but_that_power_to_that_office_by_one_above_it(given_: Delegation) -> None:
    assert not delegated([given_], "judicial.protest", WHO, date(2026, 4, 1))


PATHS = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(lambda way: ("GPO", *way))


@given(PATHS, PATHS)
def test_whoever_is_the_nearest_above_both_may_move(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    above = common_higher(one, other)
    assert above is not None
    assert may_move(above, one, other)
    assert common_higher(other, one) == above

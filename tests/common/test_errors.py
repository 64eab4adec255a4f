"""Errors that services raise."""

from datetime import date, datetime

import pytest

from qadaga.common import clock
from qadaga.common.errors import (
    AlreadyDone,
    Conflict,
    InvalidInput,
    NotFound,
    Problems,
    QadagaError,
    Stale,
    filled,
)


def test_each_error_has_its_status() -> None:
    assert InvalidInput.of("a", "b", "c").status == 422
    assert NotFound().status == 404
    assert Conflict("x", "No.").status == 409
    assert AlreadyDone().status == 409
    assert Stale(7).status == 412
    assert Stale(7).current_version == Stale(7).data["current_version"] == 7


def test_the_message_is_filled_with_its_data() -> None:
    error = QadagaError("late", "The day was %(day)s.", 409, day="2026-01-01")
    assert str(error) == "The day was 2026-01-01."
    assert (error.code, error.data) == ("late", {"day": "2026-01-01"})
    assert str(QadagaError("odd", "100% sure", 409)) == "100% sure"


def test_days_and_lists_are_written_as_people_write_them() -> None:
    said = filled(
        "%(day)s, %(at)s, %(all)s",
        {
            "day": date(2026, 9, 5),
            "at": datetime(2026, 9, 5, 8, 30, tzinfo=clock.ZONE),
            "all": [date(2026, 1, 2), "x"],
        },
    )
    assert said == "05.09.2026, 05.09.2026 08:30, 02.01.2026, x"
    assert filled("100% sure", {}) == "100% sure"


def refuse() -> None:
    raise InvalidInput.of("iin", "check_digit", "IIN: wrong.")


def test_problems_of_several_fields_come_together() -> None:
    problems = Problems()
    with problems.collect():
        refuse()
    problems.add("name", "required", "Name: %(what)s.", what="missing")
    with pytest.raises(InvalidInput) as refusal:
        problems.check()
    assert [fault.field for fault in refusal.value.fields] == ["iin", "name"]
    assert str(refusal.value) == "iin: IIN: wrong.; name: Name: missing."


def test_no_problem_is_no_error() -> None:
    Problems().check()


def test_other_errors_are_not_swallowed() -> None:
    with pytest.raises(NotFound), Problems().collect():
        raise NotFound

"""Dates in words."""

from datetime import date

import pytest

from qadaga.documents.words import Day, long_date


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_three_kazakh_forms(month: int) -> None:
    day = Day(date(2026, month, 5), "kk")
    plain, of, to = f"{day}", f"{day:of}", f"{day:to}"
    assert of.startswith(plain)
    assert of.endswith(("дағы", "дегі", "тағы", "тегі"))
    assert to.startswith(plain)
    assert to.endswith(("ға", "ге", "қа", "ке"))


def test_russian_dates_have_one_form() -> None:
    day = Day(date(2026, 8, 5), "ru")
    assert (
        f"{day}" == f"{day:of}" == f"{day:to}" == "5 августа 2026 года" == long_date(date(2026, 8, 5), "ru")
    )

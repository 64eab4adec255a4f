"""A period is called by its name, in every language, never by its first day."""

from datetime import date

import pytest
from django.utils import translation

from qadaga.authority.lists.periods import called


@pytest.mark.parametrize(
    ("kind", "start", "ru", "kk", "en"),
    [
        (
            "half",
            date(2026, 7, 1),
            "2-е полугодие 2026 года",
            "2026 жылғы 2-жартыжылдық",
            "Half-year 2 of 2026",
        ),
        ("quarter", date(2026, 10, 1), "4-й квартал 2026 года", "2026 жылғы 4-тоқсан", "Quarter 4 of 2026"),
        ("month", date(2026, 3, 1), "Март 2026 года", "Наурыз, 2026 жыл", "March 2026"),
        ("year", date(2026, 1, 1), "2026 год", "2026 жыл", "Year 2026"),
    ],
)
def test_a_period_is_called_by_its_name(kind: str, start: date, ru: str, kk: str, en: str) -> None:
    for language, words in (("ru", ru), ("kk", kk), ("en", en)):
        with translation.override(language):
            assert called(kind, start) == words


def test_no_such_kind_of_period_is_called_anything() -> None:
    with pytest.raises(ValueError, match="no such kind"):
        called("week", date(2026, 3, 1))

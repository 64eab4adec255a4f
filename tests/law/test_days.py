"""Days of rest: the library's own answer, without the other countries."""

import subprocess
import sys

import holidays
import pytest

from qadaga.law.days import days_of


@pytest.mark.parametrize("year", [2006, 2019, 2024, 2026, 2035, 2100])
def test_the_days_are_those_the_library_gives_when_asked_as_a_whole(year: int) -> None:
    assert dict(days_of(year)) == dict(holidays.country_holidays("KZ", years=[year], language="en_US"))


def test_the_other_countries_are_not_imported() -> None:
    asked = (
        "import sys; from qadaga.law.days import days_of; days_of(2026);"
        "print([name for name in sys.modules if name.startswith('holidays.countries.')]);"
        "import holidays; print(len(holidays.country_holidays('UZ', years=[2026])) > 0)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["['holidays.countries.kazakhstan']", "True"]

"""The demonstration's collegium."""

from datetime import date

import pytest

from qadaga.config.demo import collegia, people
from qadaga.offices.models import Office
from qadaga.organisation import founding
from qadaga.organisation.collegia.selectors import composition

ON = date(2026, 11, 23)


@pytest.mark.django_db
def test_a_region_has_a_collegium_with_a_district_prosecutor_in_it() -> None:
    founding.found(on=ON)
    people.load(ON)
    assert collegia.load(ON) == collegia.load(ON) == 1
    members = composition(Office.objects.get(code="1100"), ON).members
    assert {row.appointment.office.level for row in members} == {2, 3}

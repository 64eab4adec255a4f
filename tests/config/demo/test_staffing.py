"""The demonstration's staffing tables."""

from datetime import date

import pytest

from qadaga.config.demo import people, staffing
from qadaga.offices.models import Office
from qadaga.organisation import founding
from qadaga.organisation.restructuring.country import chart, country
from qadaga.organisation.staffing.selectors import state_of

ON = date(2026, 11, 23)


@pytest.mark.django_db
def test_two_offices_have_tables_with_vacant_places(django_assert_max_num_queries) -> None:
    founding.found(on=ON)
    people.load(ON)
    assert staffing.load(ON) == 2
    assert staffing.load(ON) == 0
    office = Office.objects.get(code="1110")
    state = state_of(office, ON)
    assert not state.outside
    assert state.vacant > 0
    with django_assert_max_num_queries(7):
        assert any(group.vacant for group in chart(office, ON).groups)
    with django_assert_max_num_queries(5):
        found = country(ON)
    assert len(found.areas) == 22
    akmola = next(area for area in found.areas if area.node.code == "1100")
    assert akmola.people > 0
    assert akmola.vacant == state.vacant + state_of(Office.objects.get(code="1170"), ON).vacant

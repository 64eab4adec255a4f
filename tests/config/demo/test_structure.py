"""The demonstration's transport matters, the power passed down, the change of the structure to come."""

from datetime import date

import pytest

from qadaga.authority.delegations.models import Delegation
from qadaga.config.demo import people, structure
from qadaga.matters.models import Matter
from qadaga.organisation import founding
from qadaga.organisation.restructuring.models import PlannedChange

ON = date(2026, 11, 23)


@pytest.mark.django_db
def test_transport_a_passed_power_and_a_planned_name_are_there_once() -> None:
    founding.found(on=ON)
    people.load(ON)
    for _ in range(2):
        structure.load(ON)
        assert set(Matter.objects.values_list("transport_mode", flat=True)) == {"rail", "air", "pipeline"}
        assert Matter.objects.count() == 3
        assert Delegation.objects.get().power == "act.sign"
        assert PlannedChange.objects.get().action == "office.rename"

"""The demonstration's inspections that others decide on, and the one told of."""

from datetime import date

import pytest

from qadaga.acts.models import Measure
from qadaga.common import clock
from qadaga.config.demo import following, people
from qadaga.organisation import founding
from qadaga.supervision.inspections.models import Inspection, InspectionTold

ON = date(2026, 11, 23)


@pytest.mark.django_db
def test_one_is_stopped_one_taken_over_one_told_of_and_one_gone_along() -> None:
    with clock.frozen(ON):
        founding.found(on=ON)
        people.load(ON)
        for _ in range(2):
            following.load(ON)
    rows = [
        (row.status, row.office.code, row.carrier is not None) for row in Inspection.objects.order_by("id")
    ]
    assert rows == [
        ("stopped", "1110", False),
        ("opened", "1100", True),
        ("opened", "1110", False),
        ("opened", "1100-eco", False),
    ]
    assert InspectionTold.objects.filter(told_on=ON, office__code="1100-eco").count() == 1
    assert Measure.objects.get().carrier is not None

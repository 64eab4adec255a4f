"""The demonstration's ranks, periods and entries."""

from datetime import date

import pytest

from qadaga.config.demo import people, personnel
from qadaga.organisation import founding
from qadaga.organisation.personnel.models import FileEntry, RankedPost, RankHeld, ServicePeriod

ON = date(2026, 11, 23)


@pytest.mark.django_db
def test_ranks_and_periods_are_entered_once() -> None:
    founding.found(on=ON)
    people.load(ON)
    assert personnel.load(ON) == RankHeld.objects.count() + ServicePeriod.objects.count() > 0
    assert RankedPost.objects.exists()
    assert FileEntry.objects.count() == 5
    assert personnel.load(ON) == 0

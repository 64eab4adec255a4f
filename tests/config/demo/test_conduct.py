"""The demonstration's conduct entries and reports of interference."""

from datetime import date

import pytest

from qadaga.config.demo import conduct, people
from qadaga.config.demo.people import actor
from qadaga.organisation import founding
from qadaga.organisation.conduct import interference

ON = date(2026, 11, 23)


@pytest.mark.django_db
def test_each_is_entered_once_and_the_head_reported_sees_one_only() -> None:
    founding.found(on=ON)
    people.load(ON)
    assert conduct.load(ON) == 4
    assert conduct.load(ON) == 0
    assert interference.visible(actor("kokshetau.head", ON), ON).count() == 1
    assert interference.visible(actor("akmola.head", ON), ON).count() == 2

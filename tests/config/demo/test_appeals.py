"""The demonstration's appeals: at least forty, gone every way an appeal can go."""

from collections import Counter
from datetime import date

import pytest

from qadaga.appeals.kinds import Status
from qadaga.appeals.models import Appeal, Decision, Forwarding, MaterialsRequest
from qadaga.common import clock
from qadaga.config.demo import appeals, people
from qadaga.config.demo.schedule import play
from qadaga.journal.audit import verify_all
from qadaga.organisation import founding

TODAY = date(2026, 9, 16)


@pytest.mark.slow
@pytest.mark.django_db
def test_appeals_of_every_status_are_played_up_to_today():
    with clock.frozen(TODAY):
        founding.found(on=TODAY)
        people.load(TODAY)
        play(appeals.parts(), TODAY)
    found = Counter(Appeal.objects.values_list("status", flat=True))
    assert sum(found.values()) >= 40
    assert set(found) == set(Status.values)
    assert Appeal.objects.filter(due_on__lt=TODAY).exists()
    assert set(Decision.objects.values_list("kind", flat=True)) >= {"correct", "annul", "decline", "prolong"}
    assert Forwarding.objects.filter(automatic=True).exists()
    assert Forwarding.objects.exclude(outcome="").exists()
    assert MaterialsRequest.objects.get().state == "shown"
    numbers = sorted(Appeal.objects.filter(office__code="1110").values_list("number", flat=True))
    assert [int(number[-6:]) for number in numbers] == list(range(1, len(numbers) + 1))
    assert not [report for report in verify_all() if report.faults]

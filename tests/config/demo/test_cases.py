"""The demonstration's cases: every status, nothing skipped, numbers by day, and the chains hold."""

from datetime import date
from itertools import groupby

import pytest
from django.db.models import F

from qadaga.acts.choices import ActStatus
from qadaga.acts.models import Act, Measure
from qadaga.appeals.models import ImportJob
from qadaga.config.demo import cases, people
from qadaga.journal.audit import verify_all
from qadaga.matters.choices import MatterStatus
from qadaga.matters.models import Matter
from qadaga.organisation import founding

TODAY = date(2026, 11, 23)


@pytest.mark.slow
@pytest.mark.django_db
def test_the_cases_show_everything_once() -> None:
    founding.found(on=TODAY)
    people.load(TODAY)
    assert cases.load(TODAY) == Matter.objects.count() >= 40
    assert cases.load(TODAY) == 0
    assert set(Matter.objects.values_list("status", flat=True)) == set(MatterStatus.values)
    assert set(Act.objects.values_list("status", flat=True)) >= set(ActStatus.values) - {"partly"}
    assert Matter.objects.exclude(status="closed").filter(due_on__lt=TODAY).exists()
    assert Measure.objects.filter(status="served", due_on__lt=TODAY).exists()
    assert Matter.objects.exclude(holder=F("office")).exists()
    rows = Matter.objects.order_by("office_id", "number").values_list("office_id", "number", "opened_on")
    for _, row in groupby(rows, key=lambda row: row[0]):
        numbered = list(row)
        assert [number for _, number, _ in numbered] == list(range(1, len(numbered) + 1))
        days = [opened for _, _, opened in numbered]
        assert days == sorted(days)
    assert sorted(ImportJob.objects.values_list("state", flat=True)) == ["done", "faulty"]
    assert not [report for report in verify_all() if report.faults]

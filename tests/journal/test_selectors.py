"""Timelines."""

from datetime import date
from uuid import UUID

import pytest
from django.db import transaction

from qadaga.common.ids import new_id
from qadaga.journal import selectors, services
from qadaga.journal.reads import record_reads
from qadaga.journal.services import JournalActor

DAY = date(2026, 3, 2)


def done(office_id: UUID, action: str, kind: str, subject: UUID) -> None:
    with transaction.atomic():
        services.record(
            office_id=office_id,
            action=action,
            subject_kind=kind,
            subject_id=subject,
            by=None,
            ruling=None,
            on=DAY,
            data={},
        )


@pytest.mark.django_db
def test_a_timeline_is_newest_first_with_what_belongs_to_it_and_without_readings() -> None:
    low, high = sorted([new_id(), new_id()])
    matter, act, other = new_id(), new_id(), new_id()
    done(high, "matter.open", "matter", matter)
    done(low, "act.draft", "act", act)
    done(high, "matter.open", "matter", other)
    done(high, "matter.close", "matter", matter)
    record_reads(office_id=high, subjects=[("matter", matter)], by=JournalActor(None, None, None), on=DAY)

    assert [e.action for e in selectors.timeline("matter", matter)] == ["matter.close", "matter.open"]
    both = selectors.timeline("matter", matter, also=[("act", act)])
    assert [e.action for e in both] == ["matter.close", "act.draft", "matter.open"]
    page = selectors.timeline("matter", matter, also=[("act", act)], before=both[0].id, limit=1)
    assert [e.action for e in page] == ["act.draft"]


@pytest.mark.django_db
def test_an_offices_entries_are_paged_by_number() -> None:
    office = new_id()
    for _ in range(3):
        done(office, "matter.open", "matter", new_id())
    first = selectors.of_office(office, limit=2)
    assert [e.seq for e in first] == [3, 2]
    assert [e.seq for e in selectors.of_office(office, before=2)] == [1]

"""Writing the journal: linked, numbered without gaps, whole with the transaction it records."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from qadaga.common.ids import new_id
from qadaga.journal import services
from qadaga.journal.canonical import GENESIS, link
from qadaga.journal.models import Chain, Entry
from qadaga.journal.services import JournalActor

DAY = date(2026, 3, 2)
ACTOR = JournalActor(new_id(), new_id(), new_id())


def write(office_id: UUID, **changes: object) -> Entry:
    values: dict[str, object] = {
        "office_id": office_id,
        "action": "matter.open",
        "subject_kind": "matter",
        "subject_id": new_id(),
        "by": ACTOR,
        "ruling": {"allowed": True, "citations": ["O.13.1"]},
        "on": DAY,
        "data": {"number": "7", "opened": DAY, "appeal": uuid4(), "tasks": ["O.6.1", "O.6.2"]},
    }
    with transaction.atomic():
        return services.record(**(values | changes))  # type: ignore[arg-type]  # the names are checked by the call


@pytest.mark.django_db
def test_entries_are_numbered_and_linked() -> None:
    office = new_id()
    first, second = write(office), write(office, by=None, ruling=None)

    assert (first.seq, second.seq) == (1, 2)
    stored = list(Entry.objects.filter(office_id=office).order_by("seq"))
    assert [entry.id for entry in stored] == [first.id, second.id]
    assert bytes(stored[0].hash) == link(GENESIS, 1, services.body_of(stored[0]).text())
    assert bytes(stored[1].hash) == link(bytes(stored[0].hash), 2, services.body_of(stored[1]).text())
    head = Chain.objects.get(office_id=office)
    assert (head.seq, bytes(head.hash)) == (2, bytes(second.hash))


@pytest.mark.django_db
def test_an_entry_is_taken_inside_a_transaction_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transaction.get_connection(), "in_atomic_block", False)
    with pytest.raises(TransactionManagementError):
        services.record_many([])

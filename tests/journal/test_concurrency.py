"""Many connections write at once: no gap, no double, no deadlock whatever order the chains are named in."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID

import pytest
from django.db import connection, transaction

from qadaga.common.ids import new_id
from qadaga.journal import audit, services
from qadaga.journal.locks import LockOrderError
from qadaga.journal.models import Chain, ChainKind, Entry
from qadaga.journal.reads import record_reads, together
from qadaga.journal.services import JournalActor

DAY = date(2026, 3, 2)
READER = JournalActor(new_id(), new_id(), new_id())


def draft(office_id: UUID) -> Entry:
    return services.draft(
        office_id=office_id,
        action="matter.open",
        subject_kind="matter",
        subject_id=new_id(),
        by=None,
        ruling=None,
        on=DAY,
        data={},
    )


def record(office_id: UUID) -> None:
    services.record_many([draft(office_id)])


def in_parallel(jobs: int, work: Callable[[int], None]) -> None:
    def run(job: int) -> None:
        try:
            work(job)
        finally:
            connection.close()

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(run, range(jobs)))


def assert_whole(office_id: UUID, entries: int, kind: ChainKind = ChainKind.WORK) -> None:
    report = audit.verify(office_id, kind)
    assert report.faults == ()
    assert report.entries == entries
    numbers = (
        Entry.objects.filter(office_id=office_id, kind=kind).order_by("seq").values_list("seq", flat=True)
    )
    assert list(numbers) == list(range(1, entries + 1))


@pytest.mark.django_db(transaction=True)
def test_the_first_entries_of_a_chain_come_from_many_at_once() -> None:
    office = new_id()

    def work(_: int) -> None:
        for _round in range(20):
            with transaction.atomic():
                record(office)

    in_parallel(6, work)
    assert_whole(office, 120)


@pytest.mark.django_db(transaction=True)
def test_two_chains_in_any_order_do_not_deadlock() -> None:
    offices = [new_id(), new_id()]

    def work(job: int) -> None:
        shuffled = random.Random(job)
        for _round in range(25):
            drafts = [draft(office) for office in offices]
            shuffled.shuffle(drafts)
            with transaction.atomic():
                services.record_many(drafts)

    in_parallel(6, work)
    for office in offices:
        assert_whole(office, 150)


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_transaction_leaves_no_trace() -> None:
    office = new_id()

    class Undone(Exception):
        pass

    def work(job: int) -> None:
        for round_ in range(20):
            try:
                with transaction.atomic():
                    record(office)
                    if (job + round_) % 2:
                        raise Undone
            except Undone:
                continue

    in_parallel(4, work)
    assert_whole(office, 40)


@pytest.mark.django_db(transaction=True)
def test_chains_named_against_the_order_are_refused_at_once() -> None:
    low, high = sorted([new_id(), new_id()])
    with transaction.atomic():
        record(high)
        with pytest.raises(LockOrderError):
            record(low)
        transaction.set_rollback(True)
    assert not Chain.objects.filter(office_id__in=[low, high]).exists()
    with transaction.atomic():
        record(low)
        record(high)


@pytest.mark.django_db(transaction=True)
def test_gathered_entries_are_written_in_order_at_the_end() -> None:
    low, high = sorted([new_id(), new_id()])
    with transaction.atomic(), services.gathered():
        record(high)
        with services.gathered():
            record(low)
        assert not Entry.objects.exists()
    assert_whole(low, 1)
    assert_whole(high, 1)


@pytest.mark.django_db(transaction=True)
def test_an_exception_drops_what_was_gathered() -> None:
    office = new_id()

    def fail() -> None:
        with transaction.atomic(), services.gathered():
            record(office)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with transaction.atomic():
        record(office)
    assert_whole(office, 1)


@pytest.mark.django_db(transaction=True)
def test_readings_in_parallel_requests_stand_in_a_chain_of_their_own() -> None:
    office = new_id()

    def work(_: int) -> None:
        for _round in range(10):
            with together():
                card = new_id()
                for _again in range(3):
                    record_reads(office_id=office, subjects=[("person", card)], by=READER, on=DAY)
                record_reads(office_id=office, subjects=[("person", new_id())], by=READER, on=DAY)
            with transaction.atomic():
                record(office)

    in_parallel(4, work)
    assert_whole(office, 80, ChainKind.READS)
    assert_whole(office, 40)

"""Numbers without gaps or doubles, under concurrency and rollbacks."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from qadaga.common.ids import new_id
from qadaga.documents import numbering
from qadaga.documents.models import Counter
from qadaga.documents.registers import registers
from qadaga.journal.locks import LockOrderError


def take(office_id: UUID, *, register: str = "appeal", year: int = 2026) -> int:
    return numbering.take(office_code="7511", office_id=office_id, year=year, register=register)


def in_parallel(jobs: int, work: Callable[[int], None]) -> None:
    def run(job: int) -> None:
        try:
            work(job)
        finally:
            connection.close()

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(run, range(jobs)))


@pytest.mark.django_db
def test_numbers_start_at_one_in_each_office_year_and_register() -> None:
    office, other = new_id(), new_id()
    with transaction.atomic():
        taken = [take(office), take(office), take(office, year=2027)]
    with transaction.atomic():
        taken += [take(office, register="act")]
    with transaction.atomic():
        taken += [take(other)]
    assert taken == [1, 2, 1, 1, 1]


@pytest.mark.django_db
def test_the_number_on_the_paper_has_its_registers_form() -> None:
    with transaction.atomic():
        text = numbering.take_formatted(office_code="7511", office_id=new_id(), year=2026, register="appeal")
    assert text == "ЖТ-7511-2026/000001"


@pytest.mark.django_db
def test_registers_are_taken_in_the_declared_order() -> None:
    office = new_id()
    with transaction.atomic():
        take(office, register="matter")
        with pytest.raises(LockOrderError):
            take(office, register="appeal")


@pytest.mark.django_db
def test_an_unknown_register_takes_nothing() -> None:
    with pytest.raises(KeyError), transaction.atomic():
        take(new_id(), register="nonsense")
    assert not Counter.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_parallel_connections_with_rollbacks_leave_neither_gap_nor_double() -> None:
    office, kept, guard = new_id(), [], threading.Lock()

    class Undone(Exception):
        pass

    def work(job: int) -> None:
        for round_ in range(25):
            try:
                with transaction.atomic():
                    number = take(office)
                    if (job + round_) % 3 == 0:
                        raise Undone
            except Undone:
                continue
            with guard:
                kept.append(int(number))

    in_parallel(6, work)

    assert sorted(kept) == list(range(1, len(kept) + 1))
    assert len(kept) > 90
    assert Counter.objects.get(office_id=office).last == len(kept)


class AnyOrderOfWork(HypothesisTestCase):
    """Whatever is taken and undone, what is kept counts 1, 2, 3 … in every register."""

    @settings(max_examples=25)
    @given(
        st.lists(
            st.tuples(st.sampled_from(sorted(registers())), st.sampled_from([2025, 2026]), st.booleans())
        )
    )
    def test_kept_numbers_are_whole(self, steps: list[tuple[str, int, bool]]) -> None:
        office = new_id()
        kept: dict[tuple[str, int], list[int]] = {}
        for register, year, undone in steps:
            with transaction.atomic():
                number = take(office, register=register, year=year)
                transaction.set_rollback(undone)
            if not undone:
                kept.setdefault((register, year), []).append(number)
        for numbers in kept.values():
            assert numbers == list(range(1, len(numbers) + 1))

"""Registrations side by side, over real connections: no number twice, none left out, the chain whole."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from django.db import connection

from qadaga.appeals import services as appeals
from qadaga.appeals.models import Answer, Appeal
from qadaga.common.errors import Conflict, InvalidInput, QadagaError, Stale
from qadaga.journal.audit import verify_all
from tests.intake import ENTRY, MONDAY, draft_for, make_appeal, make_registry, open_for

WORKERS, EACH = 8, 12


@pytest.fixture
def registry(transactional_db):
    return make_registry()


def side_by_side(count, work):
    """Run `work(number)` in so many threads that start together; what each returned or raised."""
    barrier = Barrier(count)

    def one(number):
        barrier.wait()
        try:
            return work(number)
        except QadagaError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_no_gap_and_no_double_though_some_are_refused(registry):
    clerks = [registry.actor("clerk"), registry.actor("other_clerk")]

    def work(worker):
        by = clerks[worker % 2]
        for number in range(EACH):
            summary = "" if number % 5 == 4 else f"Обращение {worker}-{number}"
            try:
                appeals.register(entry=replace(ENTRY, summary=summary), by=by, on=MONDAY)
            except InvalidInput:
                continue

    side_by_side(WORKERS, work)
    for office in ("dis", "oth"):
        numbers = sorted(Appeal.objects.filter(office__code=office).values_list("number", flat=True))
        taken = [int(number[-6:]) for number in numbers]
        assert taken == list(range(1, len(taken) + 1))
        assert len(taken) == WORKERS // 2 * (EACH - EACH // 5)
    assert not [report for report in verify_all() if report.faults]


def test_of_two_who_sign_at_once_one_signs(registry):
    appeal = draft_for(registry, make_appeal(registry))
    head = registry.actor("head")
    done = side_by_side(
        4, lambda _: appeals.sign_answer(appeal_id=appeal.id, version=appeal.version, by=head, on=MONDAY)
    )
    assert sum(isinstance(one, Answer) for one in done) == 1
    assert sum(isinstance(one, Stale) for one in done) == 3


def test_of_a_matter_opened_and_a_declining_at_once_one_stands(registry):
    appeal = make_appeal(registry)

    def work(number):
        if number:
            return open_for(registry, appeal, assign=False)
        return appeals.decline(
            appeal_id=appeal.id,
            ground="no_substance",
            reason="Нет сути",
            version=1,
            by=registry.actor("head"),
            on=MONDAY,
        )

    done = side_by_side(2, work)
    assert sum(isinstance(one, Conflict) for one in done) == 1
    appeal.refresh_from_db()
    assert (appeal.status, appeal.matter is None) in {("declined", True), ("in_matter", False)}


def test_what_was_forwarded_here_is_received_once(registry):
    appeal = make_appeal(registry)
    forwarding = appeals.forward(
        appeal_id=appeal.id,
        to=appeals.Addressee(office_id=registry.other.id),
        ground="competent_office",
        reason="Другой район",
        version=1,
        by=registry.actor("head"),
        on=MONDAY,
    )
    clerk = registry.actor("other_clerk")
    done = side_by_side(4, lambda _: appeals.receive(forwarding_id=forwarding.id, by=clerk, on=MONDAY))
    assert sum(isinstance(one, Appeal) for one in done) == 1
    assert Appeal.objects.filter(office=registry.other).count() == 1

"""Readings of cards: gathered by request, written before the answer leaves, apart from decisions."""

from datetime import date

import pytest
from django.http import HttpRequest, HttpResponse

from qadaga.common.ids import new_id
from qadaga.journal import reads
from qadaga.journal.models import ChainKind, Entry
from qadaga.journal.services import JournalActor

OFFICE, CARD = new_id(), new_id()
READER = JournalActor(new_id(), new_id(), OFFICE)


def look() -> None:
    reads.record_reads(office_id=OFFICE, subjects=[("person", CARD)], by=READER, on=date(2026, 3, 2))


@pytest.mark.django_db
def test_a_reading_outside_a_request_is_written_at_once() -> None:
    look()
    entry = Entry.objects.get()
    assert (entry.kind, entry.action, entry.subject_id) == (ChainKind.READS, "card.read", CARD)
    assert entry.person_id == READER.person_id


@pytest.mark.django_db
def test_a_request_writes_its_readings_once_and_before_the_answer_leaves() -> None:
    def view(_: HttpRequest) -> HttpResponse:
        look()
        look()
        assert not Entry.objects.exists()
        return HttpResponse("card")

    assert reads.middleware(view)(HttpRequest()).content == b"card"
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_what_was_seen_before_a_failure_is_written() -> None:
    def seen_then_broken(_: HttpRequest) -> HttpResponse:
        look()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        reads.middleware(seen_then_broken)(HttpRequest())
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_an_answer_is_not_given_when_its_readings_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise OSError

    monkeypatch.setattr(reads, "record_many", broken)

    def view(_: HttpRequest) -> HttpResponse:
        look()
        return HttpResponse("card")

    with pytest.raises(OSError):  # noqa: PT011 - raised by this test itself
        reads.middleware(view)(HttpRequest())


@pytest.mark.django_db(transaction=True)
def test_many_readings_are_one_statement(django_assert_num_queries: object) -> None:
    subjects = [("person", new_id()) for _ in range(50)]
    with django_assert_num_queries(3):  # type: ignore[operator]  # begin, one append, commit
        reads.record_reads(office_id=OFFICE, subjects=subjects, by=READER, on=date(2026, 3, 2))
    assert Entry.objects.count() == 50

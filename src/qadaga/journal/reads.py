"""Readings of personal cards: kept in a chain of their own, written together when the request ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from qadaga.journal.models import ChainKind, Entry
from qadaga.journal.services import JournalActor, draft, record_many

_waiting: ContextVar[list[Entry] | None] = ContextVar("journal_reads", default=None)


def record_reads(
    *,
    office_id: UUID,
    subjects: list[tuple[str, UUID]],
    by: JournalActor,
    on: date,
    action: str = "card.read",
) -> None:
    """Note that `by` has seen the cards; `office_id` is the office whose chain keeps it.

    Inside `together` (every request) they wait for its end and a card read twice counts once; else at once.
    """
    entries = [
        draft(
            office_id=office_id,
            action=action,
            subject_kind=kind,
            subject_id=subject_id,
            by=by,
            ruling=None,
            on=on,
            data={},
            kind=ChainKind.READS,
        )
        for kind, subject_id in subjects
    ]
    waiting = _waiting.get()
    if waiting is None:
        _write(entries)
    else:
        waiting.extend(entries)


@contextmanager
def together() -> Iterator[None]:
    """Gather the readings made inside and write them at the end, in a transaction of their own.

    They are written even when the block fails: what was shown before the failure was seen.
    """
    waiting: list[Entry] = []
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
        _write(waiting)


def middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Write a request's readings before its answer leaves: what cannot be recorded is not shown."""

    def answer(request: HttpRequest) -> HttpResponse:
        with together():
            return get_response(request)

    return answer


def _write(entries: list[Entry]) -> None:
    once = {(entry.office_id, entry.action, entry.subject_id, entry.person_id): entry for entry in entries}
    if once:
        with transaction.atomic():
            record_many(once.values())

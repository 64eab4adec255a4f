"""Writing the journal. Called last in the transaction of the change it records (L.2.1, O.12)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from qadaga.common import clock
from qadaga.database.prepared import prepared_cursor
from qadaga.journal import locks
from qadaga.journal.actor import JournalActor
from qadaga.journal.canonical import Body, plain_data, plain_ruling
from qadaga.journal.models import ChainKind, Entry
from qadaga.journal.waiting import Waiting

__all__ = ["JournalActor", "body_of", "draft", "gathered", "record", "record_many", "staged"]

_APPEND = (
    "SELECT id, seq, hash, pg_current_xact_id()::text::bigint "
    "FROM journal_append(%s, %s::smallint, %s::text[])"
)


_gathering: ContextVar["list[Entry] | _Staging | None"] = ContextVar("journal_gathering", default=None)


def record(
    *,
    office_id: UUID,
    action: str,
    subject_kind: str,
    subject_id: UUID,
    by: JournalActor | None,
    ruling: Mapping[str, Any] | None,
    on: date,
    data: Mapping[str, Any],
) -> Entry:
    """Append one entry to the office's chain and return it; call it last in the transaction.

    `data` holds ids, codes and dates, never names or free text. The chain's head row stays locked from here
    to the end of the transaction. Inside `gathered` the entry is written, and numbered, at the block's end.
    """
    entry = draft(
        office_id=office_id,
        action=action,
        subject_kind=subject_kind,
        subject_id=subject_id,
        by=by,
        ruling=ruling,
        on=on,
        data=data,
    )
    record_many([entry])
    return entry


def draft(
    *,
    office_id: UUID,
    action: str,
    subject_kind: str,
    subject_id: UUID,
    by: JournalActor | None,
    ruling: Mapping[str, Any] | None,
    on: date,
    data: Mapping[str, Any],
    kind: int = ChainKind.WORK,
) -> Entry:
    """An entry not yet written, for `record_many`."""
    who = by or JournalActor(None, None, None)
    return Entry(
        office_id=office_id,
        kind=kind,
        at=clock.now(),
        on=on,
        action=action,
        subject_kind=subject_kind,
        subject_id=subject_id,
        person_id=who.person_id,
        appointment_id=who.appointment_id,
        by_office_id=who.office_id,
        ruling=plain_ruling(ruling),
        data=plain_data(data),
    )


def record_many(entries: Iterable[Entry]) -> None:
    """Append drafts to their chains, taken in one order for everybody; fills in id, seq and hash."""
    gathered_so_far = _gathering.get()
    if gathered_so_far is not None:
        gathered_so_far.extend(entries)
        return
    locks.require_transaction()
    for (kind, office_id), group in groupby(sorted(entries, key=_chain_of), key=_chain_of):
        _append(office_id, kind, list(group))


@contextmanager
def gathered() -> Iterator[None]:
    """Hold back every entry recorded inside and write them together at the end of the block.

    For a service that calls others: numbers are taken in between, the chains are locked last and in order.
    Nested blocks join the outermost. An exception drops what was gathered, as the transaction does.
    """
    if _gathering.get() is not None:
        yield
        return
    entries: list[Entry] = []
    token = _gathering.set(entries)
    try:
        yield
    finally:
        _gathering.reset(token)
    record_many(entries)


@contextmanager
def staged() -> Iterator[None]:
    """As `gathered`, for any number of entries: they wait in a table of the transaction, not in memory.

    Entries recorded inside never learn their numbers. Outside a transaction TransactionManagementError.
    """
    locks.require_transaction()
    staging = _Staging()
    token = _gathering.set(staging)
    try:
        yield
    finally:
        _gathering.reset(token)
    staging.append_all()


class _Staging:
    """Takes entries as a list would, and keeps their text in the database."""

    def __init__(self) -> None:
        self._waiting = Waiting()

    def extend(self, entries: Iterable[Entry]) -> None:
        self._waiting.add((entry.kind, entry.office_id, body_of(entry).text()) for entry in entries)

    def append_all(self) -> None:
        for kind, office_id, transaction in self._waiting.append_all():
            locks.note(transaction, (locks.CHAINS, kind, office_id, 0))


def body_of(entry: Entry) -> Body:
    """What the entry says, in the form it is hashed in."""
    return Body(
        office_id=entry.office_id,
        kind=entry.kind,
        at=entry.at,
        on=entry.on,
        action=entry.action,
        subject_kind=entry.subject_kind,
        subject_id=entry.subject_id,
        person_id=entry.person_id,
        appointment_id=entry.appointment_id,
        by_office_id=entry.by_office_id,
        ruling=entry.ruling,
        data=entry.data,
    )


def _chain_of(entry: Entry) -> tuple[int, UUID]:
    return entry.kind, entry.office_id


def _append(office_id: UUID, kind: int, entries: Sequence[Entry]) -> None:
    bodies = [body_of(entry).text() for entry in entries]
    with prepared_cursor() as cursor:
        cursor.execute(_APPEND, [office_id, kind, bodies])
        rows = cursor.fetchall()
    locks.note(rows[0][3], (locks.CHAINS, kind, office_id, 0))
    for entry, (entry_id, seq, digest, _) in zip(entries, rows, strict=True):
        entry.id, entry.seq, entry.hash = entry_id, seq, bytes(digest)
        entry._state.adding = False

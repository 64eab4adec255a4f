"""A recount carried out: batch by batch, each moved term with its entry in the journal of its office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from qadaga.journal import services as journal
from qadaga.journal.models import Entry
from qadaga.law.coverage import implements
from qadaga.matters import recounting
from qadaga.matters.due import Follow
from qadaga.matters.recounting import Move
from qadaga.workdays.models import Recount

BATCH = 200


@implements("O.9")
def run(recount_id: UUID, repeated: Mapping[str, Follow], size: int = BATCH) -> Recount:
    """Count every open term over the changed days again; done already, it does nothing.

    What a batch moved, its journal entries and how far it came are one transaction: a killed worker's
    successor neither moves nor records anything twice.
    """
    row = Recount.objects.get(id=recount_id)
    if row.state == "done":
        return row
    row.state = "running"
    row.save(update_fields=["state"])

    def keep(moves: Sequence[Move], ids: Sequence[UUID]) -> None:
        stuck = sum(move.after is None for move in moves)
        row.looked, row.cursor = row.looked + len(ids), ids[-1]
        row.moved, row.stuck = row.moved + len(moves) - stuck, row.stuck + stuck
        row.save(update_fields=["looked", "moved", "stuck", "cursor"])
        journal.record_many(_entry(row, move) for move in moves)

    while recounting.batch(row.first, row.last, after=row.cursor, size=size, repeated=repeated, done=keep):
        pass
    row.state = "done"
    row.save(update_fields=["state"])
    return row


def _entry(row: Recount, move: Move) -> Entry:
    return journal.draft(
        office_id=move.office_id,
        action="calendar.edit",
        subject_kind=move.subject_kind,
        subject_id=move.subject_id,
        by=journal.JournalActor(row.person_id, row.appointment_id, row.office_id),
        ruling=row.ruling,
        on=row.decided_on,
        data={
            "term": move.term_id,
            "rule": move.rule,
            "from": move.before,
            "to": move.after,
            "problem": move.problem,
            "year": row.year,
            "recount": row.id,
        },
    )

"""Whether the actor still stands as when the request began: asked in the transaction of the change itself.

An actor is built when a request begins. A dismissal, the end of an acting period or an absence recorded since
must end the power at once: a change therefore holds the order of its office still to its end, and the staff
of an office is changed by whoever has it alone (decision 15).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict
from qadaga.common.i18n import N_
from qadaga.database.prepared import prepared_cursor
from qadaga.journal import locks
from qadaga.law.model import Who

_known: WeakKeyDictionary[Any, tuple[list[Any], tuple[UUID, object], int]] = WeakKeyDictionary()


def held(actor: Actor, on: date) -> Who | None:
    """The actor as the law sees them on the day, fixed to the end of the transaction. One statement.

    None where the post has ended. Raises Conflict where the actor acts for the head, or has ceased to, since
    the request began: whatever else was found out about them then no longer holds. Outside a transaction
    nothing can be held, and the actor is as the request found them.
    """
    if not connections[DEFAULT_DB_ALIAS].in_atomic_block or hold(actor) == actor.changes:
        return actor.who(on)
    now = actor.lookup(actor.appointment_id, on)
    if now is not None and on == actor.day and now != actor.today:
        raise Conflict(
            "standing_changed",
            N_(
                "Your post or your duties were changed a moment ago. Nothing was done; "
                "look at the page again."
            ),
        )
    return now


def move(office_ids: Iterable[UUID]) -> None:
    """Have the order of these offices alone to the end of the transaction: before changing their staff.

    Call first: whoever waits here must not hold a row that those waited for need.
    """
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT authority_move(%s::uuid[])", [list(office_ids)])


def hold(actor: Actor) -> int:
    """Hold the order of the actor's office still to the end of the transaction; how often it has changed.

    Call before locking rows that a change of staff may need as well. Asked once a transaction.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    unit = (actor.office_id, locks.outermost_savepoint(connection))
    known = _known.get(connection)
    # A new transaction begins with a new list of what follows its commit.
    if known is None or known[0] is not connection.run_on_commit or known[1] != unit:
        known = _known[connection] = (connection.run_on_commit, unit, _hold(actor.office_id))
    return known[2]


def _hold(office_id: UUID) -> int:
    with prepared_cursor() as cursor:
        cursor.execute("SELECT authority_hold(%s::uuid)", [office_id])
        return int(cursor.fetchone()[0])

"""The one order in which rows that everybody waits for are locked: numbers first, chains last, each by rank.

Two transactions that lock in different orders can wait for each other for ever. The order is checked on every
lock, so a service that breaks it fails in its first test and not under load.
"""

from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.transaction import TransactionManagementError

Rank = tuple[int, int, UUID, int]
NUMBERS, CHAINS = 0, 1

_last: "WeakKeyDictionary[BaseDatabaseWrapper, tuple[Any, Rank]]" = WeakKeyDictionary()


class LockOrderError(RuntimeError):
    """A service locked a number or a chain after one that ranks above it; use `journal.services.gathered`."""


def require_transaction() -> None:
    """Raise TransactionManagementError outside a transaction: row and entry stand or fall together."""
    if not connections[DEFAULT_DB_ALIAS].in_atomic_block:
        raise TransactionManagementError("numbers and journal entries are taken inside a transaction")


def note(transaction_id: int, rank: Rank) -> None:
    """Remember that this transaction locked `rank`. Raises LockOrderError when it ranks below the last."""
    wrapper = connections[DEFAULT_DB_ALIAS]
    unit = (transaction_id, outermost_savepoint(wrapper))
    before = _last.get(wrapper)
    if before is not None and before[0] == unit and rank < before[1]:
        raise LockOrderError(f"locked {rank} after {before[1]}")
    _last[wrapper] = (unit, rank)


def outermost_savepoint(wrapper: Any) -> object:
    """What tells units of work apart when a test holds one transaction around several of them."""
    depth = sum(block._from_testcase for block in wrapper.atomic_blocks)
    if depth == 0:
        return None
    return wrapper.savepoint_ids[depth - 1] if len(wrapper.atomic_blocks) > depth else object()

"""A transaction that is given up as a whole, so that the services in it need no savepoints of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction
from django.db.transaction import Atomic

_given_up_whole: ContextVar[bool] = ContextVar("given_up_whole", default=False)


@contextmanager
def whole() -> Iterator[None]:
    """One transaction whose holder lets every error of what runs in it end it: nothing is caught inside."""
    with transaction.atomic():
        mark = _given_up_whole.set(True)
        try:
            yield
        finally:
            _given_up_whole.reset(mark)


def part() -> Atomic:
    """A transaction of its own, or a part of the one around it.

    Inside `whole` it costs no savepoint: an error there ends the whole transaction anyway. Inside any other
    transaction it is a savepoint, as Django's `atomic`, for there somebody may catch the error and go on.
    """
    return transaction.atomic(savepoint=not (_given_up_whole.get() and connection.in_atomic_block))

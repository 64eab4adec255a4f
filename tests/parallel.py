"""Several people at the same moment, each on a connection of their own."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from qadaga.common.errors import QadagaError

Work = Callable[[], object]


def at_once(works: Sequence[Work]) -> list[object]:
    """Run every work in a thread of its own, all let go together; what each returned, or its public error."""
    gate = Barrier(len(works))

    def run(work: Work) -> object:
        connection.ensure_connection()
        gate.wait(timeout=30)
        try:
            return work()
        except QadagaError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))

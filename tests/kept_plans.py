"""Lets the server keep planned statements through rollbacks, in the tests' processes only.

The driver forgets all of them at each rollback, for tables may have been made in what is undone. A test ends
with a rollback, and so does each request of the table of endpoints: all was planned anew all the time.
"""

import re
from collections.abc import Sequence
from typing import Any

from psycopg._preparing import Prepare, PrepareManager

_ALTERED = re.compile(rb"^(?:DROP|ALTER|CREATE|DISCARD ALL|DEALLOCATE ALL)\b")


def through_rollbacks() -> None:
    """From here on a connection forgets its planned statements when tables change, and not otherwise."""
    forget = PrepareManager.clear

    def discarded(manager: PrepareManager, _prepare: Prepare, results: Sequence[Any]) -> bool:
        altered = any(_ALTERED.match(result.command_status or b"") for result in results)
        return altered and forget(manager)

    PrepareManager._should_discard = discarded  # type: ignore[assignment,method-assign]  # the driver has no switch
    PrepareManager.clear = lambda manager: False  # type: ignore[method-assign]  # called by each rollback

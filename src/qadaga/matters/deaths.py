"""Whom some register notes to have died: nobody decides anything more against the dead (O.8.1, O.7.3).

Upper layers mark the tables that note a death by the IIN; the case file knows none of them by name.
"""

from typing import TypeVar

from django.db.models import Model

M = TypeVar("M", bound=type[Model])
_tables: list[type[Model]] = []
MARK = "person_dead"
"""What the law is told of somebody who has died."""


def noted(table: M) -> M:
    """Mark a table with `iin` and `died_on`: whoever is noted there as dead is so for every direction."""
    _tables.append(table)
    return table


def known(iin: str | None) -> bool:
    """Whether some register notes that the person of this IIN has died. One query, none without an IIN."""
    if not iin:
        return False
    found = [
        table._default_manager.filter(iin=iin, died_on__isnull=False).order_by().values_list("died_on")
        for table in _tables
    ]
    return bool(found) and found[0].union(*found[1:]).exists()


def marks(iin: str | None) -> frozenset[str]:
    """The mark for the law, where the person is known to have died. One query at most."""
    return frozenset({MARK} if known(iin) else ())

"""Whom some register notes to have died: nobody decides anything more against the dead (O.8.1, O.7.3).

What the law bars then: a consent, a longer custody, a charge, a transfer to court, the accusation in court,
an appeal, a sentence, a hand-over abroad, new proceedings. What stays allowed: to write the death down, to
end the proceedings because of it, and to go on where that clears the name (rehabilitation).

Upper layers mark the tables that note a death by the IIN; the case file knows none of them by name.
"""

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

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
    return bool(among([iin]))


def among(iins: Iterable[str | None]) -> frozenset[str]:
    """Those of the IINs that some register notes as dead. One query, none where there is no IIN."""
    asked: Collection[str] = {iin for iin in iins if iin}
    if not asked:
        return frozenset()
    found: list[Any] = [
        table._default_manager.filter(iin__in=asked, died_on__isnull=False).order_by().values_list("iin")
        for table in _tables
    ]
    return frozenset(iin for (iin,) in found[0].union(*found[1:])) if found else frozenset()


def marks(iin: str | None) -> frozenset[str]:
    """The mark for the law, where the person is known to have died. One query at most."""
    return frozenset({MARK} if known(iin) else ())

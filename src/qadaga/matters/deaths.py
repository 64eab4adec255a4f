"""Whom some register notes to have died: nobody decides anything more against the dead (O.8.1, O.7.3).

What the law bars then: a consent, a longer custody, a charge, a transfer to court, the accusation in court,
an appeal, a sentence, a hand-over abroad, new proceedings, liability, a summons. What stays allowed: to
write the death down, to end the proceedings because of it, and to go on where that clears the name
(rehabilitation).

Upper layers mark the tables that note a death by the IIN; the case file knows none of them by name. A death
noted under one number counts for every number that a decision joins to it (`persons.Merge`).
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TypeVar

from django.db.models import Model

from qadaga.database.prepared import prepared_cursor

M = TypeVar("M", bound=type[Model])
_tables: list[str] = []
MARK = "person_dead"
"""What the law is told of somebody who has died."""

# A card, the one it is merged into, and whatever else is merged there: all are one person.
_NUMBERS = """
WITH asked AS (SELECT unnest(%(asked)s::text[]) AS of),
own AS (
    SELECT a.of, coalesce(p.merged_into_id, p.id) AS id FROM asked a JOIN persons_person p ON p.iin = a.of
),
numbers AS (
    SELECT a.of, a.of AS iin FROM asked a
    UNION SELECT o.of, p.iin FROM own o JOIN persons_person p ON p.id = o.id
    UNION SELECT o.of, p.iin FROM own o JOIN persons_person p ON p.merged_into_id = o.id
)
"""


def noted(table: M, *, iin: str = "iin", standing: str = "") -> M:
    """Mark a table with `died_on` and a number: whoever is noted there as dead is so for every direction.

    `standing` is the name of a column that is empty as long as the note stands.
    """
    kept = f" AND t.{standing} IS NULL" if standing else ""
    _tables.append(
        f"SELECT n.of, t.died_on FROM {table._meta.db_table} t JOIN numbers n ON n.iin = t.{iin}"  # noqa: S608 - names of ours
        f" WHERE t.died_on IS NOT NULL{kept}"
    )
    return table


def marked(*, iin: str = "iin", standing: str = "") -> Callable[[M], M]:
    """`noted` as a decorator with its words."""
    return lambda table: noted(table, iin=iin, standing=standing)


def days(iins: Collection[str]) -> dict[str, date]:
    """The day of death of each of these people of whom some register notes one: the earliest. One query, none
    for nobody.
    """
    if not iins or not _tables:
        return {}
    with prepared_cursor() as cursor:
        cursor.execute(
            f"{_NUMBERS} SELECT d.of, min(d.died_on) FROM ({' UNION ALL '.join(_tables)}) d GROUP BY d.of",  # noqa: S608 - as above
            {"asked": list(iins)},
        )
        return dict(cursor.fetchall())


def day(iin: str | None) -> date | None:
    """The day of the person's death, as the first register has it. One query, none without an IIN."""
    return days([iin]).get(iin) if iin else None


def known(iin: str | None) -> bool:
    """Whether some register notes that the person of this IIN has died. One query, none without an IIN."""
    return day(iin) is not None


def among(iins: Iterable[str | None]) -> frozenset[str]:
    """Those of the IINs that some register notes as dead. One query, none where there is no IIN."""
    return frozenset(days({iin for iin in iins if iin}))


def marks(iin: str | None) -> frozenset[str]:
    """The mark for the law, where the person is known to have died. One query at most."""
    return frozenset({MARK} if known(iin) else ())


def after(iin: str | None, when: date, mark: str = MARK) -> frozenset[str]:
    """The mark for the law, where the person had died before that day: what was done in life stays so."""
    died_on = day(iin)
    return frozenset({mark} if died_on is not None and died_on < when else ())

"""Violations of a body in the reader's scope, and which of them are repeated: the same norm again (O.6.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga.authority import barred
from qadaga.authority.lists.sql import scope_values
from qadaga.authority.scope import Scope
from qadaga.database.prepared import prepared_cursor
from qadaga.law.coverage import implements
from qadaga.matters.bodies.traces import seen_sql

MOST = 100
NORM = r"regexp_replace(lower(btrim(v.norm)), '[\s.,;«»\"]+', ' ', 'g')"
"""How a norm is written does not make another norm of it: case, spaces, punctuation."""
FAMILY = "(SELECT t.id UNION ALL SELECT f.id FROM matters_body f WHERE f.merged_into_id = t.id)"
"""The record `t` and those merged into it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A violation: in which matter, of which norm; the `nth` of `times` that this body broke it, as far as
    the reader sees; the official who did, where that is known.
    """

    id: UUID
    matter_id: UUID
    number: str
    norm: str
    found_on: date
    removed_on: date | None
    official_id: UUID | None
    post: str | None
    nth: int
    times: int

    @property
    def repeated(self) -> bool:
        """Whether the body had broken the norm before."""
        return self.nth > 1


def kept_sql() -> str:
    """The condition that a violation `v` is seen and its matter does not complain of the reader."""
    return f"{seen_sql('v')} AND v.matter_id NOT IN ({barred.ids_sql('matter')})"


@implements("O.6.2")
def read(scope: Scope, bodies: Sequence[UUID], official: UUID | None = None) -> list[Found]:
    """The newest violations of the bodies, or of an official of one, that the scope shows. One query.

    Repeats are counted over what the scope shows and nothing else.
    """
    with prepared_cursor() as cursor:
        cursor.execute(
            _sql(), {**scope_values(scope), "bodies": list(bodies), "official": official, "most": MOST}
        )
        return [Found(*row) for row in cursor.fetchall()]


def _sql() -> str:
    # Every piece is a constant of this code; the values are bound.
    return (
        "SELECT v.id, v.matter_id, m.number_text, v.norm, v.found_on, v.removed_on, o.id, o.post,"  # noqa: S608 - as said
        f" row_number() OVER (PARTITION BY {NORM} ORDER BY v.found_on, v.id),"
        f" count(*) OVER (PARTITION BY {NORM})"
        " FROM matters_violation v JOIN matters_matter m ON m.id = v.matter_id"
        " LEFT JOIN bodies_violated w ON w.violation_id = v.id"
        " LEFT JOIN bodies_official o ON o.id = w.official_id"
        " WHERE v.violator_body_id = ANY(%(bodies)s::uuid[])"
        " AND (%(official)s::uuid IS NULL OR o.id = %(official)s::uuid)"
        f" AND {kept_sql()} ORDER BY v.found_on DESC, v.id DESC LIMIT %(most)s"
    )

"""A matter with as much in it as any has: the first rows of its office are moved into it."""

from __future__ import annotations

from uuid import UUID

import psycopg

CHILDREN = 300
# Whose rights were hurt, and an official of a body: the tenth row of either.
PERSON = "000000000010"
# Acts, inspections, people protected: what the card of a matter shows most of.
_INSIDE = ("acts_act", "inspections_inspection", "matters_protectedperson")
# The matter of the first row; the place of that row is the first one.
_FULL = "bench.id('matters_matter', 0, date '2023-01-01')"


def gather(server: psycopg.Connection[tuple[object, ...]]) -> None:
    """Give the matter its children, past the triggers: the reports are counted after this."""
    server.execute("SET session_replication_role = replica")
    for table in _INSIDE:
        server.execute(
            f"UPDATE {table} SET matter_id = {_FULL} WHERE id IN (SELECT t.id FROM {table} t"
            " JOIN matters_matter m ON m.id = t.matter_id AND m.office_id = t.office_id"
            f" JOIN bench.place p ON p.no = 0 AND p.office = t.office_id ORDER BY t.id LIMIT {CHILDREN})"
        )


def full_matter(server: psycopg.Connection[tuple[object, ...]]) -> UUID:
    """The id of that matter."""
    row = server.execute(f"SELECT {_FULL}").fetchone()
    assert row is not None
    return UUID(str(row[0]))


def full_body(server: psycopg.Connection[tuple[object, ...]]) -> UUID:
    """The id of the body that one row of 250 is about."""
    row = server.execute("SELECT id FROM bench.body WHERE no = 0").fetchone()
    assert row is not None
    return UUID(str(row[0]))

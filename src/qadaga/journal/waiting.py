"""Entries of a large import on their way to the chains: in a table that lives as long as the transaction."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import connection

# So many texts are sent, and appended, at a time: a few megabytes.
AT_ONCE = 500

_TABLE = """
CREATE TEMPORARY TABLE IF NOT EXISTS journal_waiting (
    n bigint GENERATED ALWAYS AS IDENTITY, kind smallint NOT NULL, office_id uuid NOT NULL, body text NOT NULL
) ON COMMIT DROP
"""
_ADD = """
INSERT INTO journal_waiting (kind, office_id, body)
SELECT kind, office_id, body
FROM unnest(%s::smallint[], %s::uuid[], %s::text[]) WITH ORDINALITY AS new(kind, office_id, body, place)
ORDER BY place
"""
_CHAINS = """
SELECT kind, office_id, part, pg_current_xact_id()::text::bigint FROM (
    SELECT kind, office_id, (row_number() OVER (PARTITION BY kind, office_id ORDER BY n) - 1) / %s AS part
    FROM journal_waiting) w
GROUP BY kind, office_id, part ORDER BY kind, office_id, part
"""
_APPEND = """
SELECT count(*) FROM journal_append(%(office)s, %(kind)s::smallint, ARRAY(
    SELECT body FROM journal_waiting WHERE kind = %(kind)s AND office_id = %(office)s
    ORDER BY n OFFSET %(from)s LIMIT %(most)s))
"""

Text = tuple[int, UUID, str]
"""The kind of chain, its office, the canonical text of an entry."""


class Waiting:
    """The entries of one transaction; the chains are locked only when all are there, in one order."""

    def __init__(self) -> None:
        self._texts: list[Text] = []
        with connection.cursor() as cursor:
            cursor.execute(_TABLE)

    def add(self, texts: Iterable[Text]) -> None:
        """Let entries wait, in this order."""
        self._texts.extend(texts)
        if len(self._texts) >= AT_ONCE:
            self._send()

    def append_all(self) -> Iterator[tuple[int, UUID, int]]:
        """Append everything; yields kind, office and transaction of each chain that was locked."""
        self._send()
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE INDEX IF NOT EXISTS journal_waiting_order ON journal_waiting (kind, office_id, n)"
            )
            cursor.execute(_CHAINS, [AT_ONCE])
            for kind, office, part, transaction in cursor.fetchall():
                asked = {"kind": kind, "office": office, "from": part * AT_ONCE, "most": AT_ONCE}
                cursor.execute(_APPEND, asked)
                yield kind, office, transaction
            cursor.execute("TRUNCATE journal_waiting")

    def _send(self) -> None:
        if not self._texts:
            return
        with connection.cursor() as cursor:
            cursor.execute(_ADD, [list(column) for column in zip(*self._texts, strict=True)])
        self._texts = []

"""Numbers of papers: from 1 in each office, year and register, without gaps or doubles (O.3)."""

from uuid import UUID

from qadaga.database.prepared import prepared_cursor
from qadaga.documents.registers import registers
from qadaga.journal import locks

_TAKE = """
INSERT INTO documents_counter AS counter (office_id, year, register, last) VALUES (%s, %s, %s, 1)
ON CONFLICT (office_id, register, year) DO UPDATE SET last = counter.last + 1
RETURNING last, pg_current_xact_id()::text::bigint
"""


def take(*, office_code: str, office_id: UUID, year: int, register: str) -> int:
    """The next number; call it late in the transaction, just before the journal.

    The row stays locked until the transaction ends, and a rollback gives the number back. The code takes no
    part in the counting: it stands here so that the same names serve `formatted`. Raises KeyError for a
    register that `registers.yaml` does not name, LockOrderError after a journal entry or a later register.
    """
    rank = registers()[register].rank
    locks.require_transaction()
    with prepared_cursor() as cursor:
        cursor.execute(_TAKE, [office_id, year, register])
        number, transaction_id = cursor.fetchone()
    locks.note(transaction_id, (locks.NUMBERS, rank, office_id, year))
    return int(number)


def formatted(*, office_code: str, year: int, register: str, number: int) -> str:
    """The number as it stands on the paper, in its register's form."""
    return registers()[register].number(office_code=office_code, year=year, number=number)


def take_formatted(*, office_code: str, office_id: UUID, year: int, register: str) -> str:
    """The next number as it stands on the paper: `take`, then `formatted`."""
    number = take(office_code=office_code, office_id=office_id, year=year, register=register)
    return formatted(office_code=office_code, year=year, register=register, number=number)

"""Numbers of papers: from 1 in each office, year and register, without gaps or doubles (O.3)."""

from uuid import UUID

from django.db import connection

from qadaga.documents.registers import registers
from qadaga.journal import locks

_TAKE = """
INSERT INTO documents_counter AS counter (office_id, year, register, last) VALUES (%s, %s, %s, 1)
ON CONFLICT (office_id, register, year) DO UPDATE SET last = counter.last + 1
RETURNING last, pg_current_xact_id()::text::bigint
"""


class Number(int):
    """A whole number together with `text`, the form in which it stands on the paper."""

    text: str

    @classmethod
    def of(cls, value: int, text: str) -> "Number":
        """The number `value`, written `text`."""
        number = cls(value)
        number.text = text
        return number


def take(*, office_code: str, office_id: UUID, year: int, register: str) -> Number:
    """The next number; call it late in the transaction, just before the journal.

    Its `text` goes on the paper. The row stays locked until the transaction ends, and a rollback gives the
    number back. Raises KeyError for a register that `registers.yaml` does not name, LockOrderError after a
    journal entry or a number of a later register.
    """
    kept_in = registers()[register]
    locks.require_transaction()
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [office_id, year, register])
        value, transaction_id = cursor.fetchone()
    locks.note(transaction_id, (locks.NUMBERS, kept_in.rank, office_id, year))
    return Number.of(value, kept_in.number(office_code=office_code, year=year, number=value))

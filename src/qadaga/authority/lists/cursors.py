"""Where a page ends, as an opaque signed word: a position in an order, never anybody's data."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core import signing

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_

_SALT = "qadaga.lists.cursor"


@dataclass(frozen=True, slots=True)
class Cursor:
    """After (`back`: before) the row whose sort column reads `key` and whose id is `id`."""

    key: str
    id: UUID
    back: bool = False


def write(cursor: Cursor, *, order: str) -> str:
    """The cursor as a signed word good only for that order ("register:sort:direction")."""
    return signing.dumps([order, cursor.key, cursor.id.hex, int(cursor.back)], salt=_SALT)


def read(word: str, *, order: str) -> Cursor | None:
    """The cursor of that word; None for an empty word. Raises InvalidInput for a word not made here."""
    if not word:
        return None
    try:
        made_for, key, hex_id, back = signing.loads(word, salt=_SALT)
    except signing.BadSignature:
        raise _wrong() from None
    if made_for != order:
        raise _wrong()
    return Cursor(key, UUID(hex=hex_id), bool(back))


def _wrong() -> InvalidInput:
    return InvalidInput.of(
        "cursor", "bad_cursor", N_("This link to a page is damaged. Start from the first page.")
    )

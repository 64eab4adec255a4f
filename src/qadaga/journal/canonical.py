"""The one form in which an entry is hashed: writer, database and verifier agree on it byte by byte."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.text import is_writable

# What stands before the first entry of every chain.
GENESIS = bytes(32)

# Codes and ids are short; a longer string in `data` is free text, which has no place in the journal.
_LONGEST_CODE = 200
_LONGEST_RULING_TEXT = 10_000


@dataclass(frozen=True, slots=True)
class Body:
    """All that an entry says, but for its place in the chain. `data` and `ruling` are plain JSON values."""

    office_id: UUID
    kind: int
    at: datetime
    on: date
    action: str
    subject_kind: str
    subject_id: UUID
    person_id: UUID | None
    appointment_id: UUID | None
    by_office_id: UUID | None
    ruling: Any
    data: Any

    def text(self) -> str:
        """Canonical JSON: sorted keys, no spaces, UTC time to the microsecond, letters as they are."""
        row = {
            "action": self.action,
            "appointment_id": _text(self.appointment_id),
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "by_office_id": _text(self.by_office_id),
            "data": self.data,
            "kind": self.kind,
            "office_id": str(self.office_id),
            "on": self.on.isoformat(),
            "person_id": _text(self.person_id),
            "ruling": self.ruling,
            "subject_id": str(self.subject_id),
            "subject_kind": self.subject_kind,
        }
        return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def link(previous: bytes, seq: int, body: str) -> bytes:
    """The hash of an entry: SHA-256 over the previous hash, its number (8 bytes, big-endian) and its body."""
    return sha256(previous + seq.to_bytes(8, "big", signed=True) + body.encode()).digest()


def plain_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """`data` as JSON values; ids and dates become strings. Raises InvalidInput for free text or fractions."""
    return {str(key): _plain(value, _LONGEST_CODE) for key, value in data.items()}


def plain_ruling(ruling: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The ruling as JSON values, or None."""
    return None if ruling is None else {str(k): _plain(v, _LONGEST_RULING_TEXT) for k, v in ruling.items()}


def _plain(value: Any, longest: int) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return _short(value, longest)
    if isinstance(value, UUID | date):
        return value.isoformat() if isinstance(value, date) else str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item, longest) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return [_plain(item, longest) for item in items]
    # A fraction has no single written form, so its hash could not be checked.
    raise TypeError(f"the journal takes codes, ids, whole numbers and dates, not {type(value).__name__}")


def _short(value: str, longest: int) -> str:
    if len(value) <= longest and is_writable(value):
        return str(value)
    raise InvalidInput.of(
        "data",
        "journal_text",
        N_("The journal takes codes and ids only, at most %(longest)s characters."),
        longest=longest,
    )


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)

"""Identifiers of rows: UUIDv7, so that new rows stand together at the end of an index."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A new time-ordered UUID (version 7) as the standard library's type."""
    return uuid7()

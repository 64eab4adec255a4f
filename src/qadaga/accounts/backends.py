"""Who a session belongs to, read by one written-out statement: every request reads one."""

from __future__ import annotations

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.db import connection

from qadaga.accounts.models import User
from qadaga.database.prepared import prepared_cursor

_FIELDS = [field.attname for field in User._meta.concrete_fields]
_COLUMNS = ", ".join(f'"{field.column}"' for field in User._meta.concrete_fields)
_READ = " ".join(("SELECT", _COLUMNS, f"FROM {User._meta.db_table} WHERE id = %s"))


class Backend(AuthenticationBackend):
    """Signing in is the library's; only the reading of a signed-in person differs."""

    def get_user(self, user_id: UUID | str) -> User | None:
        """The active user of that id, or None."""
        with prepared_cursor() as cursor:
            cursor.execute(_READ, [user_id])
            row = cursor.fetchone()
        user = None if row is None else User.from_db(connection.alias, _FIELDS, row)
        return user if user is not None and user.is_active else None

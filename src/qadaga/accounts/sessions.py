"""Sessions in the database, read by one written-out statement: every request reads one."""

from __future__ import annotations

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from qadaga.database.prepared import prepared_cursor

_READ = """
SELECT session_data, expire_date FROM django_session WHERE session_key = %s AND expire_date > %s
"""


class SessionStore(db.SessionStore):
    """Django's own store; only the reading differs."""

    def _get_session_from_db(self) -> Session | None:
        with prepared_cursor() as cursor:
            cursor.execute(_READ, [self.session_key, timezone.now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return None
        return Session(self.session_key or "", *row)

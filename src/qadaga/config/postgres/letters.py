"""A database that does not know the letters of the country is refused before it holds anything."""

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.base.base import BaseDatabaseWrapper


def check(connection: BaseDatabaseWrapper) -> None:
    """Raises ImproperlyConfigured unless the database folds the case of Kazakh letters, in UTF-8."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('Қ'), lower('Ә'), current_setting('server_encoding')")
        row = cursor.fetchone()
    if row != ("қ", "ә", "UTF8"):
        raise ImproperlyConfigured(
            "This database does not know Kazakh letters (lower('Қ') is not 'қ'): a search would miss names. "
            "Create it with ENCODING 'UTF8' and a UTF-8 locale: LC_CTYPE 'C.UTF-8' (PostgreSQL 15, 16), or "
            "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' (17 and newer)."
        )

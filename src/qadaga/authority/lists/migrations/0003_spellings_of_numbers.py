from collections.abc import Callable

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from qadaga.authority.lists.numbers import lexeme

_BATCH = 2_000
_NEXT = "SELECT id, number FROM lists_searchentry WHERE id > %s AND number <> '' ORDER BY id LIMIT %s"
_ADD = (
    "UPDATE lists_searchentry e SET vector = e.vector || array_to_tsvector(ARRAY[n.word])"
    " FROM unnest(%s::uuid[], %s::text[]) AS n(id, word) WHERE e.id = n.id"
)


def add(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Give every entry that stands already the word that all spellings of its number share."""
    last = "00000000-0000-0000-0000-000000000000"
    with editor.connection.cursor() as cursor:
        while True:
            cursor.execute(_NEXT, [last, _BATCH])
            rows = cursor.fetchall()
            if not rows:
                return
            cursor.execute(_ADD, [[row[0] for row in rows], [lexeme(row[1]) for row in rows]])
            last = rows[-1][0]


nothing: Callable[..., None] = migrations.RunPython.noop


class Migration(migrations.Migration):
    dependencies = [("lists", "0002_export_jobs")]

    operations = [migrations.RunPython(add, nothing)]

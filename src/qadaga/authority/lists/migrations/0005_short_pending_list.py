"""Let the index of words keep few entries aside: every search reads that list through, a write seldom empties it."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

INDEX = GinIndex(fields=["vector"], name="searchentry_words", gin_pending_list_limit=256)


class Migration(migrations.Migration):
    dependencies = [("lists", "0004_kinds_of_entries")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER INDEX searchentry_words SET (gin_pending_list_limit = 256)",
                    "ALTER INDEX searchentry_words RESET (gin_pending_list_limit)",
                )
            ],
            state_operations=[
                migrations.RemoveIndex("searchentry", "searchentry_words"),
                migrations.AddIndex("searchentry", INDEX),
            ],
        )
    ]

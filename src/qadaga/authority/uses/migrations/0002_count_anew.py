"""Forgets every count: checks of the index of covert activity stand in the old ones (O.8.d5).

The clockwork makes them anew from the journal, a batch a minute, without those checks.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("uses", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "DELETE FROM uses_use; DELETE FROM uses_counted; DELETE FROM uses_asof",
            migrations.RunSQL.noop,
        )
    ]

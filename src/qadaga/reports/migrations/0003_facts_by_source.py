"""What was last counted for a row is found by the row, also where it was voided; a new row asks for nothing."""

from typing import Any

from django.db import migrations, models

from qadaga.reports import ledger


def install(_apps: Any, _schema: Any) -> None:
    """Put the triggers in place as they are now."""
    ledger.install()


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_ledger")]

    operations = [
        migrations.RemoveConstraint("fact", "fact_counts_once"),
        migrations.AddConstraint(
            "fact",
            models.UniqueConstraint(
                fields=("source_id", "figure", "voided_at"), name="fact_counts_once", nulls_distinct=False
            ),
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]

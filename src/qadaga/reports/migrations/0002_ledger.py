"""The ledger kept by the database: what holds for every source, then each declared source, then what is there.

When the declarations in `facts` change, a later migration calls `install` again (and `begin` for a new source)
and depends on the tables it names; `install` passes over tables that are not made yet.
"""

from typing import Any

from django.db import migrations

from qadaga.reports import ledger


def begin(_apps: Any, _schema: Any) -> None:
    """Install the triggers of the declared sources and count what was written before them."""
    ledger.install()
    ledger.rebuild()


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_initial"),
        ("acts", "0007_ordered"),
        ("appeals", "0006_import_jobs"),
        ("coordination", "0001_initial"),
        ("court", "0001_initial"),
        ("covert", "0001_initial"),
        ("custody", "0001_initial"),
        ("enforcement", "0002_kind_of_bailiff"),
        ("inspections", "0002_once_a_body_and_ground"),
        ("legality", "0001_initial"),
        ("matters", "0010_terms_of_treaties"),
        ("offences", "0001_initial"),
        ("pretrial", "0001_initial"),
        ("treaties", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(ledger.TYPE, "DROP TYPE reports_counted CASCADE"),
        migrations.RunSQL(ledger.LATE, "DROP FUNCTION reports_late(date, timestamptz)"),
        migrations.RunSQL(ledger.KEEP, migrations.RunSQL.noop),
        migrations.RunSQL(ledger.FOLLOW, "DROP FUNCTION reports_follow() CASCADE"),
        migrations.RunSQL(
            ledger.FROZEN, "DROP FUNCTION reports_frozen() CASCADE; DROP FUNCTION reports_signed() CASCADE"
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]

"""Checks of legal statistics count for reports (L.3.8)."""

from typing import Any

from django.db import migrations

from qadaga.reports import ledger


def begin(_apps: Any, _schema: Any) -> None:
    """Install what was declared since, and count what is there."""
    ledger.install()
    ledger.begin("records_recordscheck")


class Migration(migrations.Migration):
    dependencies = [("reports", "0003_facts_by_source"), ("records", "0001_initial")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]

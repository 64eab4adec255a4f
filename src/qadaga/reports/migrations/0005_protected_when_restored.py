"""People count as protected once their right is restored: they may be on record before (L.1.3)."""

from typing import Any

from django.db import migrations

from qadaga.reports import ledger


def install(_apps: Any, _schema: Any) -> None:
    """Put the declarations of today in place of those before; what is counted stays."""
    ledger.install()


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0004_legal_statistics"),
        ("matters", "0017_hurt_people"),
    ]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]

"""Whose kind a writ or a transfer says is the bailiff's own: keys of both columns (L.3.5)."""

from django.db import migrations

KEYS = (
    ("enforcement_writ", "writ_bailiff_of_kind", "bailiff_id, bailiff_kind"),
    ("enforcement_transfer", "transfer_from_of_kind", "from_bailiff_id, from_kind"),
    ("enforcement_transfer", "transfer_to_of_kind", "to_bailiff_id, to_kind"),
)


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0001_initial")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({columns})"
            " REFERENCES enforcement_bailiff (id, kind)",
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
        )
        for table, name, columns in KEYS
    ]

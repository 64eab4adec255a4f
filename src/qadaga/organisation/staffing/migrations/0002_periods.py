"""One limit and one staffing table of an office at a time."""

from django.db import migrations

OFFICE = "uuidrange(office_id, office_id, '[]') WITH &&"
DAYS = "daterange(starts_on, ends_on) WITH &&"
EXCLUSIONS = [
    ("staffing_stafflimit", "office_one_staff_limit"),
    ("staffing_staffingtable", "office_one_staffing_table"),
]


class Migration(migrations.Migration):
    dependencies = [("staffing", "0001_initial"), ("offices", "0002_periods")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist ({OFFICE}, {DAYS})",
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
        )
        for table, name in EXCLUSIONS
    ]

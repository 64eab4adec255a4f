"""An office has one duty prosecutor at a time, whoever sets two shifts at the same moment.

btree_gist is not shipped with the embedded server: equality is the overlap of ranges of one value.
"""

from django.db import migrations

EXCLUSION = (
    "ALTER TABLE shifts_shift ADD CONSTRAINT shift_one_at_a_time EXCLUDE USING gist ("
    "uuidrange(office_id, office_id, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&)"
)


class Migration(migrations.Migration):
    dependencies = [("shifts", "0001_initial"), ("offices", "0002_periods")]

    operations = [
        migrations.RunSQL(EXCLUSION, "ALTER TABLE shifts_shift DROP CONSTRAINT shift_one_at_a_time")
    ]

"""An office inspects a body on one ground once at a time, whoever signs at the same moment (O.8.d4).

btree_gist is not shipped with the embedded server: equality is the overlap of ranges of one value. A running
inspection has no end; one that ended on the day it began overlaps nothing.
"""

from django.db import migrations

ONE = "uuidrange({0}, {0}, '[]') WITH &&"
EXCLUSION = (
    "ALTER TABLE inspections_inspection ADD CONSTRAINT inspection_once_a_body_and_ground EXCLUDE USING gist ("
    + ", ".join(ONE.format(column) for column in ("office_id", "body_id"))
    + ", inspections_word(ground::text, ground::text, '[]') WITH &&, daterange(starts_on, finished_on) WITH &&"
    + ") WHERE (status IN ('opened', 'closed') AND (finished_on IS NULL OR finished_on >= starts_on))"
)


class Migration(migrations.Migration):
    dependencies = [("inspections", "0001_initial"), ("offices", "0002_periods")]

    operations = [
        migrations.RunSQL(
            'CREATE TYPE inspections_word AS RANGE (subtype = text, collation = "C")',
            "DROP TYPE inspections_word",
        ),
        migrations.RunSQL(
            EXCLUSION,
            "ALTER TABLE inspections_inspection DROP CONSTRAINT inspection_once_a_body_and_ground",
        ),
    ]

"""One rank of a person at a time."""

from django.db import migrations

ADD = """
ALTER TABLE personnel_rankheld ADD CONSTRAINT person_one_rank EXCLUDE USING gist (
    uuidrange(person_id, person_id, '[]') WITH &&, daterange(starts_on, ends_on) WITH &&
)
"""


class Migration(migrations.Migration):
    dependencies = [("personnel", "0001_initial"), ("offices", "0002_periods")]

    operations = [
        migrations.RunSQL(ADD, "ALTER TABLE personnel_rankheld DROP CONSTRAINT person_one_rank"),
    ]

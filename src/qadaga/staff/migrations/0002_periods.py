"""One head and one acting head of an office at a time, one post of a person in an office, one absence at a time."""

from django.db import migrations

OFFICE = "uuidrange(office_id, office_id, '[]') WITH &&"
PERSON = "uuidrange(person_id, person_id, '[]') WITH &&"
DAYS = "daterange(starts_on, ends_on) WITH &&"

EXCLUSIONS = [
    ("staff_appointment", "office_one_head", f"({OFFICE}, {DAYS}) WHERE (heads)"),
    ("staff_appointment", "person_one_post_an_office", f"({PERSON}, {OFFICE}, {DAYS})"),
    ("staff_absence", "person_one_absence", f"({PERSON}, {DAYS})"),
    ("staff_actinghead", "office_one_acting_head", f"({OFFICE}, {DAYS})"),
]

# Whoever acts for the head holds a post in that very office: the pair must be one of the appointments.
SAME_OFFICE = """
ALTER TABLE staff_actinghead ADD CONSTRAINT acting_head_of_own_office
    FOREIGN KEY (appointment_id, office_id) REFERENCES staff_appointment (id, office_id)
"""


class Migration(migrations.Migration):
    dependencies = [("staff", "0001_initial"), ("offices", "0002_periods")]

    operations = [
        *(
            migrations.RunSQL(
                f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist {columns}",
                f"ALTER TABLE {table} DROP CONSTRAINT {name}",
            )
            for table, name, columns in EXCLUSIONS
        ),
        migrations.RunSQL(
            SAME_OFFICE, "ALTER TABLE staff_actinghead DROP CONSTRAINT acting_head_of_own_office"
        ),
    ]

"""One collegium of an office at a time, one seat of a person in it, one set of rules."""

from django.db import migrations

DAYS = "daterange(starts_on, ends_on) WITH &&"
EXCLUSIONS = [
    (
        "collegia_collegium",
        "collegium_one_of_office",
        f"uuidrange(office_id, office_id, '[]') WITH &&, {DAYS}",
    ),
    (
        "collegia_collegiummember",
        "collegium_seat_once",
        "uuidrange(collegium_id, collegium_id, '[]') WITH &&, "
        f"uuidrange(appointment_id, appointment_id, '[]') WITH &&, {DAYS}",
    ),
    ("collegia_collegiumrules", "collegium_one_set_of_rules", DAYS),
]


class Migration(migrations.Migration):
    dependencies = [("collegia", "0001_initial"), ("offices", "0002_periods")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist ({rule})",
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
        )
        for table, name, rule in EXCLUSIONS
    ]

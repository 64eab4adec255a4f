"""Units of offices over time: their names, places and lives; what may not overlap, and no cycle."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

DAYS = "daterange(starts_on, ends_on) WITH &&"
SAME = "uuidrange({0}, {0}, '[]') WITH &&"
ALIKE = "int4range(hashtext(lower({0})), hashtext(lower({0})), '[]') WITH &&"
EXCLUSIONS = {
    ("offices_unitname", "office_unit_one_name"): SAME.format("unit_id"),
    (
        "offices_unitname",
        "office_unit_name_ru_once",
    ): f"{SAME.format('office_id')}, {ALIKE.format('name_ru')}",
    (
        "offices_unitname",
        "office_unit_name_kk_once",
    ): f"{SAME.format('office_id')}, {ALIKE.format('name_kk')}",
    ("offices_unitplace", "office_unit_one_place"): SAME.format("unit_id"),
}

# A name carries the office of its unit, so that names can be compared within the office.
OWN_OFFICE = """
ALTER TABLE offices_unitname ADD CONSTRAINT office_unit_name_office
    FOREIGN KEY (unit_id, office_id) REFERENCES offices_unit (id, office_id) DEFERRABLE INITIALLY DEFERRED
"""

# One lock for all writers: two transactions could otherwise each add one half of a cycle unseen.
PLACE = """
CREATE FUNCTION offices_unit_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.parent_id IS NULL THEN RETURN NULL; END IF;
    PERFORM pg_advisory_xact_lock(7023002);
    IF (SELECT office_id FROM offices_unit WHERE id = NEW.parent_id)
        <> (SELECT office_id FROM offices_unit WHERE id = NEW.unit_id) THEN
        RAISE EXCEPTION 'a unit stands inside a unit of its own office'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'office_unit_own_office', TABLE = 'offices_unitplace';
    END IF;
    IF EXISTS (
        WITH RECURSIVE above(unit_id, days) AS (
            SELECT NEW.parent_id, daterange(NEW.starts_on, NEW.ends_on)
            UNION
            SELECT p.parent_id, above.days * daterange(p.starts_on, p.ends_on)
            FROM above JOIN offices_unitplace p ON p.unit_id = above.unit_id
            WHERE p.parent_id IS NOT NULL AND above.days && daterange(p.starts_on, p.ends_on)
        ) CYCLE unit_id SET looped USING walked
        SELECT 1 FROM above WHERE unit_id = NEW.unit_id
    ) THEN
        RAISE EXCEPTION 'a unit cannot stand inside itself or inside a unit that it holds'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'office_unit_no_cycle', TABLE = 'offices_unitplace';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER offices_unit_place AFTER INSERT OR UPDATE ON offices_unitplace
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION offices_unit_place();
"""
DROP_PLACE = "DROP TRIGGER offices_unit_place ON offices_unitplace; DROP FUNCTION offices_unit_place()"

# What was entered before units had a history holds from the day their office was opened. Keys are checked at once:
# a table that waits for its checks cannot be altered, and the next statements do.
SINCE = """
UPDATE offices_unit u SET opened_on = o.opened_on FROM offices_office o WHERE o.id = u.office_id
"""
HISTORY = """
INSERT INTO offices_unitname (unit_id, office_id, name_ru, name_kk, name_en, starts_on, ground)
    SELECT id, office_id, name_ru, name_kk, name_en, opened_on, '' FROM offices_unit;
INSERT INTO offices_unitplace (unit_id, parent_id, starts_on, ground)
    SELECT id, parent_id, opened_on, '' FROM offices_unit;
SET CONSTRAINTS ALL IMMEDIATE;
"""


def _dated(name: str) -> list[object]:
    return [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("starts_on", models.DateField()),
        ("ends_on", models.DateField(blank=True, null=True)),
        ("ground", models.CharField(blank=True, max_length=300)),
        (
            "unit",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name=name, to="offices.unit"
            ),
        ),
    ]


def _period(name: str) -> dict[str, object]:
    condition = Q(("ends_on__isnull", True), ("ends_on__gt", F("starts_on")), _connector="OR")
    return {
        "abstract": False,
        "constraints": [models.CheckConstraint(condition=condition, name=f"offices_{name}_period")],
    }


def _exclusion(table: str, name: str, columns: str) -> migrations.RunSQL:
    add = f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist ({columns}, {DAYS})"
    return migrations.RunSQL(add, f"ALTER TABLE {table} DROP CONSTRAINT {name}")


class Migration(migrations.Migration):
    dependencies = [("offices", "0003_succession")]

    operations = [
        migrations.AddField("unit", "opened_on", models.DateField(null=True)),
        migrations.AddField("unit", "closed_on", models.DateField(blank=True, null=True)),
        migrations.AddField("unit", "version", models.PositiveIntegerField(default=1)),
        migrations.RunSQL(SINCE, migrations.RunSQL.noop),
        migrations.AlterField("unit", "opened_on", models.DateField()),
        migrations.AddConstraint(
            "unit", models.UniqueConstraint(fields=["id", "office"], name="office_unit_id_office")
        ),
        migrations.AddConstraint(
            "unit",
            models.CheckConstraint(
                condition=Q(("closed_on__isnull", True), ("closed_on__gt", F("opened_on")), _connector="OR"),
                name="office_unit_life",
            ),
        ),
        migrations.CreateModel(
            name="UnitName",
            fields=[
                *_dated("names"),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="offices.office"
                    ),
                ),
                *((f"name_{language}", models.CharField(max_length=300)) for language in ("ru", "kk", "en")),
            ],
            options=_period("unitname"),
        ),
        migrations.CreateModel(
            name="UnitPlace",
            fields=[
                *_dated("places"),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="offices.unit",
                    ),
                ),
            ],
            options=_period("unitplace"),
        ),
        *(_exclusion(table, name, columns) for (table, name), columns in EXCLUSIONS.items()),
        migrations.RunSQL(OWN_OFFICE, "ALTER TABLE offices_unitname DROP CONSTRAINT office_unit_name_office"),
        migrations.RunSQL(PLACE, DROP_PLACE),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
        migrations.RemoveField("unit", "parent"),
    ]

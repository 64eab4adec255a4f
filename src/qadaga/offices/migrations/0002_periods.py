"""What may not overlap in time, and no cycle in the subordination of offices.

btree_gist is not shipped with the embedded server, so equality of ids inside an exclusion constraint is the
overlap of two one-point ranges.
"""

from django.db import migrations

RANGE = "CREATE TYPE uuidrange AS RANGE (subtype = uuid)"

EXCLUSIONS = {
    ("offices_officename", "office_one_name"): "uuidrange(office_id, office_id, '[]') WITH &&",
    ("offices_subordination", "office_one_parent"): "uuidrange(office_id, office_id, '[]') WITH &&",
    ("offices_officesphere", "office_one_row_a_sphere"): (
        "uuidrange(office_id, office_id, '[]') WITH &&, "
        "int4range(hashtext(sphere), hashtext(sphere), '[]') WITH &&"
    ),
    ("offices_officeterritory", "office_one_row_a_territory"): (
        "uuidrange(office_id, office_id, '[]') WITH &&, int4range(kato::int4, kato::int4, '[]') WITH &&"
    ),
}

ONE_HOLDER = """
ALTER TABLE offices_officeterritory ADD CONSTRAINT office_one_general_holder EXCLUDE USING gist (
    int4range(kato::int4, kato::int4, '[]') WITH &&, daterange(starts_on, ends_on) WITH &&
) WHERE (general)
"""

# One lock for all writers of the tree: two transactions could otherwise each add one half of a cycle unseen.
CYCLE = """
CREATE FUNCTION offices_no_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7023001);
    IF EXISTS (
        WITH RECURSIVE above(office_id, days) AS (
            SELECT NEW.parent_id, daterange(NEW.starts_on, NEW.ends_on)
            UNION
            SELECT s.parent_id, above.days * daterange(s.starts_on, s.ends_on)
            FROM above JOIN offices_subordination s ON s.office_id = above.office_id
            WHERE above.days && daterange(s.starts_on, s.ends_on)
        ) CYCLE office_id SET looped USING walked
        SELECT 1 FROM above WHERE office_id = NEW.office_id
    ) THEN
        RAISE EXCEPTION 'an office cannot stand under itself or under an office below it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'office_no_cycle', TABLE = 'offices_subordination';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER offices_no_cycle AFTER INSERT OR UPDATE ON offices_subordination
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION offices_no_cycle();
"""
DROP_CYCLE = "DROP TRIGGER offices_no_cycle ON offices_subordination; DROP FUNCTION offices_no_cycle()"


def _exclusion(table: str, name: str, columns: str) -> migrations.RunSQL:
    add = (
        f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist "
        f"({columns}, daterange(starts_on, ends_on) WITH &&)"
    )
    return migrations.RunSQL(add, f"ALTER TABLE {table} DROP CONSTRAINT {name}")


class Migration(migrations.Migration):
    dependencies = [("offices", "0001_initial")]

    operations = [
        migrations.RunSQL(RANGE, "DROP TYPE uuidrange"),
        *(_exclusion(table, name, columns) for (table, name), columns in EXCLUSIONS.items()),
        migrations.RunSQL(
            ONE_HOLDER, "ALTER TABLE offices_officeterritory DROP CONSTRAINT office_one_general_holder"
        ),
        migrations.RunSQL(CYCLE, DROP_CYCLE),
    ]

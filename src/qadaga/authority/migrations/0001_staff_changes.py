"""Whoever changes the staff of an office waits for the changes made there under its old order, and they for it.

Every exercise of a power takes the office's lock shared (`authority_hold`) before it is ruled on; every change
of appointments, absences and acting heads takes it alone. Both keep it to the end of their transactions, so
that no change commits on the ruling of a post that ended in a transaction committed before.
"""

from django.db import migrations, models

# The lock comes first and the count is read by a statement of its own: it sees what was committed meanwhile.
HOLD = """
CREATE FUNCTION authority_hold(of_office uuid) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(20301, hashtext(of_office::text));
    RETURN coalesce((SELECT c.changes FROM authority_staffchange c WHERE c.office_id = of_office), 0);
END $$
"""

# In one order for everybody, so that two changes of the same offices do not wait for each other.
MOVE = """
CREATE FUNCTION authority_move(of_offices uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    key integer;
BEGIN
    FOR key IN SELECT DISTINCT hashtext(o::text) FROM unnest(of_offices) o ORDER BY 1 LOOP
        PERFORM pg_advisory_xact_lock(20301, key);
    END LOOP;
END $$
"""

NOTE = """
CREATE FUNCTION authority_note() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    is_now jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    offices uuid[];
BEGIN
    IF TG_TABLE_NAME = 'staff_absence' THEN
        SELECT array_agg(DISTINCT a.office_id) INTO offices FROM staff_appointment a
            WHERE a.person_id IN ((was->>'person_id')::uuid, (is_now->>'person_id')::uuid);
    ELSE
        offices := ARRAY[(was->>'office_id')::uuid, (is_now->>'office_id')::uuid];
    END IF;
    PERFORM authority_move(array_remove(offices, NULL));
    INSERT INTO authority_staffchange AS c (office_id, changes)
        SELECT DISTINCT o, 1 FROM unnest(offices) o WHERE o IS NOT NULL ORDER BY o
        ON CONFLICT (office_id) DO UPDATE SET changes = c.changes + 1;
    RETURN coalesce(NEW, OLD);
END $$
"""
TABLES = ("staff_appointment", "staff_absence", "staff_actinghead")


class Migration(migrations.Migration):
    initial = True
    dependencies = [("staff", "0003_officer")]

    operations = [
        migrations.CreateModel(
            name="StaffChange",
            fields=[
                ("office_id", models.UUIDField(primary_key=True, serialize=False)),
                ("changes", models.BigIntegerField()),
            ],
            options={"db_table": "authority_staffchange"},
        ),
        migrations.RunSQL(HOLD, "DROP FUNCTION authority_hold(uuid)"),
        migrations.RunSQL(MOVE, "DROP FUNCTION authority_move(uuid[])"),
        migrations.RunSQL(NOTE, "DROP FUNCTION authority_note() CASCADE"),
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER authority_note BEFORE INSERT OR UPDATE OR DELETE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION authority_note()",
                migrations.RunSQL.noop,
            )
            for table in TABLES
        ),
    ]

from django.db import migrations

HOLD = """
CREATE FUNCTION workdays_hold(family integer, number integer) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(family, number);
    RETURN (SELECT token FROM workdays_state WHERE id = 1);
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("workdays", "0001_initial")]

    operations = [migrations.RunSQL(HOLD, "DROP FUNCTION workdays_hold(integer, integer)")]

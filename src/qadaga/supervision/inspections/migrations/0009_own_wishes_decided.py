from django.db import migrations


class Migration(migrations.Migration):
    """What an office with nobody above applied without a decision was open for ever, and barred the next wish."""

    dependencies = [("inspections", "0008_summoned_by_iin")]

    operations = [
        migrations.RunSQL(
            "UPDATE inspections_prolongation SET agreed = true, decision = reason,"
            " decided_on = applied_on, decided_by_id = applied_by_id"
            " WHERE applied_on IS NOT NULL AND decided_on IS NULL",
            migrations.RunSQL.noop,
        ),
    ]

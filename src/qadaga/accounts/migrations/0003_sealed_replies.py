"""Answers kept in plain are forgotten; from now on they are kept sealed, under a digest of their key."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_idempotent_reply")]

    operations = [
        migrations.RunSQL("DELETE FROM accounts_idempotentreply", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="idempotentreply",
            name="key",
            field=models.CharField(max_length=64, verbose_name="digest of the key"),
        ),
    ]

"""An order says whether it has to be published; those that wait for it are found by an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
        ("offices", "0004_units_over_time"),
        ("orders", "0005_by_signer"),
        ("staff", "0004_absence_from_one_post"),
    ]

    operations = [
        migrations.AddField(
            model_name="order",
            name="to_publish",
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name="order",
            index=models.Index(
                condition=models.Q(
                    ("published_on__isnull", True), ("status", "signed"), ("to_publish", True)
                ),
                fields=["office", "signed_on", "id"],
                name="order_unpublished",
            ),
        ),
    ]

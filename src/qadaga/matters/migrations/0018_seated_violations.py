"""A violation stands in the office of its matter, so that those of a body in a scope are counted by index."""

import django.db.models.deletion
from django.db import migrations, models

_FILL = """
UPDATE matters_violation v SET office_id = m.office_id, region_id = m.region_id
FROM matters_matter m WHERE m.id = v.matter_id;
SET CONSTRAINTS ALL IMMEDIATE;
"""


def _seat(*, null: bool) -> "models.ForeignKey[models.Model, models.Model]":
    return models.ForeignKey(
        db_index=False,
        null=null,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="offices.office",
    )


class Migration(migrations.Migration):
    dependencies = [("matters", "0017_hurt_people"), ("offices", "0004_units_over_time")]

    operations = [
        migrations.AddField(model_name="violation", name="office", field=_seat(null=True)),
        migrations.AddField(model_name="violation", name="region", field=_seat(null=True)),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        migrations.AlterField(model_name="violation", name="office", field=_seat(null=False)),
        migrations.AlterField(model_name="violation", name="region", field=_seat(null=False)),
        migrations.AlterField(
            model_name="violation",
            name="violator_body",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="violations",
                to="matters.body",
            ),
        ),
        migrations.AddIndex(
            model_name="violation",
            index=models.Index(
                fields=["violator_body"], include=["office", "region", "matter"], name="violation_of_body"
            ),
        ),
    ]

"""The birth day or year of people found, for those without an IIN."""

import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("custody", "0006_lists_by_kind")]

    operations = [
        migrations.AddField(
            model_name="heldperson",
            name="birth_year",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(model_name="heldperson", name="born_on", field=models.DateField(null=True)),
        migrations.AddConstraint(
            model_name="heldperson",
            constraint=models.CheckConstraint(
                condition=models.Q(("born_on__isnull", True))
                | models.Q(("birth_year", django.db.models.functions.datetime.ExtractYear("born_on"))),
                name="held_born_in_year",
            ),
        ),
    ]

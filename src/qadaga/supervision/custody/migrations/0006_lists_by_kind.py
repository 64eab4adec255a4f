"""Answers beside a visit's list; whoever goes to a place on a day goes once."""

from datetime import timedelta
from typing import Any

from django.db import migrations, models


def go_once(apps: Any, _editor: Any) -> None:
    """The second visit of one officer to one place on one day is planned for the next day that is free."""
    planned = apps.get_model("custody", "Visit").objects.filter(status="planned").order_by("planned_on", "id")
    taken: set[tuple[Any, ...]] = set()
    again = []
    for visit in planned.only("place_id", "officer_id", "planned_on", "version"):
        key = (visit.place_id, visit.officer_id, visit.planned_on)
        if key in taken:
            again.append(visit)
        taken.add(key)
    for visit in again:
        while (visit.place_id, visit.officer_id, visit.planned_on) in taken:
            visit.planned_on += timedelta(days=1)
        taken.add((visit.place_id, visit.officer_id, visit.planned_on))
        visit.version += 1
        visit.save(update_fields=["planned_on", "version"])


class Migration(migrations.Migration):
    dependencies = [
        ("custody", "0005_led_by"),
        ("offices", "0004_units_over_time"),
        ("staff", "0004_absence_from_one_post"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="said", name="said_standing_known"),
        migrations.AlterField(
            model_name="said",
            name="standing",
            field=models.CharField(
                choices=[
                    ("taken", "Taken"),
                    ("disputed", "Somebody else answered meanwhile"),
                    ("set_aside", "Set aside"),
                    ("off_list", "The visit's list does not ask it"),
                ],
                max_length=9,
            ),
        ),
        migrations.AddConstraint(
            model_name="said",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing__in", ["disputed", "off_list", "set_aside", "taken"])),
                name="said_standing_known",
            ),
        ),
        migrations.RunPython(go_once, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "planned")),
                fields=("place", "officer", "planned_on"),
                name="visit_planned_once",
            ),
        ),
    ]

"""Running terms are found by their rule, violations that wait for an act by the day it is due."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0018_seated_violations"),
        ("offices", "0004_units_over_time"),
        ("staff", "0004_absence_from_one_post"),
    ]

    operations = [
        migrations.AddField(
            model_name="violation",
            name="answer_by",
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name="term",
            index=models.Index(
                condition=models.Q(("state", "running")),
                fields=["office", "rule", "due_on", "id"],
                name="term_of_rule_o",
            ),
        ),
        migrations.AddIndex(
            model_name="term",
            index=models.Index(
                condition=models.Q(("state", "running")),
                fields=["region", "rule", "due_on", "id"],
                name="term_of_rule_r",
            ),
        ),
        migrations.AddIndex(
            model_name="term",
            index=models.Index(
                condition=models.Q(("state", "running")),
                fields=["rule", "due_on", "id"],
                name="term_of_rule_n",
            ),
        ),
        migrations.AddIndex(
            model_name="violation",
            index=models.Index(
                condition=models.Q(("answer_by__isnull", False)),
                fields=["office", "answer_by", "id"],
                name="violation_unanswered",
            ),
        ),
        migrations.AddConstraint(
            model_name="violation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answer_by__isnull", True), ("answer_by__gte", models.F("found_on")), _connector="OR"
                ),
                name="violation_answer_by_not_before_found_on",
            ),
        ),
    ]

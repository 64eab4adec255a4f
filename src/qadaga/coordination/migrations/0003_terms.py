"""The history of a decision's term; a report that a part of it was done."""

import django.db.models.deletion
from django.db import migrations, models

import qadaga.common.clock
import qadaga.common.ids


class Migration(migrations.Migration):
    dependencies = [
        ("coordination", "0002_led_by"),
        ("staff", "0004_absence_from_one_post"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="partly_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="decisionreport",
            name="left",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddConstraint(
            model_name="decisionreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("done", False), ("left", ""), _connector="OR"),
                name="decisionreport_done_leaves_none",
            ),
        ),
        migrations.CreateModel(
            name="DecisionTerm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=qadaga.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=qadaga.common.clock.now, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("prolonged", "Term prolonged"), ("deferred", "Carrying out put off")],
                        max_length=9,
                    ),
                ),
                ("before", models.DateField()),
                ("after", models.DateField()),
                ("reason", models.TextField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("sitting", "At a sitting"),
                            ("recorded", "By a recorded decision"),
                            ("head", "By the head"),
                        ],
                        max_length=8,
                    ),
                ),
                ("paper", models.CharField(blank=True, default="", max_length=300)),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.appointment",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="coordination.decision",
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="coordination.session",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["deferred", "prolonged"])),
                        name="decisionterm_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="decisionterm_reason_filled"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("after__gt", models.F("before"))), name="decisionterm_later"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("how", "sitting"), ("paper", ""), ("sitting__isnull", False)),
                            models.Q(
                                ("how", "recorded"),
                                ("sitting__isnull", True),
                                models.Q(("paper", ""), _negated=True),
                            ),
                            models.Q(("how", "head"), ("sitting__isnull", True)),
                            _connector="OR",
                        ),
                        name="decisionterm_how",
                    ),
                ],
            },
        ),
    ]

"""Why somebody did not come to a session, and what followed."""

import django.db.models.deletion
from django.db import migrations, models

import qadaga.common.clock
import qadaga.common.ids


class Migration(migrations.Migration):
    dependencies = [
        ("coordination", "0003_terms"),
        ("matters", "0006_terms_of_inspections"),
        ("staff", "0004_absence_from_one_post"),
    ]

    operations = [
        migrations.AddField(
            model_name="participant",
            name="excused",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="participant",
            name="absence",
            field=models.CharField(blank=True, default="", max_length=1000),
        ),
        migrations.AddIndex(
            model_name="participant",
            index=models.Index(
                condition=models.Q(("excused", False)), fields=["session"], name="participant_unexcused"
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("absence", ""), ("excused__isnull", True)),
                    models.Q(("excused__isnull", False), ("present", False)),
                    _connector="OR",
                ),
                name="participant_excused_absent",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("excused", True), _negated=True),
                    models.Q(("absence", ""), _negated=True),
                    _connector="OR",
                ),
                name="participant_excused_says_why",
            ),
        ),
        migrations.CreateModel(
            name="AbsenceMeasure",
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
                        choices=[
                            ("again", "Called again"),
                            ("notice", "Notice to the higher body"),
                            ("head", "Decision of the head"),
                        ],
                        max_length=6,
                    ),
                ),
                ("paper", models.CharField(blank=True, default="", max_length=300)),
                ("text", models.CharField(blank=True, default="", max_length=2000)),
                ("on", models.DateField()),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.body",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.appointment",
                    ),
                ),
                (
                    "invitation",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeats",
                        to="coordination.participant",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="coordination.participant",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["again", "head", "notice"])),
                        name="absencemeasure_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("body__isnull", True),
                                ("invitation__isnull", False),
                                ("kind", "again"),
                                ("paper", ""),
                            ),
                            models.Q(
                                ("body__isnull", False),
                                ("invitation__isnull", True),
                                ("kind", "notice"),
                                models.Q(("paper", ""), _negated=True),
                            ),
                            models.Q(
                                ("body__isnull", True),
                                ("invitation__isnull", True),
                                ("kind", "head"),
                                models.Q(("text", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="absencemeasure_by_kind",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "again")),
                        fields=("participant",),
                        name="absencemeasure_again_once",
                    ),
                ],
            },
        ),
    ]

"""The consent of bodies to a joint plan; plans approved before it was asked bind as they did."""

import django.db.models.deletion
from django.db import migrations, models

import qadaga.common.clock
import qadaga.common.ids

# What was under control stays under control: the bodies of those plans were bound by their approval.
BOUND = """
UPDATE workplans_planitem i SET agreed_on = p.approved_on FROM workplans_plan p
WHERE p.id = i.plan_id AND p.status IN ('approved', 'closed') AND i.body_id IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0017_hurt_people"),
        ("staff", "0004_absence_from_one_post"),
        ("workplans", "0004_led_by"),
    ]

    operations = [
        migrations.AddField(
            model_name="planitem",
            name="agreed_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="planitem",
            name="declined_on",
            field=models.DateField(null=True),
        ),
        migrations.RunSQL(BOUND, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="planitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("agreed_on__isnull", True),
                    models.Q(("body__isnull", False), ("declined_on__isnull", True)),
                    _connector="OR",
                ),
                name="planitem_agreed_by_body",
            ),
        ),
        migrations.AddConstraint(
            model_name="planitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("declined_on__isnull", True),
                    models.Q(("body__isnull", False), ("done_on__isnull", True)),
                    _connector="OR",
                ),
                name="planitem_declined_by_body",
            ),
        ),
        migrations.AddConstraint(
            model_name="planitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("done_on__isnull", True),
                    ("body__isnull", True),
                    ("agreed_on__isnull", False),
                    _connector="OR",
                ),
                name="planitem_done_binds",
            ),
        ),
        migrations.CreateModel(
            name="PlanConsent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=qadaga.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=qadaga.common.clock.now, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "Consent awaited"),
                            ("agreed", "Consented"),
                            ("declined", "Declined"),
                        ],
                        max_length=8,
                    ),
                ),
                ("asked_on", models.DateField()),
                ("asked_how", models.CharField(max_length=300)),
                ("answered_on", models.DateField(null=True)),
                ("proof", models.CharField(blank=True, default="", max_length=300)),
                ("reason", models.CharField(blank=True, default="", max_length=1000)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.appointment",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.appointment",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.body"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="workplans.plan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["agreed", "asked", "declined"])),
                        name="planconsent_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asked_how", ""), _negated=True),
                        name="planconsent_asked_how_filled",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_by__isnull", True), ("answered_on__isnull", True)),
                            models.Q(("answered_by__isnull", False), ("answered_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="planconsent_answered_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on__isnull", True),
                            ("answered_on__gte", models.F("asked_on")),
                            _connector="OR",
                        ),
                        name="planconsent_answered_on_not_before_asked_on",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_on__isnull", True), ("status", "asked")),
                            models.Q(
                                ("answered_on__isnull", False),
                                models.Q(("status", "asked"), _negated=True),
                                models.Q(("proof", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="planconsent_answer_with_proof",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "declined"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="planconsent_declined_says_why",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "asked")),
                        fields=("plan", "body"),
                        name="planconsent_asked_once",
                    ),
                ],
            },
        ),
    ]

"""The address by which a person's calendar program reads what is on."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import qadaga.common.ids


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_sealed_replies")]

    operations = [
        migrations.CreateModel(
            name="CalendarAddress",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=qadaga.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("appointment_id", models.UUIDField(verbose_name="appointment")),
                (
                    "digest",
                    models.CharField(max_length=64, unique=True, verbose_name="digest of the secret"),
                ),
                ("created_at", models.DateTimeField(verbose_name="created at")),
                ("expires_at", models.DateTimeField(verbose_name="expires at")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revoked at")),
                (
                    "window_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="readings counted since"),
                ),
                (
                    "reads",
                    models.PositiveSmallIntegerField(default=0, verbose_name="readings in the window"),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="read last")),
                (
                    "etag",
                    models.CharField(
                        blank=True, default="", max_length=64, verbose_name="digest of the content"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="content changed at"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendars",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "calendar address",
                "verbose_name_plural": "calendar addresses",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("created_at"))),
                        name="accounts_calendar_expires_after_creation",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at__isnull", True)),
                        fields=("user", "appointment_id"),
                        name="accounts_calendar_one_live",
                    ),
                ],
            },
        ),
    ]

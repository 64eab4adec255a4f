"""The address by which a person's calendar program reads what is on, without a sign-in."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from qadaga.common.ids import new_id


class CalendarAddress(models.Model):
    """A person's address in one hat; the secret in it is shown once and stored as its SHA-256 only.

    `reads` counts the readings since `window_at`. `etag` is the digest of what was read last, `changed_at`
    when that last became another.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendars", verbose_name=_("user")
    )
    appointment_id = models.UUIDField(_("appointment"))
    digest = models.CharField(_("digest of the secret"), max_length=64, unique=True)
    created_at = models.DateTimeField(_("created at"))
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    window_at = models.DateTimeField(_("readings counted since"), null=True, blank=True)
    reads = models.PositiveSmallIntegerField(_("readings in the window"), default=0)
    read_at = models.DateTimeField(_("read last"), null=True, blank=True)
    etag = models.CharField(_("digest of the content"), max_length=64, blank=True, default="")
    changed_at = models.DateTimeField(_("content changed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="accounts_calendar_expires_after_creation",
            ),
            models.UniqueConstraint(
                fields=["user", "appointment_id"],
                condition=models.Q(revoked_at__isnull=True),
                name="accounts_calendar_one_live",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

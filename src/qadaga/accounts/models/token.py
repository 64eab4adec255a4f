"""Tokens by which a person's programs call the API."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from qadaga.common.ids import new_id


class ApiToken(models.Model):
    """A person's token in one hat; the secret is shown once and stored as its SHA-256 only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_tokens", verbose_name=_("user")
    )
    appointment_id = models.UUIDField(_("appointment"))
    name = models.CharField(_("name"), max_length=100)
    digest = models.CharField(_("digest of the secret"), max_length=64, unique=True)
    created_at = models.DateTimeField(_("created at"))
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("API token")
        verbose_name_plural = _("API tokens")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="accounts_token_expires_after_creation",
            ),
        ]

    def __str__(self) -> str:
        return self.name

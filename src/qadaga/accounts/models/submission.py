"""Forms already carried out, so that a replay does nothing twice."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Submission(models.Model):
    """One form carried out by one person; a second POST of it is sent to the first one's result."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("user"))
    token = models.UUIDField(_("token of the form"))
    result = models.CharField(_("where its result is shown"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("created at"), db_index=True)

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        constraints = [
            models.UniqueConstraint(fields=["user", "token"], name="accounts_submission_once"),
        ]

    def __str__(self) -> str:
        return str(self.token)

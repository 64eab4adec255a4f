"""Failed sign-ins, counted where every worker sees them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoginGuard(models.Model):
    """One row for each name somebody failed to sign in with; the name itself is stored hashed.

    People type passwords into the name field: the hash keeps them out of the table.
    """

    digest = models.CharField(_("digest of the name"), max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(_("failures in the window"), default=0)
    first_failed_at = models.DateTimeField(_("first failure at"))
    locked_until = models.DateTimeField(_("locked until"), null=True, blank=True)

    class Meta:
        verbose_name = _("failed sign-ins")
        verbose_name_plural = _("failed sign-ins")

    def __str__(self) -> str:
        return self.digest[:12]

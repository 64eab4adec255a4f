"""The application of limits of hours."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LimitsConfig(AppConfig):
    """Figures that the General Prosecutor's Office set in place of those shipped."""

    name = "qadaga.organisation.limits"
    label = "limits"
    verbose_name = _("Limits")
    default_auto_field = "django.db.models.BigAutoField"

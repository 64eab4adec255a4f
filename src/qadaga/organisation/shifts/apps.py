"""The application of duty shifts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ShiftsConfig(AppConfig):
    """Shifts of duty prosecutors."""

    name = "qadaga.organisation.shifts"
    label = "shifts"
    verbose_name = _("Duty shifts")
    default_auto_field = "django.db.models.BigAutoField"

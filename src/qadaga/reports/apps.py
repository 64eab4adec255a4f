"""The application of period reports."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """The ledger of counted facts, and the reports that are drawn from it and signed."""

    name = "qadaga.reports"
    label = "reports"
    verbose_name = _("Period reports")
    default_auto_field = "django.db.models.BigAutoField"

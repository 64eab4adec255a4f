"""The application of claims brought to court."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApplicationsConfig(AppConfig):
    """Applications to court out of matters, with the acts that were not satisfied, and their outcome."""

    name = "qadaga.court.applications"
    label = "applications"
    verbose_name = _("Applications to court")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say from whom applications are kept."""
        import_module("qadaga.court.applications.reading")
